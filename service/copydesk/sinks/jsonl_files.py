"""The files of one partition: the one that is being written, how far it is sure, and those that are finished.

    FOLDER/TOPIC/TOPIC+PARTITION+FIRST-LAST.jsonl     finished: complete, never changed again
    FOLDER/.writing/TOPIC+PARTITION.part              being written
    FOLDER/.writing/TOPIC+PARTITION.state             next offset, and how much of the part is sure
    FOLDER/.writing/TOPIC+PARTITION.lock              held while a batch is written

All truth is on the disk: a batch is appended to the part and flushed, then the state that counts it is put
in place by a rename. What lies beyond the state's length is of a batch that was never finished, and is cut off.
"""

import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import IO, Final

import msgspec
from msgspec import Struct

from copydesk.sinks.base import SinkUnavailable

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

WRITING: Final = ".writing"
"""Folder of what is not finished; its name begins with a dot so that readers and copies can pass it by."""


class Part(Struct):
    """The file that is being written: how much of it is sure, its offsets, when its first record came.

    Units: bytes, Unix seconds. `name` is that of the finished file, once finishing has begun.
    """

    length: int
    first: int
    last: int
    begun_s: float
    name: str | None = None


class State(Struct):
    """How far a partition was written."""

    next_offset: int
    part: Part | None = None


class Delivery(Struct, rename="camel"):
    """What each line says of the message it came in: its place on the topic, and the version of its record.

    `version_at` and `version_offset` are `base.version_of`, None and -1 for a record without `ingest`.
    """

    topic: str
    partition: int
    offset: int
    version_at: str | None = None
    version_offset: int = -1


class Line(Struct):
    """What tells one line from another: the record's id, or the place of a dead message, and the delivery."""

    delivery: Delivery
    id: str | None = None
    topic: str | None = None
    partition: int | None = None
    offset: int | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        """Equal for two deliveries of the same message."""
        one = self.delivery
        return (
            one.offset,
            one.version_at,
            one.version_offset,
            self.id,
            self.topic,
            self.partition,
            self.offset,
        )


_decode_line: Final = msgspec.json.Decoder(Line).decode


