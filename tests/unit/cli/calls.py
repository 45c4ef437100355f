"""The type of the `call` fixture."""

from collections.abc import Callable

from click.testing import Result

Call = Callable[..., Result]
