"""The versions a record carries."""

SERVICE_VERSION = "0.1.0"
"""Version of this package; in every dead letter and in `copydesk_build_info`."""

PIPELINE_VERSION = "6"
"""Raised whenever the same input may give another record."""

SCHEMA_VERSION = 4
"""Raised when a field of the structured record changes its meaning or goes."""
