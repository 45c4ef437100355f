"""An article as selection and rules see it: what the model decides upon."""

from collections.abc import Sequence
from typing import NamedTuple

from copydesk.article import NormalArticle
from copydesk.strip.blocks import Seen
from copydesk.strip.select import Region
from copydesk.strip.verdict import Verdict


class Judged(NamedTuple):
    """Shape: `seen` and `verdicts` have one value per block of the article."""

    article: NormalArticle
    seen: Sequence[Seen]
    region: Region
    verdicts: Sequence[Verdict | None]
    headlines: frozenset[str]
    """Folded forms of what the page calls its headline."""
