"""What one setting alone cannot tell: whether the settings fit together."""

import re
from collections.abc import Iterator, Mapping

from copydesk.kafka.options import KafkaOptions
from copydesk.settings.model import Settings
from copydesk.settings.problems import Problem, did_you_mean
from copydesk.sinks.registry import SINKS

_SERVER = re.compile(r"(?:\[[0-9a-fA-F:.%]{2,64}\]|[^\s:/\[\]]{1,255}):([0-9]{1,5})")
_COMPRESSIONS = ("gzip", "lz4", "snappy", "zstd")


def check(settings: Settings, sources: Mapping[str, str]) -> list[Problem]:
    """Everything that is wrong with `settings` as a whole."""
    return [
        Problem(where=sources.get(key, "default"), key=key, what=what, fix=fix)
        for key, what, fix in (
            *_kafka(settings.kafka),
            *_topics(settings),
            *_stream(settings),
            *_sink(settings),
        )
    ]


def _kafka(kafka: KafkaOptions) -> Iterator[tuple[str, str, str]]:
    for server in kafka.servers or [kafka.bootstrap_servers]:
        match = _SERVER.fullmatch(server)
        if match is None or not 1 <= int(match[1]) <= 65535:
            what = f"names {server!r}, which is not host:port."
            yield "kafka.bootstrap_servers", what, "Write it as kafka.example.org:9092."
    if kafka.uses_sasl and not kafka.sasl_username:
        yield (
            "kafka.security_protocol",
            f"= {kafka.security_protocol} needs a user.",
            "Set kafka.sasl_username.",
        )
    if kafka.uses_sasl and not kafka.sasl_password:
        fix = "Set kafka.sasl_password_file."
        yield "kafka.security_protocol", f"= {kafka.security_protocol} needs a password.", fix
    if kafka.ssl_certfile and not kafka.ssl_keyfile:
        yield "kafka.ssl_certfile", "needs its private key.", "Set kafka.ssl_keyfile."


def _topics(settings: Settings) -> Iterator[tuple[str, str, str]]:
    topics = settings.topics
    names = (topics.raw, topics.structured, topics.dead, topics.clusters)
    if len(set(names)) < len(names):
        what = f"raw, structured, dead and clusters must differ; they are {', '.join(names)}."
        yield "topics.raw", what, "Give each topic a name of its own."
    if settings.cluster.window_hours > topics.retention_days * 24:
        what = f"= {settings.cluster.window_hours} is longer than messages are kept ({topics.retention_days} days)."
        yield "cluster.window_hours", what, "Make it shorter, or set topics.retention_days."


def _stream(settings: Settings) -> Iterator[tuple[str, str, str]]:
    compression = settings.stream.compression
    if compression is not None and compression not in _COMPRESSIONS:
        what = f"= {compression!r} must be one of {', '.join(_COMPRESSIONS)}."
        yield "stream.compression", what, "Leave it unset for none."


def _sink(settings: Settings) -> Iterator[tuple[str, str, str]]:
    names = settings.sink.names
    for name in names:
        if name not in SINKS:
            yield "sink.names", f"names {name!r}, which is no sink.", did_you_mean(name, list(SINKS))
    if len(set(names)) < len(names):
        yield "sink.names", "names a sink twice.", "Name each once."
