"""The state of one partition of the topic of clusters: the fold of its messages within the window."""

from collections.abc import Sequence

from copydesk.cluster.index import Index
from copydesk.cluster.members import Members, home_of
from copydesk.cluster.messages import Alike, Effect, Link, Message, Post, Seen, Sketch
from copydesk.cluster.options import ClusterOptions


class State:
    """What the messages of one partition come to.

    The same messages in the same order give the same state, so who takes a partition over reads them again, and lets
    what follows from them be: it was done before they were committed.
    """

    def __init__(self, partition: int, partitions: int, options: ClusterOptions) -> None:
        self._partitions = partitions
        self.members = Members(partitions, options.window_articles, options.window_s)
        self.index = Index(partition, partitions, options.window_articles, options.window_s)

    def take(self, message: Message, at_s: float) -> Sequence[Effect]:
        """Take a message of time `at_s` (Unix seconds) in; what is then to be done, in this order."""
        match message:
            case Seen():
                return list(self.members.seen(message, at_s))
            case Alike():
                return list(self.members.alike(message))
            case Link():
                return list(self.members.link(message))
            case Sketch(label=label):
                return [
                    Post(home_of(found.id, self._partitions), Alike(to=found.id, label=label))
                    for found in self.index.put(label, at_s)
                ]
