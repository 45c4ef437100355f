"""Readers: one file per input format; each yields items and bad items, and streams where the format lets it."""
