"""Counters that begin at 0: those of the dead are the pairs that the code can give, and no others."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import copydesk
from copydesk.kafka.topics import TopicsOptions
from copydesk.metrics import definitions as m
from copydesk.metrics.registry import Metrics
from copydesk.outcome import GIVEN_AT, Reason, Stage
from copydesk.stream.pool import _REASONS as KILLED
from copydesk.stream.zero import begin_desk, begin_sink

CODE = Path(copydesk.__file__).parent
STAGE_OF = {
    "codec/raw_article.py": Stage.DECODE,
    "normalise": Stage.NORMALISE,
    "strip": Stage.STRIP,
    "enrich": Stage.ENRICH,
    "render": Stage.ENRICH,
    "codec/record.py": Stage.SINK,
    "stream/sink.py": Stage.SINK,
}
"""At which stage what a file, or a room, raises is caught."""
BY_THE_STREAM = {
    *((reason, Stage.NORMALISE) for reason in KILLED.values()),
    *((Reason.UNEXPECTED, stage) for stage in Stage if stage not in {Stage.DELIVER, Stage.SINK}),
    (Reason.RECORD_TOO_LARGE, Stage.DELIVER),
    (Reason.SINK_REFUSED, Stage.SINK),
}
"""What is given without being raised."""


def raised() -> Iterator[tuple[str, Reason]]:
    """Each `RejectArticle(Reason.X ...)` of the code: its file, and the reason."""
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(
                    func=ast.Name(id="RejectArticle"),
                    args=[ast.Attribute(value=ast.Name(id="Reason"), attr=name), *_],
                ):
                    yield path.relative_to(CODE).as_posix(), Reason[name]
                case _:
                    pass


def stage_of(file: str) -> Stage:
    """The stage at which what this file raises is caught."""
    return STAGE_OF[file if file in STAGE_OF else file.partition("/")[0]]


def test_reasons_are_given_where_they_are_said_to_be() -> None:
    """Each place in the code that makes a dead letter is in GIVEN_AT, and each pair there has a place."""
    given = {(reason, stage_of(file)) for file, reason in raised()}
    assert len(given) > 8  # they are found
    assert given | BY_THE_STREAM == {(reason, stage) for reason in Reason for stage in GIVEN_AT[reason]}


@pytest.mark.parametrize("desk", [True, False], ids=["desk", "sink"])
def test_the_dead_are_counted_from_the_start(desk: bool) -> None:
    """At the start there is a series for each pair that the agent can give, and for no other."""
    metrics = Metrics()
    if desk:
        begin_desk(metrics, TopicsOptions())
    else:
        begin_sink(metrics, "sqlite", TopicsOptions())
    there = {
        (sample.labels["reason"], sample.labels["stage"])
        for family in metrics.registry.collect()
        for sample in family.samples
        if sample.name == m.DEAD_LETTERS.name
    }
    wanted = {
        (reason.value, stage.value)
        for reason, stages in GIVEN_AT.items()
        for stage in stages
        if (stage is Stage.SINK) != desk
    }
    assert there == wanted
    assert len(there) == (16 if desk else 4)
