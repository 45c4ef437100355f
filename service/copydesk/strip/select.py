"""Choose which of a page's blocks are the article's body, by structure.

Every block gets a mass (how much running text it holds, see places.py); the mass of an element is
that of all blocks in it. From the page down, the body is the innermost element that still holds most
of the mass. Places inside it that are named for something else (share bars, related links) are left
out; what stands outside is named by its place. All figures below were chosen on one half of the
development pages, the sites whose name has an even hash; `bench/strip/quality.py` measures all of them.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import fsum
from typing import Final

from msgspec import Struct

from copydesk.article import NormalArticle
from copydesk.ledger import Kind
from copydesk.strip.articles import of_others
from copydesk.strip.blocks import STOPS, Seen
from copydesk.strip.confirm import LEAD_CHARS, BodyWords, body_words, descriptions
from copydesk.strip.places import (
    PANEL,
    PLACES,
    UNNAMED,
    WRAPPER_SHARE,
    names_lead,
    of_panels,
    place_rank,
    say_nothing,
    tag_kind,
    text_mass,
)
from copydesk.strip.verdict import Verdict

DESCENT_SHARE: Final = 0.8
"""The search goes into an element that holds this share of the mass around it. F1 on wcxb: .939 at .6,
.943 at .7, .944 at .8, .942 at .9."""
MAX_LINK_SHARE: Final = 0.9
"""A block that is all link and no sentence is a link, not a paragraph. At .5 lists of links that belong to an
article went too: F1 on wcxb .946, at .7 .947, at .95 .948."""
HIDDEN_SHARE: Final = 0.6
"""Hidden text is left out unless it is more than this share of the page's running text: then a script shows it. Of nine
development pages with a larger share all have their article there, of four with .51 to .55 none."""
WEAK_WORDS: Final = 25
"""From this size on, a block of running text is not a byline, tag list, share bar or menu, whatever
the element is called."""
LEAD_REACH: Final = 12
"""A lead stands at most this many blocks above the body. Taking leads in raised fundus from .930 to .941."""
LEAD_WORDS: Final = 10
LEAD_HINTS: Final = 5
CONFIRMED_SHARE: Final = 0.6
"""JSON-LD articleBody is believed where this share of its words is found in the page's blocks."""

OUTSIDE: Final = "outside-body"
HIDDEN: Final = "hidden"
PLACE: Final = "place-in-body"
LINK: Final = "link-block"
LABEL: Final = "label-in-body"
CONFIDENCE: Final = {OUTSIDE: 0.95, HIDDEN: 0.95, PLACE: 0.75, LINK: 0.6, LABEL: 0.6}
"""Shares not in the gold text, as in `Rule.confidence`; gold texts differ on links and labels."""
REGION_RULES: Final = frozenset((OUTSIDE, HIDDEN))
"""Rules about regions, not blocks: neighbours removed by one of them, of one kind, are one span."""

STRUCTURAL_RULES: Final = frozenset((OUTSIDE, HIDDEN, PLACE, LINK, LABEL))
"""Rules about places, which the model may overrule."""

BOX_BLOCKS: Final = 4
"""A box of fewer lines is a pull quote or a label more often than a part of the article. An estimate."""
PARAGRAPH_SHARE: Final = 0.8
LABEL_WORDS: Final = 20
"""Where four fifths of a body are in paragraphs, text of this size in a bare div that ends no sentence is a
label: fundus exact .31 to .35, the others unchanged within .001."""
PARAGRAPH_TAGS: Final = frozenset(("p", "li", "blockquote", "pre", "td", "dd"))
STRUCTURAL_TAGS: Final = PARAGRAPH_TAGS | frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "th", "dt"))
SENTENCE_ENDS: Final = (*STOPS, ":", "”", '"', "»", "」")

VAGUE: Final = frozenset((Kind.OTHER, Kind.COPYRIGHT))
"""What a tag alone makes of an <aside>, a <form> or a <footer>: names of its class, and wording, know better."""

_WEAK: Final = frozenset((Kind.BYLINE, Kind.TAGS, Kind.SHARE, Kind.NAVIGATION))


class Region(Struct, frozen=True):
    """What selection found: one value per block, in document order.

    Shape: `verdicts` has one for each block outside the body, None for each inside; `masses` are without places
    that are named for something else, `confirmed` also without what the page's data do not have.
    """

    verdicts: list[Verdict | None]
    places: Sequence[Kind | None]
    running: Sequence[float]
    masses: Sequence[float]
    confirmed: Sequence[float]
    body: int
    """Number of the element that is the body."""
    known: BodyWords | None
    summaries: frozenset[str]
    """What the page's data say of the article's text (`confirm.body_words`, `confirm.descriptions`)."""
    is_page: bool = True

    @property
    def is_confirmed(self) -> bool:
        """Whether the page's data hold the article's text, so that what stands outside the body is known not to be it."""
        return self.confirmed is not self.masses


