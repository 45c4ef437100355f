"""Normalise: undecoded bytes to NFC text in blocks, absolute addresses. Pure: no I/O, no clock."""
