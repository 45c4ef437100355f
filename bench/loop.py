"""The reference for the real work: a plain loop that calls the handler, with no stream around it.

    python -m bench.loop WORKLOAD COUNT HANDLER

Prints one JSON object: CPU seconds per 1,000 articles, articles/s of one process, and the numbers
of the messages that become records (the others are dropped or rejected, and are left out of the streams).
"""

import sys
import time

import orjson

from bench.handlers import load
from bench.messages import messages
from copydesk.stream.wire import Message, Tally

WARM_UP = 50
"""Messages that are worked on first and not counted: tables are loaded, caches filled."""


def main(workload: str, count: int, handler: str) -> None:
    """Work on all messages and print what it cost."""
    handle, tally = load(handler), Tally()
    made = [
        Message(value, (), "bench", 0, number, 0) for number, value in enumerate(messages(workload, count))
    ]
    for message in made[:WARM_UP]:
        handle(message, tally)
    began, cpu = time.perf_counter(), time.process_time()
    results = [handle(message, tally).value is not None for message in made]
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    answer = {
        "articles_per_s": count / seconds,
        "cpu_s_per_1000": cpu / count * 1000,
        "accepted": [number for number, record in enumerate(results) if record],
    }
    sys.stdout.buffer.write(orjson.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
