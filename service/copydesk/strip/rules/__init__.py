"""Rules of wording: one file per kind of boilerplate, and the registry that lists them."""
