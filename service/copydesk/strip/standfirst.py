"""The standfirst above the text that the page gives as its description, which the record has as such."""

from collections.abc import Sequence
from typing import Final

from copydesk.ledger import Kind
from copydesk.strip.blocks import fold
from copydesk.strip.confirm import descriptions_of
from copydesk.strip.judged import Judged
from copydesk.strip.verdict import Verdict

STANDFIRST: Final = Verdict(Kind.HEADLINE, "description-repeat", 0.5)
"""Like the headline it is kept by one of the three gold conventions: `service/decisions/0037-standfirsts.md`."""
LEAST_CHARS: Final = 20
MOST_CHARS: Final = 1_000
"""The record takes no longer description."""
_ENDS: Final = " .…"


def without_standfirst(judged: Judged, verdicts: Sequence[Verdict | None]) -> list[Verdict | None]:
    """Return the verdicts, with one on what stays above the body, is no paragraph and stands in the record's description.

    Where nothing of the body stays, nothing goes: then the standfirst is all that the page says.
    """
    decided = list(verdicts)
    region = judged.region
    if not region.is_page or not region.summaries:
        return decided
    above: list[int] = []
    for one, verdict in zip(judged.seen, verdicts, strict=True):
        if verdict is not None and not verdict.keep:
            continue
        if region.body in one.block.lineage:
            break
        if one.block.tag != "p" and len(one.core) >= LEAST_CHARS:
            above.append(one.index)
    else:
        return decided
    description = descriptions_of(judged.article)[0] if above else ""
    if len(description) <= MOST_CHARS:
        folded = fold(description)
        for at in above:
            if judged.seen[at].core.rstrip(_ENDS) in folded:
                decided[at] = STANDFIRST
    return decided