def whole(article: NormalArticle, seen: Sequence[Seen]) -> Region:
    """Return the region of a plain text: all of it is the body."""
    running = [text_mass(one) for one in seen]
    nothing: list[Verdict | None] = [None] * len(seen)
    return Region(
        verdicts=list(nothing),
        places=[None] * len(seen),
        running=running,
        masses=running,
        confirmed=running,
        body=0,
        known=body_words(article),
        summaries=descriptions(article),
        is_page=False,
    )


def select(article: NormalArticle, seen: Sequence[Seen], titles: frozenset[str]) -> Region:
    """Return what of a page is its body, and what its other places are.

    Shape: `titles` are the folded forms of the page's headline.
    """
    running = [text_mass(one) for one in seen]
    hidden = _hidden(seen, running)
    shown = [0.0 if hidden and one.block.hidden else mass for one, mass in zip(seen, running, strict=True)]
    places = _places(seen, shown)
    for at in of_others(seen, titles):
        places[at] = places[at] or Kind.RELATED
    masses = [0.0 if place else mass for place, mass in zip(places, shown, strict=True)]
    known, summaries = body_words(article), descriptions(article)
    confirmed = masses if known is None else _confirmed(known, seen, masses)
    body = _descend(seen, confirmed)
    verdicts: list[Verdict | None] = []
    for one, place in zip(seen, places, strict=True):
        inside = body in one.block.lineage
        if hidden and one.block.hidden:
            verdicts.append(Verdict(place or Kind.OTHER, HIDDEN, CONFIDENCE[HIDDEN]))
        elif place is not None:
            verdicts.append(Verdict(place, PLACE if inside else OUTSIDE, CONFIDENCE[OUTSIDE]))
        elif not inside:
            verdicts.append(Verdict(Kind.OTHER, OUTSIDE, CONFIDENCE[OUTSIDE]))
        elif one.link_share > MAX_LINK_SHARE and not one.ends_sentence:
            verdicts.append(Verdict(Kind.RELATED, LINK, CONFIDENCE[LINK]))
        else:
            verdicts.append(None)
    _take_boxes(seen, places, verdicts)
    _drop_labels(seen, running, verdicts)
    _take_lead(summaries, seen, verdicts)
    return Region(verdicts, places, running, masses, confirmed, body, known, summaries)


def _take_boxes(seen: Sequence[Seen], places: list[Kind | None], verdicts: list[Verdict | None]) -> None:
    """Take in an element of several lines between paragraphs that has neither a link nor a button: a fact box, a list of days."""
    inside = [at for at, verdict in enumerate(verdicts) if verdict is None]
    for before, after in pairwise(inside):
        box = range(before + 1, after)
        if len(box) < BOX_BLOCKS or not all(_is_plain(seen[at], verdicts[at]) for at in box):
            continue
        if set(seen[box[0]].block.lineage).intersection(*(seen[at].block.lineage for at in box)) - set(
            seen[before].block.lineage
        ):
            for at in box:
                places[at] = verdicts[at] = None


def _is_plain(one: Seen, verdict: Verdict | None) -> bool:
    """Whether a block may be a line of a fact box."""
    is_box = verdict is not None and verdict.rule == PLACE and verdict.kind is Kind.OTHER
    return is_box and not one.block.link_chars and one.block.tag != "button" and "/form" not in one.block.path


def _drop_labels(seen: Sequence[Seen], running: Sequence[float], verdicts: list[Verdict | None]) -> None:
    """Drop short labels in bare elements from a body whose text is in paragraphs."""
    inside = [one for one, verdict in zip(seen, verdicts, strict=True) if verdict is None]
    mass = fsum([running[one.index] for one in inside])
    if (
        fsum([running[one.index] for one in inside if one.block.tag in PARAGRAPH_TAGS])
        < PARAGRAPH_SHARE * mass
    ):
        return
    for one in inside:
        if (
            one.block.tag not in STRUCTURAL_TAGS
            and one.words <= LABEL_WORDS
            and not one.text.endswith(SENTENCE_ENDS)
        ):
            verdicts[one.index] = Verdict(Kind.OTHER, LABEL, CONFIDENCE[LABEL])


