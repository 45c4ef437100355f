"""Three Apache Kafka nodes as one cluster, each broker and controller in one, on loopback only."""

from concurrent.futures import ThreadPoolExecutor

from tests.kafka.probe import LOOPBACK, free_port
from tests.kafka.server import KafkaServer, new_id

NODES = 3
COPIES = {
    "default.replication.factor": "3",
    "min.insync.replicas": "2",
    "offsets.topic.replication.factor": "3",
    "transaction.state.log.replication.factor": "3",
    "transaction.state.log.min.isr": "2",
    "share.coordinator.state.topic.replication.factor": "3",
    "share.coordinator.state.topic.min.isr": "2",
}
"""Each partition is on all nodes, and any one of them may go."""


class KafkaCluster:
    """Three nodes, of which each can be killed and restarted on its own."""

    def __init__(self) -> None:
        cluster_id, controllers = new_id(), [free_port() for _ in range(NODES)]
        voters = ",".join(
            f"{node}@{LOOPBACK}:{port}:{new_id()}" for node, port in enumerate(controllers, start=1)
        )
        quorum = ",".join(f"{LOOPBACK}:{port}" for port in controllers)
        self.nodes = [
            KafkaServer(
                port=free_port(),
                controller=port,
                quorum=("--initial-controllers", voters, "-t", cluster_id),
                extra=COPIES | {"node.id": str(node), "controller.quorum.bootstrap.servers": quorum},
            )
            for node, port in enumerate(controllers, start=1)
        ]

    @property
    def bootstrap(self) -> str:
        """Addresses for clients, host:port, of all nodes."""
        return ",".join(node.bootstrap for node in self.nodes)

    def start(self) -> None:
        """Start all nodes at once: none serves before a majority is there."""
        with ThreadPoolExecutor(NODES) as threads:
            list(threads.map(KafkaServer.start, self.nodes))

    def close(self) -> None:
        """Stop all nodes at once and remove their temporary files."""
        with ThreadPoolExecutor(NODES) as threads:
            list(threads.map(KafkaServer.close, self.nodes))
