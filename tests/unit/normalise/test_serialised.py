"""A serialised tree made fit for being split at "<"."""

import re

from hypothesis import given
from hypothesis import strategies as st

from copydesk.normalise.serialised import tags_apart, unescape

_BODY = st.lists(st.sampled_from(["<!--", "-->", "<!", "--", "-", ">", "a", " x ", "</b>"]), max_size=16).map(
    "".join
)


@given(_BODY)
def test_each_comment_becomes_an_empty_tag(body: str) -> None:
    """What a comment is, is told as a pattern tells it: from its beginning to the first end behind that."""
    whole = f">The mill{body}--></p>"
    if all(part.rfind("<") <= part.rfind(">") for part in whole.split("<!--")[:-1]):
        plain = re.sub("<!--.*?-->", "<!>", whole, flags=re.DOTALL)
        if plain.count("<") + 1 == plain.count(">"):
            assert tags_apart(whole) == plain


def test_comments_that_hold_signs_of_comments_are_whole() -> None:
    """A comment's beginning in a comment begins nothing, and its end may stand right behind that."""
    assert tags_apart("><p>a<!--b<!--c-->d</p>") == "><p>a<!>d</p>"
    assert tags_apart("><p>a<!--b<!-->d</p><!---->") == "><p>a<!>d</p><!>"


def test_references_are_undone() -> None:
    """The five that a serialised text may hold, each once."""
    assert unescape("a&nbsp;b &lt;i&gt; &quot;c&quot; &amp;lt;") == 'a\u00a0b <i> "c" &lt;'
