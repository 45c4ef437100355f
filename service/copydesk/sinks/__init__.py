"""Sinks: the stores that records are written to."""
