"""Promises of stripping, on arbitrary text and arbitrary pages."""

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.article import CleanArticle, NormalArticle
from copydesk.ledger import kept_spans
from copydesk.normalise.markup import read_markup
from copydesk.normalise.text import clean_block
from copydesk.outcome import RejectArticle
from copydesk.strip.rules.registry import RULES
from copydesk.strip.spans import ledger
from copydesk.strip.stage import strip
from copydesk.strip.verdict import Verdict, by
from tests.quality.articles import plain_article

_WORDING = [example for rule in RULES for example in (*rule.must_match, *rule.must_not_match)]
_PARAGRAPH = st.one_of(
    st.sampled_from(_WORDING),
    st.text(min_size=1, max_size=80),
    st.integers(8, 60).map(lambda n: "the old town " * n + "slept."),
    st.just("He read it and went home. Read more"),
)
_TEXTS = (
    st.lists(_PARAGRAPH, min_size=1, max_size=14)
    .map(lambda parts: "\n\n".join(filter(None, map(clean_block, parts))))
    .filter(bool)
)

_TAG = st.sampled_from(
    [
        "div",
        "p",
        "span",
        "a",
        "li",
        "ul",
        "table",
        "tr",
        "td",
        "h1",
        "h2",
        "article",
        "section",
        "aside",
        "figure",
        "figcaption",
        "pre",
        "b",
        "br",
        "script",
        "nav",
        "footer",
        "form",
    ]
)
_ATTRIBUTES = st.sampled_from(
    [
        "",
        ' class="entry-content"',
        ' class="comments"',
        " hidden",
        ' style="display:none"',
        ' id="x>y"',
        " aria-hidden=true",
        ' class="related share"',
    ]
)
_HTML = st.lists(
    st.one_of(
        st.builds(lambda tag, attributes: f"<{tag}{attributes}>", _TAG, _ATTRIBUTES),
        st.builds(lambda tag: f"</{tag}>", _TAG),
        st.sampled_from(_WORDING),
        st.text(max_size=30),
        st.just(
            "A sentence that is long enough to be a paragraph of an article, with a full stop at its end."
        ),
    ),
    max_size=50,
).map("".join)


def _check(article: NormalArticle, clean: CleanArticle) -> None:
    """Spans are sorted, disjoint, not empty; with the kept ones they tile the text; separators are single."""
    at = 0
    for span in clean.removed:
        assert at <= span.start < span.end <= len(article.text)
        at = span.end
    pieces = [(s, e, True) for s, e in kept_spans(clean.removed, len(article.text))]
    pieces += [(s.start, s.end, False) for s in clean.removed]
    assert "".join(article.text[s:e] for s, e, _ in sorted(pieces)) == article.text
    body = clean.body
    assert body == body.strip("\n")
    assert "\n\n\n" not in body
    lines = iter(_lines(article))
    for line in body.split("\n"):
        assert not line or any(_is_made_of(parts, line) for parts in lines)


def _lines(article: NormalArticle) -> list[list[str]]:
    """Return the lines of the blocks; where hidden text parts a line, its parts."""
    lines: list[list[str]] = []
    end = 0
    for block in article.blocks:
        first, *others = article.text[block.start : block.end].split("\n")
        if end and "\n" not in article.text[end : block.start]:
            lines[-1].append(first)
        else:
            lines.append([first])
        lines += [[line] for line in others]
        end = block.end
    return lines


def _is_made_of(parts: list[str], line: str) -> bool:
    """Tell whether a line is some of these parts in order, the last one perhaps cut."""
    return any(
        part.startswith(line)
        or (line.startswith(part) and _is_made_of(parts[at:], line.removeprefix(part).removeprefix(" ")))
        for at, part in enumerate(parts, start=1)
    )


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_text_is_tiled_and_paragraphs_are_blocks(text: str) -> None:
    """On any text: kept and removed tile it, and kept lines are lines of its blocks, in order."""
    article = plain_article(text)
    try:
        clean = strip(article)
    except RejectArticle:
        return
    _check(article, clean)


@settings(max_examples=150, deadline=None)
@given(_HTML)
def test_page_is_tiled_and_paragraphs_are_blocks(html: str) -> None:
    """On any page: blocks lie in the text, are regular and in order, and stripping tiles it."""
    markup = read_markup(html, base_url=None)
    at = 0
    for block in markup.blocks:
        joint = markup.text[at : block.start]
        assert joint in ({""} if at == 0 else {"", " ", "\n", "\n\n"})
        text = markup.text[block.start : block.end]
        assert text
        assert clean_block(text) == text
        assert 0 <= block.link_chars <= len(text)
        assert block.lineage[-1] == block.container
        at = block.end
    assert at == len(markup.text)
    article = NormalArticle(
        id="x", id_method="content", kind="html", text=markup.text, blocks=markup.blocks, page=markup.page
    )
    try:
        clean = strip(article)
    except RejectArticle:
        return
    _check(article, clean)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text("ab", min_size=1, max_size=4), st.booleans(), st.sampled_from(("\n\n", "\n", " ", ""))
        ),
        min_size=1,
        max_size=12,
    )
)
def test_one_separator_stays_between_kept_blocks(parts: list[tuple[str, bool, str]]) -> None:
    """For every pattern of kept and removed blocks, the kept text is the kept blocks and one separator between each two, the longest there was."""
    text, joints = "", [joint for *_, joint in parts]
    blocks = []
    article = plain_article("x")
    for at, (part, _, joint) in enumerate(parts):
        text += joint if at else ""
        blocks.append(type(article.blocks[0])(len(text), len(text) + len(part)))
        text += part
    verdicts: list[Verdict | None] = [None if kept else by(RULES[0]) for _, kept, _ in parts]
    spans = ledger(text, blocks, verdicts)
    assert len(spans) == sum(not kept for _, kept, _ in parts)
    expected, last = "", -1
    for at, (part, kept, _) in enumerate(parts):
        if kept:
            if last >= 0:
                expected += max(joints[last + 1 : at + 1], key=len)
            expected, last = expected + part, at
    assert "".join(text[s:e] for s, e in kept_spans(spans, len(text))) == expected


@settings(max_examples=60, deadline=None)
@given(_TEXTS)
def test_strip_twice_agrees(text: str) -> None:
    """The same article gives the same ledger."""
    article = plain_article(text)
    try:
        assert strip(article) == strip(article)
    except RejectArticle:
        return
