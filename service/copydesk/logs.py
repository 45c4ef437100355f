"""Logging: one line per event on stderr, as JSON or for people; libraries' loggers take the same way.

Level means action: ERROR is data loss or an operator needed. Fields, not prose; never article text.
"""

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Annotated, Any, Literal, TextIO

import orjson
import structlog
from msgspec import Meta, Struct
from structlog.typing import EventDict, Processor, WrappedLogger

LIBRARIES = ("faust", "aiokafka", "mode", "asyncio", "kafka")
"""Their loggers speak at WARNING and above only: at INFO they tell of every fetch and rebalance."""

_LINE_CHARS = 300
"""Longest line of a traceback and longest message of a library: exception texts may carry what they choked on."""

_TRACEBACK_LINES = 80

REPEAT_S = 10.0
"""A library says the same thing at most so often: measured, aiokafka writes 200 lines a second while its broker is away."""

_REPEATS_WATCHED = 1000
"""So many different messages are told apart at a time; more pass as they are."""

_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


class LogOptions(Struct, frozen=True, kw_only=True):
    """What is logged, and how it looks."""

    level: Annotated[
        Literal["debug", "info", "warning", "error"], Meta(description="Least level that is logged.")
    ] = "info"
    format: Annotated[
        Literal["auto", "json", "text"],
        Meta(
            description="One JSON object per line, or lines for people; auto is text on a terminal, else json."
        ),
    ] = "auto"


class Repeats(logging.Filter):
    """Lets the same message of the same logger through once per REPEAT_S, then tells how many were left out.

    The same is: logger, level, template before its arguments are filled in, and type of the exception.
    That line comes with the next message of any library. *Units*: `clock` gives seconds, monotonic.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__()
        self._clock = clock
        self._lock = threading.Lock()
        self._seen: dict[_Same, _Seen] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is logged."""
        error = record.exc_info[0] if record.exc_info else None
        same = (record.name, record.levelno, str(record.msg)[:_LINE_CHARS], error)
        with self._lock:
            ended = self._ended()
            seen = self._seen.get(same)
            if seen is not None:
                seen.left_out += 1
            elif len(self._seen) < _REPEATS_WATCHED:
                self._seen[same] = _Seen(since=self._clock())
        for (name, level, message, _), left_out in ended:
            structlog.get_logger().log(
                level, "A library repeated itself.", logger=name, message=message, left_out=left_out
            )
        return seen is None

    def _ended(self) -> list[tuple["_Same", int]]:
        """Forget what was first said REPEAT_S ago or earlier; return what of it was left out, and how often."""
        before = self._clock() - REPEAT_S
        ended = {same: seen.left_out for same, seen in self._seen.items() if seen.since <= before}
        for same in ended:
            del self._seen[same]
        return [(same, left_out) for same, left_out in ended.items() if left_out]


_Same = tuple[str, int, str, type[BaseException] | None]


class _Seen(Struct):
    since: float
    left_out: int = 0


def configure_logs(
    options: LogOptions, *, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
) -> None:
    """Send structlog's and the standard library's loggers to `stream` (stderr unless given).

    May be called again: the last call holds. *Units*: `clock` gives seconds, monotonic.
    """
    out = stream if stream is not None else sys.stderr
    as_text = options.format == "text" or (options.format == "auto" and out.isatty())
    level = logging.getLevelNamesMapping()[options.level.upper()]
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="%H:%M:%S" if as_text else "iso", utc=not as_text, key="time"),
        _traceback_as_field,
    ]
    renderer: Processor = _text if as_text else _json
    structlog.configure(
        processors=[*shared, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(out),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _short_event, renderer],
        )
    )
    handler.addFilter(_level_as_action)
    handler.addFilter(Repeats(clock))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    quiet = max(level, logging.WARNING)
    root.setLevel(quiet)
    for name in LIBRARIES:
        library = logging.getLogger(name)
        library.handlers.clear()
        library.propagate = True
        library.setLevel(quiet)


def quiet_libraries() -> None:
    """Silence the libraries' loggers: for commands that tell every error themselves, in their own words."""
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _level_as_action(record: logging.LogRecord) -> bool:
    """Make a warning of what aiokafka calls an error: it tries again, and where that ends in vain we say so ourselves."""
    if record.name.partition(".")[0] == "aiokafka" and record.levelno == logging.ERROR:
        record.levelno, record.levelname = logging.WARNING, "WARNING"
    return True


def _traceback_as_field(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Put the exception of an event into its field `traceback`, cut to a decent size."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    if isinstance(info, BaseException):
        info = (type(info), info, info.__traceback__)
    if isinstance(info, tuple) and info[1] is not None:
        event["traceback"] = _traceback_text(*info)
    return event


def _traceback_text(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    text = "".join(traceback.format_exception(kind, error, trace))
    lines = [line if len(line) <= _LINE_CHARS else line[:_LINE_CHARS] + "..." for line in text.splitlines()]
    if len(lines) > _TRACEBACK_LINES:
        left_out = f"... {len(lines) - _TRACEBACK_LINES} lines left out ..."
        half = _TRACEBACK_LINES // 2
        lines = [*lines[:half], left_out, *lines[-half:]]
    return "\n".join(lines)


def _short_event(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Cut a library's message: some put whole requests into it."""
    text = str(event.get("event", ""))
    event["event"] = text if len(text) <= _LINE_CHARS else text[:_LINE_CHARS] + "..."
    return event


def _json(_logger: WrappedLogger, _method: str, event: EventDict) -> str:
    """One JSON object on one line; time, level and event come first."""
    ordered = _ordered(event)
    try:
        line = orjson.dumps(ordered, default=repr, option=orjson.OPT_NON_STR_KEYS).decode()
    except orjson.JSONEncodeError:
        # Lone surrogates and integers beyond 64 bit have no place in its JSON: an event is not lost for them.
        plain = {str(name): ascii(value) for name, value in ordered.items()}
        line = orjson.dumps(plain).decode()
    # Other readers take these for line ends too; JSON lets them be written as escapes.
    return line.translate(_LINE_ENDS)


def _text(_logger: WrappedLogger, _method: str, event: EventDict) -> str:
    """Time, level, what happened, then fields; a traceback follows on lines of its own, indented."""
    ordered = _ordered(event)
    moment, level = ordered.pop("time", ""), ordered.pop("level", "")
    what, trace = ordered.pop("event", ""), ordered.pop("traceback", "")
    fields = " ".join(f"{name}={_one_line(value)}" for name, value in ordered.items())
    line = f"{moment} {level:<7} {_one_line(what, quote=False)}" + (f"  {fields}" if fields else "")
    return line + "".join(f"\n    {part}" for part in str(trace).splitlines())


def _ordered(event: EventDict) -> dict[str, Any]:
    first = {name: event[name] for name in ("time", "level", "event") if name in event}
    return first | {str(name): value for name, value in event.items() if name not in first}


def _one_line(value: Any, *, quote: bool = True) -> str:
    text = str(value)
    if text.isprintable() and not (quote and (" " in text or not text)):
        return text
    escaped = repr(text)
    return escaped if quote else escaped[1:-1]
