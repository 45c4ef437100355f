"""Variant "faust": the app that Faust's own introduction leads to.

    python -m bench.plain_faust BROKER INPUT OUTPUT GROUP HANDLER

One agent, one event at a time: `async for event in stream.events()`, call the handler in the event
loop, `await topic.send(...)`. That await ends when the message is in the producer's buffer, and so
is the faster reading of "awaits its send"; with --acknowledged it also awaits the broker's answer.
Settings are Faust's stock settings. What differs from them is needed to run here, or in its favour:
raw bytes in and out, no web server, no leader topic, no table storage, messages of more than 1 MB,
and logging at INFO (the default level WARN turns on a spinner that costs a tenth of the speed).
"""

import sys
from typing import Any

import faust

from bench.handlers import load
from copydesk.stream.wire import Message, Tally


class App(faust.App):
    """An app without tables leaves no folder for them behind."""

    def _create_directories(self) -> None:
        pass


def build(broker: str, source: str, target: str, group: str, handler: str, *, acknowledged: bool) -> Any:
    """Make the app."""
    app = App(
        group,
        broker=f"kafka://{broker}",
        store="memory://",
        web_enabled=False,
        topic_disable_leader=True,
        topic_allow_declare=False,
        producer_max_request_size=12 << 20,
        consumer_max_fetch_size=12 << 20,
    )
    raw: dict[str, Any] = {
        "key_serializer": "raw",
        "value_serializer": "raw",
        "key_type": bytes,
        "value_type": bytes,
    }
    incoming, outgoing = app.topic(source, **raw), app.topic(target, **raw)
    handle = load(handler)
    tally = Tally()

    @app.agent(incoming)
    async def main(stream: Any) -> None:
        async for event in stream.events():
            m = event.message
            result = handle(
                Message(
                    event.value,
                    list(m.headers or ()),
                    m.topic,
                    m.partition,
                    m.offset,
                    int(m.timestamp * 1000),
                ),
                tally,
            )
            sent = await outgoing.send(key=result.key, value=result.value)
            if acknowledged:
                await sent

    return app


if __name__ == "__main__":
    built = build(*sys.argv[1:6], acknowledged="--acknowledged" in sys.argv)
    sys.argv[1:] = ["worker", "-l", "info", "--without-web"]
    built.main()
