"""The guard against elements with very many attributes."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.normalise import attributes
from copydesk.normalise.attributes import MAX_ATTRIBUTES, limit_attributes
from copydesk.normalise.markup import read_markup
from tests.costs import cpu_s, linear

_MANY = " ".join(f"a{at}=1" for at in range(20_000))


@pytest.mark.parametrize("many", [_MANY, 'a="1"' * 20_000, "a=1\n" * 20_000])
def test_attributes_beyond_the_limit_go(many: str) -> None:
    """The element keeps its first attributes, its text and what follows."""
    html = limit_attributes(f"<p {many}>The mill</p><p class=x>at Ekeby</p>", 4)
    assert html.count("=1") + html.count('="1"') == MAX_ATTRIBUTES
    assert html.endswith(">The mill</p><p class=x>at Ekeby</p>")


@pytest.mark.parametrize("value", ['">"', "'>'", '"a > b"', ">", '"<b>">'])
def test_signs_in_values_end_no_tag(value: str) -> None:
    """A ">" in a value hides no attributes from the guard, unless the parser too takes it for the tag's end."""
    html = "<p " + f"a={value} " * 5_000 + ">The mill</p>"
    assert limit_attributes(html, html.count("<")).count("a=") <= 5_000
    started = time.process_time()
    assert read_markup(html, base_url=None).text.endswith("The mill")
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{'one < two and ' * 4_000}</p>",
        f"<script>if (i <n) {{ {'a b ' * 5_000} }}</script><p>The mill</p>",
        f'<script type="application/ld+json">{{"articleBody": "at <minus {"ten degrees " * 3_000}"}}</script>',
        f"<!-- <p {_MANY}> --><p>The mill</p>",
        f"<!-- -->{' the mill' * 4_000}<script></script>{' at Ekeby' * 3_000}<b {'x' * 20_000}>",
        f'<img data-x="{"a b " * 5_000}" alt=x><p>The mill</p>',
        f"<div data-x='{'<b>' * 9_000}'>The mill</div>",
    ],
)
def test_other_long_runs_stay(html: str) -> None:
    """Scripts, comments, long values and plain text are left as they are."""
    assert limit_attributes(html, html.count("<")) == html


@given(st.text("<>a ", max_size=60))
def test_a_tag_that_goes_on_is_found_wherever_it_stands(html: str) -> None:
    """Looking closer at long runs alone finds what a pattern finds that is tried at each tag."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(attributes, "MIN_RUN", 7)
        assert attributes._has_long_tag(html) is (re.search("<a[^>]{7}", html) is not None)


@pytest.mark.parametrize(
    "piece", ["<a/y=", "<a b='", '<a b="', "<a b=", "<script", "<!--", "<a ", "<a =", "<"]
)
def test_broken_tags_cost_linear_time(piece: str) -> None:
    """Ten times as much costs no more than some twenty times as much."""

    def cost(times: int) -> float:
        html = piece * times
        return cpu_s(lambda: limit_attributes(html, html.count("<")))

    assert linear(cost, 20_000)


_EACH_TAG = re.compile(
    rf"{attributes._COMMENT}|{attributes._SCRIPT}"
    rf"|(<[a-zA-Z][^\s/>]*+{attributes._ATTRIBUTE}{{0,{MAX_ATTRIBUTES}}}+)({attributes._ATTRIBUTE}*+)"
)
_PIECES = st.sampled_from(
    [
        *"<>\"'=/ \n",
        "a",
        '="',
        '" ',
        "<p",
        "<p ",
        "</p>",
        'x=">" ',
        "y='<'",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "a=1 " * 510,
        'a=">"' * 510,
        "a " * 510,
        "<i/a=b>",
        '<b c="d">',
    ]
)


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_simple_tags_are_passed_over_and_no_others(html: str) -> None:
    """What is taken out is the same as when every tag is looked at attribute by attribute."""
    looked_at = _EACH_TAG.sub(lambda found: found[1] if found[2] else found[0], html)
    assert attributes._WHOLE.sub(r"\1", html) == looked_at
