"""Codec: bytes of a topic to our types and back; no I/O."""
