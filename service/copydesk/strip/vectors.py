"""What the model sees of a block: numbers, the same for pages and for plain text.

A row tells what a block is (its size, links, punctuation), where it stands (in its element, in the page,
between sure paragraphs), what its words and its place are called, what rules say, and the most telling of
that for its neighbours: boilerplate comes in runs. What a plain text has none of (elements, places) is
the same number for all of its blocks.
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from math import fsum
from typing import Final

from copydesk.article import Block
from copydesk.ledger import Kind
from copydesk.strip.blocks import Seen
from copydesk.strip.confirm import LEAD_CHARS, authors_of
from copydesk.strip.course import COURSE, NO_COURSE, course
from copydesk.strip.judged import Judged
from copydesk.strip.looks import char, look
from copydesk.strip.places import names_lead, place_kind
from copydesk.strip.rules.base import Rule
from copydesk.strip.select import HIDDEN, LABEL, LINK, OUTSIDE, PLACE, Region
from copydesk.strip.sums import boxes, cumulated, distances, spine, templates, trees
from copydesk.strip.tokens import NEAR_HINTS, Summary, Tokens

_SHORT_WORDS: Final = 40
"""Up to this size a block may be a headline, a byline or a label, and is looked at character by character."""
_NEAR, _AROUND = 3, 10
"""Blocks on either side over which running text is summed."""
_NO_LABEL: Final[tuple[float, ...]] = (0.0,) * 8
_SURE_MASS: Final = 10.0
"""A block of the body of this mass, with no rule against it, is a sure paragraph."""

_TAGS: Final = {
    "p": 0, "div": 1, "section": 1, "article": 1, "span": 1, "a": 1, "body": 1, "main": 1, "center": 1, "li": 2,
    "h1": 3, "h2": 4, "h3": 5, "h4": 6, "h5": 6, "h6": 6, "td": 7, "th": 7, "blockquote": 8, "pre": 9,
    "figcaption": 10, "caption": 10, "figure": 10, "dd": 11, "dt": 11, "button": 12, "aside": 13, "header": 14, "footer": 15,
}  # fmt: skip
_OTHER_TAG: Final = 16
_KINDS: Final = {kind: at for at, kind in enumerate(Kind, start=1)}
_WHERE: Final = {"anywhere": 1.0, "edge": 2.0, "head": 3.0, "tail": 4.0}
_STRUCTURAL: Final = {OUTSIDE: 1.0, HIDDEN: 2.0, PLACE: 3.0, LINK: 4.0, LABEL: 5.0}

SHARED: Final = (
    "words", "ends_sentence", "link_share", "tag", "container_mass", "inside", "repeats", "rule_kind", "verdict", "text_mean",
    "hints_mean",
)  # fmt: skip
"""Names of a block's numbers that its neighbours' rows hold too."""
RARER: Final = (
    "chars_per_word", "depth", "hidden", "commas_per_word", "first_char", "last_char", "digit_share", "upper_share", "signs",
    "date", "is_headline", "headline_words", "description", "author_words",
    "container_blocks", "container_links", "parent_mass", "parent_blocks", "parent_links", "below_body", "shared_depth",
    "is_body", "position", "mass_before", "from_first", "to_last", "mass_from_first", "mass_to_last", "mass_near",
    "mass_around", "since_sure", "until_sure", "from_h1", "place", "rule_confidence", "rule_where", "in_body",
    "verdict_confidence", "verdict_kind", "mass", "running_mass", "page_blocks", "page_mass", "mass_share_used",
    "text_min", "text_max", "hints_min", "hints_max", "own_place", "lead_hint",
    "template_blocks", "template_words", "template_links", "template_mass",
    "box_blocks", "box_worded", "box_text", "box_text_min", "box_links",
)  # fmt: skip
"""Names of the others."""
_OFFSETS: Final = (-2, -1, 1, 2)
NAMES: Final = SHARED + RARER + COURSE + tuple(f"{name}{offset:+d}" for offset in _OFFSETS for name in SHARED)
"""Names of all numbers of a row; a model states those it was trained on."""
_NO_BOX: Final = (0.0,) * 5
_ABSENT: Final = (-9.0,) * len(SHARED)
"""Stands for a neighbour beyond the first or last block."""

CANDIDATE_WORDS: Final = 8
CANDIDATE_LINKS: Final = 0.5
_CONTAINERS: Final = frozenset(("div", "section", "article", "blockquote", "td", "th"))


def candidates(seen: Sequence[Seen], region: Region) -> list[int]:
    """Return the indexes of the blocks that may be the article's; the others go by their place.

    All of the body, and outside it what has at least eight words, half of them outside links, and shorter blocks in the
    same elements as these where no place is named: of the gold texts of the development pages .991 to .996 (F1) stand in
    these, as in all blocks, and they are under half of them. Outside a body that the page's data confirm there are none.
    """
    if not region.is_page:
        return list(range(len(seen)))
    chosen: list[int] = []
    short: list[int] = []
    around: set[tuple[int, ...]] = set()
    for at, one in enumerate(seen):
        if region.body in one.block.lineage:
            chosen.append(at)
        elif region.is_confirmed or one.link_share >= CANDIDATE_LINKS:
            continue
        elif one.words >= CANDIDATE_WORDS:
            chosen.append(at)
            if region.places[at] is None:
                around.add(_around(one))
        elif region.places[at] is None:
            short.append(at)
    around.discard(())
    beside = [at for at in short if _around(seen[at]) in around]
    return sorted(chosen + beside) if beside else chosen


def _around(one: Seen) -> tuple[int, ...]:
    """The number of the element around the block's own, as a tuple; an empty one at the top."""
    # A paragraph, heading or item is no container, a div that holds text is its own.
    lineage = one.block.lineage
    return lineage[-2:-1] if one.block.tag in _CONTAINERS else lineage[-1:]


