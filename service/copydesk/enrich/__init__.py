"""Enrich: read language, authors, dates and counts of a clean article. Pure: no I/O, no clock."""
