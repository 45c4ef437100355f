"""Strip: name the spans of a normalised article that are not the article. Pure: no I/O, no clock."""
