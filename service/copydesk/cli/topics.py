"""`copydesk topics`: create or describe what the service needs."""

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any, TypeVar

import click
from aiokafka.errors import KafkaConnectionError, KafkaError

from copydesk.cli.options import json_option, settings_options
from copydesk.cli.output import notice, print_json, print_table
from copydesk.kafka.reach import why_unreachable
from copydesk.kafka.topics import create_topics, describe_topics, topic_specs
from copydesk.logs import quiet_libraries
from copydesk.settings.load import Loaded

EXIT_FAILED = 1
EXIT_NOT_REACHED = 3

T = TypeVar("T")


@click.group()
def topics() -> None:
    """Create or describe the topics the service needs."""


@topics.command()
@settings_options("broker")
@json_option
def create(loaded: Loaded, *, as_json: bool) -> None:
    """Create those topics that do not exist; existing ones are left as they are."""
    specs = topic_specs(loaded.settings.topics)
    created = _ask(loaded, create_topics(loaded.settings.kafka, specs))
    rows = [(spec, "created" if spec.name in created else "there already") for spec in specs]
    if as_json:
        for spec, state in rows:
            print_json(
                {"name": spec.name, "state": state, "partitions": spec.partitions, "config": spec.config}
            )
    else:
        print_table(
            ("topic", "state", "partitions", "purpose"),
            [(spec.name, state, spec.partitions, spec.purpose) for spec, state in rows],
            numbers=("partitions",),
        )


@topics.command()
@settings_options("broker")
@json_option
def describe(loaded: Loaded, *, as_json: bool) -> None:
    """Describe the topics as the cluster has them, and what differs from what is needed.

    Exit code 1 when something differs.
    """
    specs = topic_specs(loaded.settings.topics)
    states = _ask(loaded, describe_topics(loaded.settings.kafka, specs))
    if as_json:
        for state in states:
            print_json(state)
    else:
        rows = []
        for state in states:
            config = ", ".join(f"{name}={value}" for name, value in state.config.items())
            rows.append(
                (
                    state.name,
                    state.partitions,
                    state.replication_factor,
                    config,
                    "; ".join(state.problems) or "fits",
                )
            )
        print_table(
            ("topic", "partitions", "replicas", "configuration", "verdict"),
            rows,
            numbers=("partitions", "replicas"),
        )
    if any(state.problems for state in states):
        sys.exit(EXIT_FAILED)


def _ask(loaded: Loaded, question: Coroutine[Any, Any, T]) -> T:
    """Run a question to the cluster; exit code 3 when no broker answers."""
    quiet_libraries()
    try:
        return asyncio.run(question)
    except (KafkaError, OSError) as error:
        kafka = loaded.settings.kafka
        told = asyncio.run(why_unreachable(kafka))
        if not told and not isinstance(error, KafkaConnectionError):
            told = f"{type(error).__name__}: {error}"
        answers = f"answers at {kafka.bootstrap_servers}" + (f" ({told})" if told else "")
        notice(f"copydesk: No Kafka broker {answers}. Name yours: --broker host:port.")
        sys.exit(EXIT_NOT_REACHED)
