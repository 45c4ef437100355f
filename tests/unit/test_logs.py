"""Log events are one line each, of our loggers and of the libraries', and hold no article."""

import io
import logging
from collections.abc import Callable, Iterator

import orjson
import pytest
import structlog

from copydesk.logs import LogOptions, Repeats, configure_logs, quiet_libraries


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def _lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [orjson.loads(line) for line in stream.getvalue().splitlines()]


def _fail(words: str) -> None:
    raise ValueError(words)


class _Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def _configured(
    level: str = "info", form: str = "json", clock: Callable[[], float] | None = None
) -> io.StringIO:
    stream = io.StringIO()
    options = LogOptions(level=level, format=form)  # type: ignore[arg-type]
    configure_logs(options, stream=stream, clock=clock or _Clock())
    return stream


def test_an_event_is_one_line_of_json() -> None:
    """Newlines, quotes and odd values stay inside one JSON line; time, level and event come first."""
    stream = _configured()
    structlog.get_logger("x").info(
        "Stored.", title='A "title"\nover lines\u2028and more', size=3, of={1: b"x"}
    )
    (line,) = _lines(stream)
    assert list(line)[:3] == ["time", "level", "event"]
    assert line["title"] == 'A "title"\nover lines\u2028and more'
    assert (line["level"], line["size"], line["of"]) == ("info", 3, {"1": "b'x'"})


def test_values_that_json_cannot_hold_do_not_lose_the_event() -> None:
    """Lone surrogates and integers beyond 64 bit are written as text."""
    stream = _configured()
    structlog.get_logger().warning("Odd.", text="\ud800", number=2**70)
    (line,) = _lines(stream)
    assert line["number"] == str(2**70)
    assert "ud800" in str(line["text"])


def test_a_traceback_is_one_field_and_its_lines_are_cut() -> None:
    """What an exception carries of an article does not reach the log as a whole."""
    stream = _configured()
    try:
        _fail("secret words " * 1000)
    except ValueError:
        structlog.get_logger().exception("Failed.")
    (line,) = _lines(stream)
    trace = str(line["traceback"])
    assert "test_logs.py" in trace
    assert "ValueError: secret words" in trace
    assert len(trace) < 2000


def test_a_deep_traceback_is_cut_in_the_middle() -> None:
    """Beginning and end of a long traceback are kept: who called, and what happened."""
    stream = _configured()

    def wrapped(depth: int) -> None:
        try:
            _fail("the end") if depth == 0 else wrapped(depth - 1)
        except (ValueError, KeyError) as error:
            raise KeyError(depth) from error

    try:
        wrapped(40)
    except KeyError:
        structlog.get_logger().exception("Failed.")
    trace = str(_lines(stream)[0]["traceback"])
    assert "lines left out" in trace
    assert len(trace.splitlines()) == 81
    assert "the end" in trace


def test_libraries_speak_at_warning_only_and_shortly() -> None:
    """Loggers of the libraries take the same way, at WARNING, their messages cut."""
    stream = _configured("debug")
    logging.getLogger("aiokafka.consumer").info("fetched")
    logging.getLogger("faust").warning("odd %s", "x" * 1000)
    (line,) = _lines(stream)
    assert (line["logger"], line["level"]) == ("faust", "warning")
    assert len(str(line["event"])) == 303


def test_what_a_client_tries_again_is_no_error() -> None:
    """An error of aiokafka's is a warning here; those of other libraries, and its critical ones, are what they say."""
    stream = _configured()
    for name in ("aiokafka.consumer.group_coordinator", "faust", "asyncio"):
        logging.getLogger(name).error("Group Coordinator Request failed: %s", "not yet")
    logging.getLogger("aiokafka").critical("Gone.")
    assert [line["level"] for line in _lines(stream)] == ["warning", "error", "error", "critical"]


