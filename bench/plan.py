"""What is measured: workloads, variants, how many messages, and the bars."""

from msgspec import Struct

from bench.brokers import EMBEDDED
from bench.handlers import IDENTITY, REAL
from bench.run import Variant

BARE, OVERLAP, FAUST, COPYDESK = "bare", "bare-overlap", "faust", "copydesk"
INLINE = "copydesk-inline"
LOOP, LOOPS = "loop", "loop on each core"


class Workload(Struct, frozen=True):
    """Messages of one kind, a handler, and how many outputs each variant is measured on.

    The input holds `margin` messages more than anybody is measured on, so that the last output
    comes while there is still work.
    """

    name: str
    messages: str
    handler: str
    outputs: dict[str, int]
    loop: int = 0
    """Messages that the plain loop works on; 0 where there is no loop to compare with."""
    margin: int = 3000

    def variants(self) -> list[Variant]:
        """The programs to run, in order."""
        every = {
            BARE: Variant(BARE, "bench.bare"),
            OVERLAP: Variant(OVERLAP, "bench.bare", ("--overlap",)),
            FAUST: Variant(FAUST, "bench.plain_faust", (self.handler,)),
            COPYDESK: Variant(COPYDESK, "bench.desk_worker", (self.handler,)),
            INLINE: Variant(INLINE, "bench.desk_worker", (self.handler, "--inline")),
        }
        return [every[name] for name in self.outputs]


class Bar(Struct, frozen=True):
    """What is promised: `measure` of `variant` against that of `other`, at least or at most `limit`."""

    workload: str
    measure: str
    variant: str
    other: str
    limit: float
    at_least: bool


# Counts are such that a run takes 2 to 10 s on two cores: long against the 0.05 s between two looks,
# short enough for five rounds of everything within a quarter of an hour.
FULL = (
    Workload(
        "identity, 4 kB text",
        "text",
        IDENTITY,
        {BARE: 80_000, OVERLAP: 80_000, FAUST: 10_000, COPYDESK: 60_000, INLINE: 60_000},
    ),
    Workload("process(), 4 kB text", "text", REAL, {FAUST: 1500, COPYDESK: 4000}, loop=1500, margin=1500),
    Workload("process(), HTML pages", "html", REAL, {FAUST: 300, COPYDESK: 800}, loop=300, margin=400),
)
QUICK = (
    Workload(
        "identity, 4 kB text",
        "text",
        IDENTITY,
        {BARE: 50_000, OVERLAP: 50_000, FAUST: 6000, COPYDESK: 40_000, INLINE: 40_000},
    ),
    Workload("process(), 4 kB text", "text", REAL, {FAUST: 800, COPYDESK: 1600}, loop=800, margin=1500),
    Workload("process(), HTML pages", "html", REAL, {FAUST: 150, COPYDESK: 300}, loop=200, margin=400),
)
ROUNDS, QUICK_ROUNDS = 5, 2
MEMORY_ARTICLES = 200_000
MEMORY_ARTICLES_QUICK = 60_000

BARS = (
    Bar("identity, 4 kB text", "articles_per_s", COPYDESK, FAUST, 5.0, at_least=True),
    Bar("identity, 4 kB text", "articles_per_s", COPYDESK, BARE, 0.55, at_least=True),
    Bar("identity, 4 kB text", "cpu_s_per_1000", COPYDESK, BARE, 1.6, at_least=False),
    Bar("identity, 4 kB text", "articles_per_s", INLINE, BARE, 0.55, at_least=True),
    Bar("identity, 4 kB text", "cpu_s_per_1000", INLINE, BARE, 1.6, at_least=False),
    Bar("process(), 4 kB text", "cpu_s_per_1000", COPYDESK, LOOP, 1.15, at_least=False),
    Bar("process(), HTML pages", "cpu_s_per_1000", COPYDESK, LOOP, 1.15, at_least=False),
)


def for_broker(workloads: tuple[Workload, ...], kind: str) -> tuple[Workload, ...]:
    """Fewer messages for the embedded broker, which holds all of them in memory and rewrites them again and again."""
    if kind != EMBEDDED:
        return workloads
    return tuple(
        Workload(
            each.name,
            each.messages,
            each.handler,
            {
                name: min(count, 8000 if each.messages == "text" else 150)
                for name, count in each.outputs.items()
            },
            each.loop,
            margin=min(each.margin, 1000 if each.messages == "text" else 50),
        )
        for each in workloads
    )
