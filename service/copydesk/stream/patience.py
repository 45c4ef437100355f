"""Patience with a broker that answers an empty fetch at once.

Kafka holds a fetch back until there is something to read (fetch.max.wait.ms). The embedded broker
does not, so an idle consumer would ask it thousands of times a second and keep a core busy.
It leans on a private name of aiokafka 0.14.0, which is pinned exactly and tested for.
"""

import asyncio
from contextlib import suppress
from typing import Any

from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread
from faust.types import TP

from copydesk.stream.commits import bind_commits
from copydesk.stream.raw_fetch import fetch_raw


class PatientConsumerThread(AIOKafkaConsumerThread):
    """Faust's consumer thread, whose fetches stay undecoded, and whose commits know their topics.

    After an empty fetch it waits `chunk_options.fetch_pause_s` seconds.
    """

    async def on_start(self) -> None:
        """Start the consumer; have its fetches stay raw, bind its commits, slow empty fetches down where asked to."""
        await super().on_start()
        app: Any = self.app
        options = app.chunk_options
        consumer: Any = self._ensure_consumer()
        fetch_raw(consumer._fetcher, options.records, options.nbytes)  # noqa: SLF001  see above
        bind_commits(consumer._coordinator, options.topics)  # noqa: SLF001
        if options.fetch_pause_s:
            _slow_down(consumer._fetcher, options.fetch_pause_s)  # noqa: SLF001

    def verify_event_path(self, now: float, tp: TP) -> None:
        """Find nothing stuck: that is the watchdog's to tell.

        Faust looks at streams that our messages do not pass, and from the fifth minute on calls every backlog an error.
        """


def _slow_down(fetcher: Any, pause_s: float) -> None:
    fetch = fetcher._proc_fetch_request  # noqa: SLF001

    async def patiently(*arguments: Any) -> bool:
        got_records: bool = await fetch(*arguments)
        if not got_records:
            # Cancelled when partitions go or the consumer closes: like the method we wrap, just end.
            with suppress(asyncio.CancelledError):
                await asyncio.sleep(pause_s)
        return got_records

    fetcher._proc_fetch_request = patiently  # noqa: SLF001