def test_a_library_that_repeats_itself_is_heard_once_in_ten_seconds() -> None:
    """The same template of the same logger passes once; then one line says how many were left out."""
    clock = _Clock()
    stream = _configured(clock=clock)
    aiokafka, faust = logging.getLogger("aiokafka.conn"), logging.getLogger("faust")
    for attempt in range(50):
        aiokafka.error("Unable to connect to %s: %s", "127.0.0.1:9092", attempt)
        clock.now += 0.1
    assert [line["event"] for line in _lines(stream)] == ["Unable to connect to 127.0.0.1:9092: 0"]
    clock.now += 6.0
    faust.warning("Rebalancing.")
    aiokafka.error("Unable to connect to %s: %s", "127.0.0.1:9092", "still")
    told = _lines(stream)[1:]
    assert [line["event"] for line in told] == [
        "A library repeated itself.",
        "Rebalancing.",
        "Unable to connect to 127.0.0.1:9092: still",
    ]
    assert (told[0]["level"], told[0]["logger"], told[0]["left_out"]) == ("warning", "aiokafka.conn", 49)
    assert told[0]["message"] == "Unable to connect to %s: %s"


def test_what_differs_is_not_left_out() -> None:
    """Another logger, template, level or kind of exception is another message; once said is not repeated."""
    clock = _Clock()
    stream = _configured(clock=clock)
    for name in ("mode", "faust"):
        for template in ("Failed %s", "Failed again %s"):
            logging.getLogger(name).warning(template, 1)
            logging.getLogger(name).error(template, 1)
    for error in (ValueError("x"), KeyError("x"), KeyError("y")):
        logging.getLogger("mode").error("Crashed", exc_info=error)
    assert len(_lines(stream)) == 8 + 2
    clock.now += 10.0
    logging.getLogger("faust").warning("Failed %s", 2)
    assert [line["event"] for line in _lines(stream)[10:]] == ["A library repeated itself.", "Failed 2"]


def test_our_own_events_are_never_left_out() -> None:
    """Only libraries are held back: each of our events is one that somebody acts on."""
    stream = _configured()
    for _ in range(3):
        structlog.get_logger().error("Store away.")
    assert len(_lines(stream)) == 3


def test_messages_without_end_are_not_remembered_without_end() -> None:
    """A library that puts its values into the template itself passes, and holds no memory afterwards."""
    clock = _Clock()
    repeats = Repeats(clock)

    def said(number: int) -> bool:
        return repeats.filter(logging.LogRecord("mode", logging.ERROR, "", 0, f"Value {number}", None, None))

    assert all(said(number) for number in range(3000))
    assert len(repeats._seen) == 1000
    clock.now += 10.0
    assert said(1)
    assert len(repeats._seen) == 1


def test_quiet_libraries_say_nothing() -> None:
    """Commands that tell errors in their own words silence the libraries'."""
    stream = _configured()
    quiet_libraries()
    logging.getLogger("aiokafka").error("Unable to connect")
    assert stream.getvalue() == ""


def test_events_below_the_level_are_left_out() -> None:
    """The level holds for our own loggers."""
    stream = _configured("warning")
    structlog.get_logger().info("Nothing.")
    structlog.get_logger().warning("Something.")
    assert [line["event"] for line in _lines(stream)] == ["Something."]


def test_text_is_short_lines_for_people() -> None:
    """One line per event, values with spaces or newlines quoted, a traceback indented below."""
    stream = _configured(form="text")
    structlog.get_logger().info("Two\nlines", title="a\nb", count=2, name="x y", empty="")
    first = stream.getvalue().splitlines()
    assert len(first) == 1
    assert first[0].endswith("info    Two\\nlines  title='a\\nb' count=2 name='x y' empty=''")
    try:
        _fail("bad")
    except ValueError as error:
        structlog.get_logger().error("Failed.", exc_info=error)
    lines = stream.getvalue().splitlines()[1:]
    assert lines[0].endswith("error   Failed.")
    assert lines[-1] == "    ValueError: bad"
    assert all(line.startswith("    ") for line in lines[1:])


def test_the_format_follows_the_stream_unless_set() -> None:
    """On a terminal lines are for people, elsewhere JSON."""
    pipe = _configured(form="auto")
    structlog.get_logger().info("x")
    assert pipe.getvalue().startswith("{")

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    configure_logs(LogOptions(), stream=terminal)
    structlog.get_logger().info("x")
    assert not terminal.getvalue().startswith("{")