def _take_lead(summaries: frozenset[str], seen: Sequence[Seen], verdicts: list[Verdict | None]) -> None:
    """Take in the lead that stands before the body in an element of its own.

    A lead is a sentence or two not far above the body that the page gives as its description, or whose
    element is named for it.
    """
    first = next((at for at, verdict in enumerate(verdicts) if verdict is None), 0)
    for at in range(first - 1, max(-1, first - 1 - LEAD_REACH), -1):
        one, verdict = seen[at], verdicts[at]
        if verdict is None or one.words < LEAD_WORDS or one.link_share > 0.3 or one.block.hidden:
            continue
        own = one.block.hints.split()[:LEAD_HINTS]
        if (one.core and one.core[:LEAD_CHARS] in summaries) or (
            verdict.rule == OUTSIDE and verdict.kind is Kind.OTHER and any(map(names_lead, own))
        ):
            verdicts[at] = None
            return


def _places(seen: Sequence[Seen], masses: Sequence[float]) -> list[Kind | None]:
    """What each block's place is called; words that most of the page's text shares say nothing."""
    by_hints: dict[str, float] = defaultdict(float)
    for one, mass in zip(seen, masses, strict=True):
        by_hints[one.block.hints] += mass
    split = {hints: hints.split() for hints in by_hints}
    naming = frozenset([word for word in set().union(*split.values()) if place_rank(word) < UNNAMED])
    words = {hints: naming.intersection(own) for hints, own in split.items()}
    weights: dict[str, float] = defaultdict(float)
    for hints, mass in by_hints.items():
        if mass:
            for word in words[hints]:
                weights[word] += mass
    common = say_nothing(weights, fsum(by_hints.values()))
    kinds: dict[str, Kind | None] = {}
    for hints, own in words.items():
        named = own - common
        if PANEL in split[hints]:
            named = of_panels(named)
        kinds[hints] = PLACES[min(map(place_rank, named))][0] if named else None
    wrappers = _wrappers(seen, masses)
    places: list[Kind | None] = []
    for one in seen:
        kind = kinds[one.block.hints]
        if one.words >= WEAK_WORDS and kind in _WEAK and one.link_share < MAX_LINK_SHARE:
            kind = None
        tagged = tag_kind(one.block.path, wrappers)
        if tagged is not None and (kind is None or kind is Kind.OTHER or tagged not in VAGUE):
            kind = tagged
        places.append(kind)
    return places


def _wrappers(seen: Sequence[Seen], masses: Sequence[float]) -> frozenset[str]:
    """The form, where it holds most of the page's text: some servers put one around every page.

    The same for every tag that names a place lost: F1 on scrapinghub's tuned half .973 to .968, wcxb's .947 to .944.
    """
    inside = fsum(
        [mass for one, mass in zip(seen, masses, strict=True) if mass and "/form" in one.block.path]
    )
    return frozenset(("form",)) if inside > WRAPPER_SHARE * fsum(masses) else frozenset()


def _confirmed(known: BodyWords, seen: Sequence[Seen], masses: list[float]) -> list[float]:
    """Return the masses of only the blocks that JSON-LD articleBody holds, where it is that of the page."""
    found = [mass if mass and known.holds(one.text) else 0.0 for one, mass in zip(seen, masses, strict=True)]
    there = sum(one.words for one, mass in zip(seen, found, strict=True) if mass)
    return found if there >= CONFIRMED_SHARE * known.size else masses


def _hidden(seen: Sequence[Seen], masses: Sequence[float]) -> bool:
    """Tell whether hidden text is to be left out: not where it is most of what the page holds.

    Pages that are filled in by script come with their article in a hidden element.
    """
    concealed = fsum([mass for one, mass in zip(seen, masses, strict=True) if one.block.hidden])
    return concealed <= HIDDEN_SHARE * fsum(masses)


def _descend(seen: Sequence[Seen], masses: Sequence[float]) -> int:
    """Number of the innermost element that holds `DESCENT_SHARE` of the mass of the element around it."""
    total: dict[int, float] = defaultdict(float)
    inner: dict[int, set[int]] = defaultdict(set)
    lineages: dict[int, tuple[int, ...]] = {}
    for one, mass in zip(seen, masses, strict=True):
        if mass:
            block = one.block
            lineages[block.container] = block.lineage
            for number in block.lineage:
                total[number] += mass
    for lineage in lineages.values():
        for outer, number in pairwise(lineage):
            inner[outer].add(number)
    at = 0
    while inner[at]:
        best = max(inner[at], key=lambda number: (total[number], -number))
        if total[best] < DESCENT_SHARE * total[at]:
            break
        at = best
    return at