class PartitionFiles:
    """The files of one partition under a folder; every call but `lock` is made under the lock.

    Errors of every call: OSError; SinkUnavailable for files that are not as they were left.
    """

    def __init__(self, folder: Path, topic: str, partition: int) -> None:
        self._finished = folder / topic
        self._key = f"{topic}+{partition:05}"
        self._writing = folder / WRITING
        self._part = self._writing / f"{self._key}.part"
        self._state = self._writing / f"{self._key}.state"

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other processes from these files.

        Errors: SinkUnavailable where one of them is writing; OSError.
        """
        with (self._writing / f"{self._key}.lock").open("ab") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise SinkUnavailable(
                    f"files {self._part}: another process is writing this partition"
                ) from None
            yield

    def load(self) -> State | None:
        """Return how far the partition was written, None for not at all; what a crash left is put right."""
        try:
            state = msgspec.json.decode(self._state.read_bytes(), type=State)
        except FileNotFoundError:
            return None
        except msgspec.MsgspecError as error:
            raise SinkUnavailable(
                f"file {self._state}: it is damaged; move it and {self._part.name} away, and replay the topic ({error})"
            ) from error
        if state.part is not None and state.part.name is not None:
            self._complete(state)
        if state.part is not None:
            self._cut(state.part.length)
        return state

    def append(self, state: State, lines: list[bytes], first: int, last: int, now_s: float) -> None:
        """Add lines of messages `first` to `last` to the part; they count once `save` was called.

        Errors: OSError, and the part is as it was.
        """
        held = state.part.length if state.part else 0
        with self._part.open("ab") as part:
            part.truncate(held)
            try:
                part.writelines(lines)
                _flush(part)
            except OSError:
                with suppress(OSError):  # else the next to come cuts it off
                    part.truncate(held)
                raise
        if state.part is None:
            _flush_folder(self._writing)
            state.part = Part(0, first, last, now_s)
        state.part.length = held + sum(map(len, lines))
        state.part.first, state.part.last = min(state.part.first, first), max(state.part.last, last)

    def save(self, state: State) -> None:
        """Put a state in the place of the one before."""
        new = self._state.with_suffix(".new")
        with new.open("wb") as file:
            file.write(msgspec.json.encode(state))
            _flush(file)
        new.replace(self._state)
        _flush_folder(self._writing)

    def finish(self, state: State, compression: str) -> None:
        """Give the part its final name, compressed where that is wanted; the state goes on without it.

        The name is in the state before the file has it, so that a crash leads neither to two files nor to none.
        """
        if state.part is None:
            return
        self._finished.mkdir(exist_ok=True)
        state.part.name = self._free_name(state.part, ".jsonl.zst" if compression == "zstd" else ".jsonl")
        self.save(state)
        self._complete(state)

    def held(self, first: int, last: int, state: State) -> set[tuple[object, ...]]:
        """Return the identities of the lines that are there of messages `first` to `last`."""
        found: set[tuple[object, ...]] = set()
        for path in self._finished.glob(f"{self._key}+*.jsonl*"):
            begin, _, end = path.name.split("+")[2].split(".")[0].partition("-")
            if int(begin) <= last and int(end) >= first:
                found |= _identities(path, _stamp(path))
        if state.part is not None:
            found |= _identities(self._part, _stamp(self._part))
        return found

    def _free_name(self, part: Part, ending: str) -> str:
        """Name for the finished file; offsets come twice where a broker began anew, and then a number follows."""
        stem = f"{self._key}+{part.first:020}-{part.last:020}"
        name, number = stem + ending, 0
        while (self._finished / name).exists():
            number += 1
            name = f"{stem}.{number}{ending}"
        return name

    def _complete(self, state: State) -> None:
        """Finish what was begun; harmless however much of it was done before."""
        assert state.part is not None
        assert state.part.name is not None
        final = self._finished / state.part.name
        if self._part.exists():
            self._cut(state.part.length)
            source = self._part
            if final.suffix == ".zst":
                source = self._part.with_suffix(".zst")
                _compress(self._part, source)
            source.replace(final)
            _flush_folder(self._finished)
        elif not final.exists():
            raise SinkUnavailable(
                f"file {self._part}: it is gone; put it back, or move {self._state} away and replay the topic"
            )
        state.part = None
        self.save(state)
        self._part.unlink(missing_ok=True)

    def _cut(self, length: int) -> None:
        """Cut off what a batch left that was never finished."""
        there = self._part.stat().st_size if self._part.exists() else 0
        if there < length:
            raise SinkUnavailable(
                f"file {self._part}: {length - there} bytes that were written are gone; move it and"
                f" {self._state.name} away, and replay the topic"
            )
        if there > length:
            os.truncate(self._part, length)


def open_lines(path: Path) -> "zstd.ZstdFile | IO[bytes]":
    """Open a file to read its lines, unpacked."""
    return zstd.open(path, "rb") if path.suffix == ".zst" else path.open("rb")


def _stamp(path: Path) -> tuple[int, ...]:
    """Return what differs when a file has changed."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size


@lru_cache(maxsize=4)
def _identities(path: Path, _: tuple[int, ...]) -> frozenset[tuple[object, ...]]:
    """Return the identities of the lines of a file; kept, since a replay asks for one file batch after batch."""
    with open_lines(path) as lines:
        return frozenset(_decode_line(line).identity for line in lines)


def _compress(source: Path, target: Path) -> None:
    """Write a compressed copy of a file, with a checksum. Errors: OSError, and there is no copy."""
    try:
        with target.open("wb") as file:
            options: dict[int, int] = {zstd.CompressionParameter.checksum_flag: 1}
            with source.open("rb") as plain, zstd.open(file, "wb", options=options) as packed:
                shutil.copyfileobj(plain, packed, 1 << 20)
            _flush(file)
    except OSError:
        target.unlink(missing_ok=True)
        raise


def _flush(file: IO[bytes]) -> None:
    """See that what was written into a file outlives a power cut."""
    file.flush()
    os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """See that new and changed names in a folder outlive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