def rows(
    judged: Judged, tokens: Tokens, around: Sequence[int], wanted: AbstractSet[int] | None = None
) -> list[tuple[float, ...]]:
    """Return a row for each wanted block (all of `around` where none are named): a float per name of NAMES.

    Shape: `around` are the candidates, in order: neighbours are looked for among them alone.
    """
    view = _View(judged, tokens, around)
    asked = [wanted is None or at in wanted for at in around]
    near = [False, False, *asked, False, False]
    beyond = [_ABSENT] * len(near)
    for i, at in enumerate(around, start=2):
        if True in near[i - 2 : i + 3]:
            beyond[i] = tuple(map(float, view.shared(at)))
    courses = [NO_COURSE] * len(around) if judged.region.is_page else view.courses(around)
    return [
        (
            *own,
            *map(float, view.rest(at)),
            *courses[i],
            *beyond[i],
            *beyond[i + 1],
            *beyond[i + 3],
            *beyond[i + 4],
        )
        for i, (at, own) in enumerate(zip(around, beyond[2:], strict=False))
        if asked[i]
    ]


class _View:
    """An article as rows are made of it; what blocks of one place or element share is worked out once."""

    def __init__(self, judged: Judged, tokens: Tokens, around: Sequence[int]) -> None:
        article, self._seen, self._region, self._verdicts, self._headlines = judged
        self._tokens = tokens
        seen, region = self._seen, self._region
        masses, body, count = region.masses, region.body, len(seen)
        # fsum, as in all of stripping: what sum() gives hangs on the version of Python.
        self._total, self._page_mass = fsum(masses) or 1.0, fsum(region.running) or 1.0
        self._before = before = cumulated(masses)
        self._sure = sure = [
            one.index
            for one, mass in zip(seen, region.confirmed, strict=True)
            if mass >= _SURE_MASS
            and (body in one.block.lineage or not region.is_page)
            and not isinstance(one.rule, Rule)
        ]
        self._first, self._last = (sure[0], sure[-1]) if sure else (0, count - 1)
        self._from, self._to = before[self._first], before[self._last + 1]
        self._top = next((one.index for one in seen if one.block.tag == "h1"), -1)
        self._spine = spine(seen, body)
        self._trees, self._templates = trees(seen, masses, around), templates(seen, masses, around)
        self._boxes = boxes(seen, masses, around, body) if region.is_page else {}
        self._repeats = Counter([one.text for one in seen])
        self._headline_words = {word for headline in self._headlines for word in headline.split()}
        self._authors = authors_of(article)
        self._words: dict[int, Summary] = {}
        self._places: dict[tuple[str, str], tuple[float, ...]] = {}
        self._elements: dict[int, tuple[float, ...]] = {}
        """By their number; what blocks share comes first."""
        self._in_boxes: dict[int, tuple[float, ...]] = {}
        """By their first block."""

    def courses(self, around: Sequence[int]) -> list[tuple[float, ...]]:
        """The numbers of COURSE of the lines of a plain text."""
        return course([self._seen[at] for at in around], [self._summary(at)[0] for at in around])

    def shared(self, at: int) -> tuple[float, ...]:
        """What neighbours are told of a block: the numbers of SHARED."""
        one, verdict = self._seen[at], self._verdicts[at]
        block, rule = one.block, one.rule
        words = self._summary(at)
        element = self._elements.get(block.container) or self._element(block)
        place = self._places.get((block.path, block.hints)) or self._place(block.path, block.hints)
        gone = verdict is not None and not verdict.keep
        return (
            one.words, one.ends_sentence, one.link_share, _TAGS.get(block.tag, _OTHER_TAG), element[0], element[1],
            self._repeats[one.text], _KINDS[rule.kind] if isinstance(rule, Rule) else 0.0,
            _STRUCTURAL.get(verdict.rule, 6.0) if verdict and gone else 0.0, words[0], place[0],
        )  # fmt: skip

    def rest(self, at: int) -> tuple[float, ...]:
        """The other numbers of a block: those of RARER; `shared` comes first."""
        one, verdict, region, before, total = (
            self._seen[at], self._verdicts[at], self._region, self._before, self._total
        )  # fmt: skip
        block, text, words, count = one.block, one.text, one.words, len(self._seen)
        rule = one.rule if isinstance(one.rule, Rule) else None
        place, known, top, last = region.places[at], region.known, self._top, count - 1
        gone = verdict if verdict is not None and not verdict.keep else None
        return (
            len(text) / words, block.depth, block.hidden, text.count(",") / words, char(text[0]), char(text[-1]),
            *(self._label(one) if words < _SHORT_WORDS else _NO_LABEL),
            *self._elements[block.container][2:],
            at / count, before[at] / total, at - self._first, self._last - at,
            (before[at] - self._from) / total, (self._to - before[at + 1]) / total,
            (before[min(at + _NEAR, last) + 1] - before[max(0, at - _NEAR)]) / total,
            (before[min(at + _AROUND, last) + 1] - before[max(0, at - _AROUND)]) / total,
            *distances(self._sure, at), at - top if top >= 0 else -99.0,
            _KINDS[place] if place else 0.0,
            rule.confidence if rule else 0.0, _WHERE[rule.where.value] if rule else 0.0,
            known.share(one.core or text) if known else -1.0,
            gone.confidence if gone else 0.0, _KINDS[gone.kind] if gone else 0.0,
            region.masses[at], region.running[at], count, self._page_mass, total / self._page_mass,
            *self._words[at][1:], *self._places[block.path, block.hints][1:], *self._box(at),
        )  # fmt: skip

    def _summary(self, at: int) -> Summary:
        """What the words of a block say of it."""
        words = self._words.get(at)
        if words is None:
            one = self._seen[at]
            words = self._words[at] = self._tokens.text(one.text, one.words)
        return words

    def _box(self, at: int) -> tuple[float, ...]:
        """What the others in a block's box are: how many, which share has a furniture's wording, what their words say, all the box's links.

        A box is furniture as a whole, and the sentence in its midst does not say so.
        """
        seen = self._seen
        box = self._boxes.get(seen[at].block.container)
        if box is None:
            return _NO_BOX
        found = self._in_boxes.get(box[0])
        if found is None:
            texts = [self._summary(each)[0] for each in box]
            found = self._in_boxes[box[0]] = (
                sum(isinstance(seen[each].rule, Rule) for each in box), fsum(texts), min(texts),
                sum(seen[each].link_share > CANDIDATE_LINKS for each in box) / len(box),
            )  # fmt: skip
        worded, texts_sum, least, links = found
        others = len(box) - 1
        return (
            len(box), (worded - isinstance(seen[at].rule, Rule)) / others, (texts_sum - self._words[at][0]) / others, least, links,
        )  # fmt: skip

    def _label(self, one: Seen) -> tuple[float, ...]:
        """What a short block looks like, and whether it says what the page's data say."""
        text, core, authors = one.text, one.core, self._authors
        own = set(core.split())
        number = len(own) or 1
        return (
            *look(text), core in self._headlines, len(own & self._headline_words) / number,
            one.words >= 6 and core[:LEAD_CHARS] in self._region.summaries, len(own & authors) / number if authors else 0.0,
        )  # fmt: skip

    def _element(self, block: Block) -> tuple[float, ...]:
        """What the blocks of one element share: its share of the text, and where it stands to the body."""
        lineage = block.lineage
        inner = self._trees[lineage[-1]] if lineage else self._trees[0]
        outer = self._trees[lineage[-2]] if len(lineage) > 1 else inner
        common = 0
        for number in lineage:
            if number not in self._spine:
                break
            common += 1
        body, total = self._region.body, self._total
        found = self._elements[block.container] = (
            inner[0] / total, body in lineage or not self._region.is_page,
            inner[1], inner[2] / inner[3], outer[0] / total, outer[1], outer[2] / outer[3],
            len(lineage) - common, common, lineage[-1:] == (body,),
        )  # fmt: skip
        return found

    def _place(self, path: str, hints: str) -> tuple[float, ...]:
        """What the blocks that are written alike share: the words of their place, and how many they are."""
        near = hints.split(None, NEAR_HINTS)[:NEAR_HINTS]
        own, template = place_kind(near[:3]), self._templates[path, hints]
        found = self._places[path, hints] = (
            *self._tokens.hints(near), _KINDS[own] if own else 0.0, any(map(names_lead, near)),
            template[0], template[1] / template[0], template[2] / template[0], template[3] / self._total,
        )  # fmt: skip
        return found
