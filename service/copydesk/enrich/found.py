"""A field as it was found: its value, the place it was read from, how sure that is."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Found(Struct, Generic[T], frozen=True):
    """A value with its provenance.

    Shape: `method` names the place ("json_ld", "meta:og:title", "author_bio"); `confidence` is the
    share of development pages on which that place gave the right value, where there was gold to
    measure it; each module says which of its figures are measured and which are judged.
    """

    value: T
    method: str
    confidence: float


def first_found(candidates: Iterable[Found[T] | None]) -> Found[T] | None:
    """Return the first candidate that is there; `candidates` is read no further."""
    return next((found for found in candidates if found is not None), None)
