"""Copydesk: raw news articles in, clean structured records out, every removed span in a ledger.

As a library it has one call, `clean`; it is loaded when it is first asked for, so that importing
the package costs nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.library import clean

__all__ = ["clean"]


def __getattr__(name: str) -> object:
    """Load `clean` (PEP 562)."""
    if name == "clean":
        from copydesk.library import clean  # noqa: PLC0415  late on purpose

        return clean
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
