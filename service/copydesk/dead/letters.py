"""Dead letters as they lie on their topic: each with what was done about it since."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from copydesk.codec import dead_letter, disposition, raw_article, record
from copydesk.codec.disposition import Disposition
from copydesk.kafka.options import KafkaOptions
from copydesk.kafka.reading import Kept, ranges_of, read_ranges, reader
from copydesk.normalise.stage import likely_id
from copydesk.normalise.url import site
from copydesk.outcome import DeadLetter, DropArticle, Reason, RejectArticle, Stage

FETCH_BYTES: Final = 16_777_216
"""Most bytes of one fetch of a partition: a dead letter may be 10 MB, and one is always handed over."""

_KEY_CHARS: Final = 100


class LetterId(Struct, frozen=True, order=True):
    """Where a letter lies on the topic of the dead; written "partition:offset"."""

    partition: int
    offset: int

    def __str__(self) -> str:
        return f"{self.partition}:{self.offset}"

    @classmethod
    def read(cls, text: str) -> "LetterId":
        """Read "0:17", or "17" of partition 0.

        Errors: ValueError.
        """
        partition, _, offset = text.rpartition(":")
        if not ((partition or "0").isdecimal() and offset.isdecimal()):
            raise ValueError(
                f"{text!r} is no dead letter's id; `copydesk dead ls --each` shows those there are."
            )
        return cls(int(partition or 0), int(offset))


class Letter(Struct, frozen=True, kw_only=True):
    """One dead letter without its body.

    `died_at`: when it was put on the topic. `site` and `article` as far as its message tells them.
    Units: `size` is bytes of the value.
    """

    id: LetterId
    died_at: datetime
    why: DeadLetter
    attempt: int
    size: int
    site: str | None
    article: str | None
    done: Disposition | None = None

    @property
    def state(self) -> str:
        """Open, retried or discarded."""
        return self.done.action.value if self.done else "open"


class Choice(Struct, frozen=True, kw_only=True):
    """Which letters are meant: all that fulfil every condition given. `ids` empty means any."""

    ids: frozenset[LetterId] = frozenset()
    reasons: frozenset[Reason] = frozenset()
    stages: frozenset[Stage] = frozenset()
    site: str | None = None
    article: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    settled: bool = False
    """Whether those that were retried or discarded are meant too."""

    @property
    def everything(self) -> bool:
        """Whether nothing narrows it down."""
        return self == Choice(settled=self.settled)

    def takes(self, letter: Letter) -> bool:
        """Whether a letter is meant."""
        return (
            (self.settled or letter.done is None)
            and (not self.ids or letter.id in self.ids)
            and (not self.reasons or letter.why.reason in self.reasons)
            and (not self.stages or letter.why.stage in self.stages)
            and (self.site is None or letter.site == self.site)
            and (self.article is None or letter.article == self.article)
            and (self.since is None or letter.died_at >= self.since)
            and (self.until is None or letter.died_at < self.until)
        )


class Found(Struct, frozen=True):
    """Letters in the order of their death; how many were left out as settled; messages that are no letters."""

    letters: Sequence[Letter]
    settled: int
    foreign: int


async def find(kafka: KafkaOptions, topic: str, choice: Choice) -> Found:
    """Read the topic of the dead and choose.

    What was done with a letter stands after it, in its partition, so one pass tells all. Bodies are let go of.
    Errors: ReadingError.
    """
    letters: dict[LetterId, Letter] = {}
    done: dict[LetterId, Disposition] = {}
    foreign = 0
    async with reader(kafka, max_partition_fetch_bytes=FETCH_BYTES) as consumer:
        ranges = await ranges_of(consumer, topic, since=choice.since)
        async for batch in read_ranges(consumer, ranges):
            for message in batch:
                disposed = disposition.from_headers(message.headers)
                letter = None if disposed else read_letter(message)
                if disposed:
                    done[LetterId(message.partition, disposed.offset)] = disposed
                elif letter is None:
                    foreign += 1
                else:
                    letters[letter.id] = letter
    known = [replace(letter, done=done.get(letter.id)) for letter in letters.values()]
    chosen = [letter for letter in known if choice.takes(letter)]
    any_state = replace(choice, settled=True)
    settled = sum(any_state.takes(letter) for letter in known) - len(chosen)
    return Found(sorted(chosen, key=lambda letter: letter.died_at), settled, foreign)


def read_letter(message: Kept) -> Letter | None:
    """A message of the topic of the dead as a letter; None where it is none of ours."""
    try:
        why = dead_letter.from_headers(message.headers)
    except ValueError:
        return None
    place, article = _told(message, why)
    return Letter(
        id=LetterId(message.partition, message.offset),
        died_at=datetime.fromtimestamp(message.timestamp / 1000, UTC),
        why=why,
        attempt=disposition.attempt_of(message.headers),
        size=len(message.value or b""),
        site=place,
        article=article,
    )


def _told(message: Kept, why: DeadLetter) -> tuple[str | None, str | None]:
    """Site and id of the article: of a record its own; of a raw message what it says, the key where it says none."""
    key = (message.key or b"").decode("utf-8", "replace")[:_KEY_CHARS] or None
    try:
        if why.stage is Stage.SINK:
            made = record.decode(message.value or b"")
            return (made.publisher.domain if made.publisher else None), made.id
        raw = raw_article.decode(message.value, message.headers)
    except (RejectArticle, DropArticle):
        return key, None
    return (site(raw.url) if raw.url else None) or key, likely_id(raw)


class Group(Struct, frozen=True, kw_only=True):
    """Letters of one reason and stage: how many, when, of which sites (the most frequent first), and one of them."""

    reason: str
    stage: str
    letters: int
    first: datetime
    last: datetime
    sites: dict[str, int]
    example: str


def grouped(letters: Iterable[Letter]) -> list[Group]:
    """Letters by reason and stage, the largest group first."""
    by: dict[tuple[str, str], list[Letter]] = {}
    for letter in letters:
        by.setdefault((letter.why.reason.value, letter.why.stage.value), []).append(letter)
    groups = []
    for (reason, stage), some in by.items():
        sites: dict[str, int] = {}
        for letter in some:
            sites[letter.site or "?"] = sites.get(letter.site or "?", 0) + 1
        groups.append(
            Group(
                reason=reason,
                stage=stage,
                letters=len(some),
                first=some[0].died_at,
                last=some[-1].died_at,
                sites=dict(sorted(sites.items(), key=lambda one: -one[1])),
                example=str(some[-1].id),
            )
        )
    return sorted(groups, key=lambda group: -group.letters)
