"""`copydesk topics` creates what the service needs and tells what differs."""

import orjson

from copydesk.broker.embedded import free_port
from tests.unit.cli.calls import Call


def _names(prefix: str) -> list[str]:
    return [
        part
        for topic in ("raw", "structured", "dead", "clusters")
        for part in ("--set", f"topics.{topic}={prefix}.{topic}")
    ]


def test_topics_are_created_once_and_described(call: Call, embedded_broker: str) -> None:
    """A second create leaves them; describe ends with 1 while something is missing, else with 0."""
    options = ("--broker", embedded_broker, *_names("tc"), "--json")
    assert call("topics", "describe", *options).exit_code == 1
    first = [orjson.loads(line) for line in call("topics", "create", *options).stdout.splitlines()]
    assert [(line["name"], line["state"]) for line in first] == [
        ("tc.raw", "created"),
        ("tc.structured", "created"),
        ("tc.dead", "created"),
        ("tc.clusters", "created"),
    ]
    second = [orjson.loads(line) for line in call("topics", "create", *options).stdout.splitlines()]
    assert {line["state"] for line in second} == {"there already"}
    described = call("topics", "describe", *options)
    assert [orjson.loads(line)["problems"] for line in described.stdout.splitlines()] == [[], [], [], []]
    assert described.exit_code == 0


def test_what_differs_is_told(call: Call, embedded_broker: str) -> None:
    """Topics with fewer partitions than wanted do not pass for right."""
    options = ("--broker", embedded_broker, *_names("td"))
    assert call("topics", "create", *options, "--set", "topics.partitions=1").exit_code == 0
    result = call("topics", "describe", *options, "--set", "topics.partitions=3")
    assert result.exit_code == 1
    assert "has 1 partitions, wanted 3" in result.stdout


def test_no_broker_is_code_3(call: Call) -> None:
    """The address is told in one sentence."""
    port = free_port()
    result = call("topics", "describe", "--broker", f"127.0.0.1:{port}")
    assert (result.exit_code, result.stdout) == (3, "")
    assert f"No Kafka broker answers at 127.0.0.1:{port}. Name yours" in result.stderr
