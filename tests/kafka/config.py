"""The configuration of the one Kafka node of the tests: small, quick to start, loopback only."""

from pathlib import Path

LOG4J = Path(__file__).with_name("log4j2.properties")

_SERVER = """\
process.roles=broker,controller
node.id=1
controller.quorum.bootstrap.servers=127.0.0.1:{controller}
listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
advertised.listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs={data}

# One node: one copy of everything.
default.replication.factor=1
min.insync.replicas=1
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1

# As production has it: topics are made on purpose.
auto.create.topics.enable=false

# No wait for members that are not coming; few internal partitions.
group.initial.rebalance.delay.ms=0
offsets.topic.num.partitions=4
transaction.state.log.num.partitions=4

# A killed broker comes back once the controller has given up its former self: 9 s by default.
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500

# What takes minutes by default, within a test's patience.
log.retention.check.interval.ms=5000
log.cleaner.backoff.ms=2000
log.segment.delete.delay.ms=1000
transaction.abort.timed.out.transaction.cleanup.interval.ms=2000

# Small: the cleaner's map alone takes 128 MB of heap by default.
log.cleaner.dedupe.buffer.size=4194304
log.segment.bytes=67108864
log.index.size.max.bytes=1048576
num.network.threads=2
num.io.threads=4
background.threads=2
num.recovery.threads.per.data.dir=1
"""

JVM = (
    # The serial collector and the first compiler tier start quickest on two cores; 256 MB carried
    # every test and benchmark here.
    "-Xms128m",
    "-Xmx256m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Xshare:auto",
    "-XX:MaxDirectMemorySize=128m",
    "-XX:+ExitOnOutOfMemoryError",
    "-Djava.awt.headless=true",
    f"-Dlog4j2.configurationFile={LOG4J}",
)
JVM_SUSTAINED = tuple(flag for flag in JVM if "TieredStopAtLevel" not in flag)
"""For benchmarks: all compiler tiers, so that the broker is not what is measured."""


def server_properties(data: Path, port: int, controller: int, extra: dict[str, str] | None = None) -> str:
    """Text of the server's properties file; `extra` adds to it or overrides it, in Kafka's names; {port} and {controller} in it are filled in."""
    ports = {"{port}": str(port), "{controller}": str(controller)}
    added = "".join(f"{name}={value}\n" for name, value in (extra or {}).items())
    for name, number in ports.items():
        added = added.replace(name, number)
    return _SERVER.format(data=data, port=port, controller=controller) + added
