"""The guard against deep nesting."""

import re

from copydesk.normalise.depth import MAX_DEPTH, MIN_TAGS, limit_depth


def test_usual_pages_are_not_touched() -> None:
    """A page of few tags, or of many that close, is the same string."""
    assert limit_depth("<div>" * 100, 100) == "<div>" * 100
    flat = "<div><p>a</p></div>" * MIN_TAGS
    assert limit_depth(flat, flat.count("<")) == flat


def test_unclosed_list_items_do_not_count() -> None:
    """Elements whose end tag may be left out do not nest by themselves."""
    items = "<ul>" + "<li>a" * (2 * MIN_TAGS) + "</ul>"
    assert limit_depth(items, items.count("<")) == items


def test_deep_tags_go_and_their_text_stays() -> None:
    """No more than the limit is open at once; every text is still there, in its order."""
    deep = "".join(f"<div>{n} " for n in range(MIN_TAGS)) + "</div>" * MIN_TAGS + "<p>after"
    limited = limit_depth(deep, deep.count("<"))
    assert limited.count("<div>") == MAX_DEPTH
    assert limited.count("</div>") == MAX_DEPTH
    assert re.findall(r"\d+", limited) == [str(n) for n in range(MIN_TAGS)]
    assert limited.endswith("<p>after")


def test_deep_tags_that_stand_together_leave_one_break() -> None:
    """A page of nothing but opening tags does not grow."""
    limited = limit_depth("<b>" * MIN_TAGS + "a<b><b>b", MIN_TAGS + 2)
    assert limited == "<b>" * MAX_DEPTH + "<br><br>a<br><br>b"
