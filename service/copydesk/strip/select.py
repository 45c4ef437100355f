"""Choose which of a page's blocks are the article's body, by structure.

Every block gets a mass (how much running text it holds, see features.py); the mass of an element is
that of all blocks in it. From the page down, the body is the innermost element that still holds most
of the mass. Places inside it that are named for something else (share bars, related links) are left
out; what stands outside is named by place.
"""

from collections import defaultdict
from collections.abc import Sequence

from copydesk.article import NormalArticle
from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen, fold
from copydesk.strip.features import LEAD, place_kind, tag_kind, text_mass
from copydesk.strip.verdict import Verdict

DESCENT_SHARE = 0.8
WRAPPER_SHARE = 0.5
COMMENT_WRAPPER_SHARE = 0.9
MAX_LINK_SHARE = 0.5


def select(article: NormalArticle, seen: Sequence[Seen]) -> list[Verdict | None]:
    """Return a verdict for each block outside the body, None for each inside."""
    places = _places(seen)
    hidden = _hidden(seen)
    masses = [
        0.0 if place or (hidden and one.block.hidden) else text_mass(one)
        for one, place in zip(seen, places, strict=True)
    ]
    body = _descend(seen, masses)
    verdicts: list[Verdict | None] = []
    for one, place in zip(seen, places, strict=True):
        inside = body in one.block.lineage
        if hidden and one.block.hidden:
            verdicts.append(Verdict(place or Kind.OTHER, "hidden", 0.9))
        elif place is not None:
            verdicts.append(Verdict(place, "place-in-body" if inside else "outside-body", 0.8))
        elif not inside:
            verdicts.append(Verdict(Kind.OTHER, "outside-body", 0.8))
        elif one.link_share > MAX_LINK_SHARE and not one.ends_sentence:
            verdicts.append(Verdict(Kind.RELATED, "link-block", 0.8))
        else:
            verdicts.append(None)
    _take_lead(article, seen, verdicts)
    return verdicts


def _take_lead(article: NormalArticle, seen: Sequence[Seen], verdicts: list[Verdict | None]) -> None:
    """Take in the lead that stands before the body in an element of its own.

    A lead is a sentence or two not far above the body that the page gives as its description, or whose
    element is named for it.
    """
    first = next((at for at, verdict in enumerate(verdicts) if verdict is None), 0)
    descriptions = _descriptions(article)
    for at in range(first - 1, max(-1, first - 1 - LEAD_REACH), -1):
        one, verdict = seen[at], verdicts[at]
        if verdict is None or one.words < LEAD_WORDS or one.link_share > 0.3 or one.block.hidden:
            continue
        own = " ".join(one.block.hints.split()[:LEAD_HINTS])
        if (one.core and one.core[:LEAD_CHARS] in descriptions) or (
            verdict.rule == "outside-body" and verdict.kind is Kind.OTHER and LEAD.search(own)
        ):
            verdicts[at] = None
            return


LEAD_REACH = 12
LEAD_WORDS = 10
LEAD_CHARS = 50
LEAD_HINTS = 5


def _descriptions(article: NormalArticle) -> frozenset[str]:
    page = article.page
    given = [page.meta.get(key) for key in ("description", "og:description", "twitter:description")]
    given += [
        value for item in page.json_ld for value in (item.get("description"),) if isinstance(value, str)
    ]
    return frozenset(fold(text)[:LEAD_CHARS] for text in given if text and len(text) < 2_000)


_WEAK = frozenset((Kind.BYLINE, Kind.TAGS, Kind.SHARE, Kind.NAVIGATION))
_WEAK_WORDS = 25


def _places(seen: Sequence[Seen]) -> list[Kind | None]:
    """What each block's place is called; words that most of the page's text shares say nothing."""
    weights: dict[str, float] = defaultdict(float)
    by_hints: dict[str, float] = defaultdict(float)
    for one in seen:
        by_hints[one.block.hints] += text_mass(one)
    for hints, mass in by_hints.items():
        for word in set(hints.split()):
            weights[word] += mass
    total = sum(by_hints.values())
    common = {word for word, mass in weights.items() if mass > WRAPPER_SHARE * total}
    common -= {
        word
        for word in common
        if place_kind(word) in _NEVER_BODY and weights[word] < COMMENT_WRAPPER_SHARE * total
    }
    kinds = {
        hints: place_kind(" ".join(word for word in hints.split() if word not in common))
        for hints in by_hints
    }
    places = []
    for one in seen:
        kind = kinds[one.block.hints]
        if kind in _WEAK and one.words >= _WEAK_WORDS and one.link_share < MAX_LINK_SHARE:
            kind = None
        places.append(tag_kind(one.block.path) or kind)
    return places


_NEVER_BODY = frozenset((Kind.COMMENTS, Kind.COOKIE))


def _hidden(seen: Sequence[Seen]) -> bool:
    """Tell whether hidden text is to be left out: not where it is most of what the page holds.

    Pages that are filled in by script come with their article in a hidden element.
    """
    concealed = sum(text_mass(one) for one in seen if one.block.hidden)
    return concealed <= HIDDEN_SHARE * sum(map(text_mass, seen))


HIDDEN_SHARE = 0.5


def _descend(seen: Sequence[Seen], masses: Sequence[float]) -> int:
    """Number of the innermost element that holds `DESCENT_SHARE` of the mass of the element around it."""
    total: dict[int, float] = defaultdict(float)
    inner: dict[int, set[int]] = defaultdict(set)
    for one, mass in zip(seen, masses, strict=True):
        lineage = one.block.lineage
        if mass:
            for outer, number in zip(lineage, lineage[1:], strict=False):
                inner[outer].add(number)
            for number in lineage:
                total[number] += mass
    at = 0
    while inner[at]:
        best = max(inner[at], key=lambda number: (total[number], -number))
        if total[best] < DESCENT_SHARE * total[at]:
            break
        at = best
    return at
