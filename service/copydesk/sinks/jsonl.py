"""The JSON Lines sink: one record a line, in files that are complete under their final names.

It appends and changes nothing: every version of an article has its line, and readers take the newest of each
id (`base.Sink`). A batch that comes again is looked up in the files, so it adds no line. A thread of the
sink's own finishes files that have become old while nothing came.
"""

import errno
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from copydesk.outcome import DeadLetter
from copydesk.record import Record
from copydesk.sinks.base import (
    Batch,
    SinkMisconfigured,
    SinkRefused,
    SinkUnavailable,
    storable_problem,
    version_of,
)
from copydesk.sinks.jsonl_files import WRITING, Delivery, Line, PartitionFiles, State
from copydesk.sinks.jsonl_options import JsonlOptions

_encode: Final = msgspec.json.Encoder().encode
_ADVICE: Final = {
    errno.ENOSPC: "the disk is full; free some space",
    errno.EDQUOT: "the quota is used up; free some space",
    errno.EACCES: "access was denied; check the permissions of the folder and what is in it, or set jsonl.folder",
    errno.EPERM: "access was denied; check the permissions of the folder and what is in it, or set jsonl.folder",
    errno.EROFS: "the file system is read-only; set jsonl.folder to another",
    errno.ENOENT: "a folder or file is gone; see whether its volume is mounted, and start the worker again",
    errno.ENOTDIR: "there is a file where a folder should be; set jsonl.folder to another",
    errno.EEXIST: "there is a file where a folder should be; set jsonl.folder to another",
    errno.EIO: "reading or writing failed; check the disk",
}
_PASSING: Final = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.ESTALE, errno.ETIMEDOUT, errno.EAGAIN)
"""What may be gone when the folder is opened again; all else needs somebody to look at it."""
_LOOKS_PER_AGE: Final = 10
"""Files are finished within a tenth of `max_file_age_s` of their time."""


class JsonlSink:
    """Writes records into JSON Lines files; see `Sink` for the contract, as an append-only store keeps it."""

    name = "jsonl"
    keeps_dead_letters = True
    one_store = False

    def __init__(self, options: JsonlOptions) -> None:
        self._options = options
        self._folder = Path(options.folder)
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._tending: threading.Thread | None = None

    def open(self) -> None:
        """Make the folder, put right what a crash left, and finish what has become old."""
        self.close()
        if not self._options.folder:
            raise SinkMisconfigured("the jsonl sink has no folder; set jsonl.folder")
        try:
            (self._folder / WRITING).mkdir(parents=True, exist_ok=True)
            self._tend()
        except OSError as error:
            outage = self._unavailable(error)
            if error.errno in _PASSING:
                raise outage from error
            raise SinkMisconfigured(str(outage)) from error
        self._closing.clear()
        self._tending = threading.Thread(target=self._keep_tending, name="sink-jsonl-age", daemon=True)
        self._tending.start()

    def write(self, batch: Batch) -> None:
        """Append what is not there yet, and the next offset; see `Sink.write`."""
        files = self._files(batch.topic, batch.partition)
        try:
            with self._lock, files.lock():
                state = files.load() or State(0)
                self._finish_if_due(files, state)
                refused = _append(files, state, batch)
                with suppress(
                    OSError
                ):  # the batch is written; why its file cannot be finished is told by the next
                    self._finish_if_due(files, state)
        except OSError as error:
            raise self._unavailable(error) from error
        if refused:
            raise SinkRefused(refused)

    def committed(self, topic: str, partition: int) -> int | None:
        """Return the stored next offset of a partition, or None."""
        files = self._files(topic, partition)
        try:
            with self._lock, files.lock():
                state = files.load()
        except OSError as error:
            raise self._unavailable(error) from error
        return None if state is None else state.next_offset

    def close(self) -> None:
        """Finish the files that are being written; what cannot be finished now is when the sink is opened again."""
        if self._tending is None:
            return
        self._closing.set()
        self._tending.join()
        self._tending = None
        with suppress(OSError):
            self._tend(all_of_them=True)

    def _files(self, topic: str, partition: int) -> PartitionFiles:
        if self._tending is None:
            raise SinkUnavailable("the jsonl sink is not open; call open() first")
        return PartitionFiles(self._folder, topic, partition)

    def _finish_if_due(self, files: PartitionFiles, state: State) -> None:
        part, options = state.part, self._options
        if part is not None and (
            part.length >= options.max_file_bytes or time.time() - part.begun_s >= options.max_file_age_s
        ):
            files.finish(state, options.compression)

    def _keep_tending(self) -> None:
        while not self._closing.wait(self._options.max_file_age_s / _LOOKS_PER_AGE):
            with suppress(OSError):  # told by the next batch
                self._tend()

    def _tend(self, *, all_of_them: bool = False) -> None:
        """Finish the files whose time has come, whoever wrote them: a partition may have gone to another worker."""
        for path in sorted((self._folder / WRITING).glob("*.state")):
            topic, _, partition = path.stem.rpartition("+")
            files = PartitionFiles(self._folder, topic, int(partition))
            with suppress(SinkUnavailable), self._lock, files.lock():
                state = files.load() or State(0)
                if all_of_them:
                    files.finish(state, self._options.compression)
                else:
                    self._finish_if_due(files, state)

    def _unavailable(self, error: OSError) -> SinkUnavailable:
        advice = _ADVICE.get(error.errno or 0, "it failed")
        return SinkUnavailable(f"folder {self._folder}: {advice} ({error})")


def _append(files: PartitionFiles, state: State, batch: Batch) -> dict[int, str]:
    """Append the lines of a batch that are not there yet; return what was refused: index to why."""
    lines, refused = _lines(batch)
    again = [line.delivery.offset for line, _ in lines if line.delivery.offset < state.next_offset]
    held = files.held(min(again), max(again), state) if again else set()
    new = [(line.delivery.offset, text) for line, text in lines if line.identity not in held]
    if new:
        offsets = [offset for offset, _ in new]
        files.append(state, [text for _, text in new], min(offsets), max(offsets), time.time())
    state.next_offset = max(state.next_offset, batch.next_offset)
    files.save(state)
    return refused


def _lines(batch: Batch) -> tuple[list[tuple[Line, bytes]], dict[int, str]]:
    """Make the lines of a batch; what cannot be one is refused."""
    lines: list[tuple[Line, bytes]] = []
    refused = {}
    for index, (offset, record) in enumerate(batch.records):
        moment, version = version_of(record)
        delivery = Delivery(batch.topic, batch.partition, offset, moment or None, version)
        problem = storable_problem(record)
        if problem is None:
            try:
                lines.append((Line(delivery, id=record.id), _line(record, delivery)))
            except (UnicodeEncodeError, OverflowError) as error:
                problem = f"JSON cannot hold it: {type(error).__name__}"
        if problem is not None:
            refused[index] = problem
    for offset, letter in batch.dead_letters:
        delivery = Delivery(batch.topic, batch.partition, offset)
        line = Line(delivery, topic=letter.topic, partition=letter.partition, offset=letter.offset)
        lines.append((line, _line(letter, delivery)))
    return lines, refused


def _line(value: Record | DeadLetter, delivery: Delivery) -> bytes:
    """Return a line: the value as it was on the topic, and with it the delivery."""
    return _encode(value)[:-1] + b',"delivery":' + _encode(delivery) + b"}\n"
