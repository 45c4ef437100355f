"""People, organisations and places that a text names: runs of capitals, a classifier of spans, and names that are one."""
