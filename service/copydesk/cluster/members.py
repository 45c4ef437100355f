"""The members: what the partition of its id knows of an article, and the label of its cluster.

A cluster is what is connected by likeness. Its label is the lowest of its members', which each tells to those it is
like until nobody knows a lower one: minimum label propagation. Labels only sink and links are only added, so
messages may come twice, late and in any order between articles; all come to the same.
"""

from collections.abc import Generator, Iterator
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from copydesk.cluster.index import partitions_of
from copydesk.cluster.messages import Alike, Effect, Label, Link, Post, Rewrite, Seen, Sketch
from copydesk.enrich.fingerprint import similarity
from copydesk.kafka.partition import key_hash
from copydesk.record import Cluster, Role


class _Member(Struct, eq=False):
    version: tuple[datetime, int]
    own: Label
    """Its label by itself."""
    label: Label
    """The lowest it was told."""
    partition: int
    offset: int
    at_s: float
    linked: bool = False
    others: dict[str, None] = {}
    """Those it is like."""


class Members:
    """The articles of one partition, within the window."""

    def __init__(self, partitions: int, window_articles: int, window_s: float) -> None:
        self._partitions = partitions
        self._most = window_articles
        self._window_s = window_s
        self._members: dict[str, _Member] = {}

    def __len__(self) -> int:
        return len(self._members)

    def seen(self, seen: Seen, at_s: float) -> Iterator[Effect]:
        """Take note of a record; what follows from it. Units: `at_s` in Unix seconds, that of the message.

        A record that does not tell the cluster that is known is written again: a desk delivered the article once
        more, or a worker that had lost its partition wrote late. So the last one on the topic is right in the end.
        """
        member = self._members.get(seen.id)
        if seen.cluster is not None:
            if member is None or member.version != seen.version:
                return
        elif member is not None and seen.version < member.version:
            return
        elif member is None or seen.version > member.version or seen.fingerprint != member.own.fingerprint:
            member = yield from self._renew(member, seen, at_s)
        member.partition, member.offset = seen.partition, seen.offset
        if member.linked and cluster_of(member.own, member.label) != seen.cluster:
            yield _rewrite(member)

    def alike(self, alike: Alike) -> Iterator[Effect]:
        """Take note that a later article is like one, and answer it."""
        yield from self._join(alike.to, alike.label.id, alike.label, answer=True)

    def link(self, link: Link) -> Iterator[Effect]:
        """Take note of the label that one of those alike knows; where a lower one is known, answer with that."""
        yield from self._join(link.to, link.other, link.label, answer=False)

    def _join(self, to: str, other: str, label: Label, *, answer: bool) -> Iterator[Effect]:
        member = self._members.get(to)
        if member is None:
            return
        before = cluster_of(member.own, member.label) if member.linked else None
        member.linked = True
        if other != to:
            member.others[other] = None
        if label.rank < member.label.rank:
            member.label = label
            yield from (self._post(to, each, label) for each in member.others)
        elif other != to and (answer or member.label.rank < label.rank):
            yield self._post(to, other, member.label)
        if cluster_of(member.own, member.label) != before:
            yield _rewrite(member)

    def _renew(self, member: _Member | None, seen: Seen, at_s: float) -> Generator[Effect, None, _Member]:
        """A new article, or a new version of one: its sketch is to be compared.

        It stays in the cluster it was in; its label is sent once more, since what told it may be beyond the window
        when the member is not.
        """
        own = Label(id=seen.id, first_seen=seen.version[0], fingerprint=seen.fingerprint, domain=seen.domain)
        places = partitions_of(seen.fingerprint, self._partitions)
        made = _Member(seen.version, own, own, seen.partition, seen.offset, at_s)
        if member is not None:
            places |= partitions_of(member.own.fingerprint, self._partitions)
            made.own = replace(own, first_seen=min(own.first_seen, member.own.first_seen))
            made.linked, made.others = member.linked, member.others
            made.label = member.label if member.label.rank < made.own.rank else made.own
            del self._members[seen.id]
        self._forget(at_s)
        self._members[seen.id] = made
        if made.linked:
            yield self._post(seen.id, seen.id, made.label)
        yield from (Post(place, Sketch(label=made.own)) for place in sorted(places))
        return made

    def _forget(self, now_s: float) -> None:
        while self._members:
            oldest = next(iter(self._members.values()))
            if len(self._members) < self._most and oldest.at_s >= now_s - self._window_s:
                return
            del self._members[oldest.own.id]

    def _post(self, other: str, to: str, label: Label) -> Post:
        return Post(home_of(to, self._partitions), Link(to=to, other=other, label=label))


def home_of(article: str, partitions: int) -> int:
    """The partition that knows an article."""
    return key_hash(article.encode()) % partitions


def cluster_of(own: Label, label: Label) -> Cluster:
    """What the record of an article tells of its cluster."""
    first = own.id == label.id
    alike = 1.0 if first else round(similarity(own.fingerprint, label.fingerprint), 3)
    same_site = own.domain is not None and own.domain == label.domain
    role: Role = "first" if first else "update" if same_site and alike < 1 else "duplicate"
    return Cluster(id=label.id, role=role, similarity=alike, first_seen=label.first_seen)


def _rewrite(member: _Member) -> Rewrite:
    return Rewrite(member.own.id, member.partition, member.offset, cluster_of(member.own, member.label))
