"""Whatever a file holds, each line is an item or a told reason, and nothing is lost in between."""

import io

import orjson
from hypothesis import given
from hypothesis import strategies as st

from copydesk.producer.items import BadItem, Item, Shape
from copydesk.producer.readers.html import read_html
from copydesk.producer.readers.json_document import read_json_document
from copydesk.producer.readers.jsonl import read_jsonl
from copydesk.producer.readers.select import reader_of

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
_LINES = st.lists(
    st.binary(max_size=30).map(lambda line: line.replace(b"\n", b""))
    | _JSON.map(orjson.dumps)
    | st.text(min_size=1, max_size=9).map(lambda text: orjson.dumps({"text": text})),
    max_size=8,
)


@given(_LINES, st.booleans())
def test_each_line_is_one_item_or_one_bad_item(lines: list[bytes], source: bool) -> None:
    """No bytes stop the file, and every line that is not blank is told of once, in order."""
    content = b"\n".join(lines)
    shape = Shape(source="s") if source else Shape()
    found = list(read_jsonl(io.BytesIO(content), "f", shape))
    whole = content.removeprefix(b"\xef\xbb\xbf")
    expected = [number for number, line in enumerate(whole.split(b"\n"), start=1) if line.strip()]
    assert [int(one.origin.removeprefix("f:")) for one in found] == expected
    for one in found:
        if isinstance(one, Item):
            document = orjson.loads(one.value)
            assert document.get("text", "").strip() or document.get("html", "").strip()
            assert not source or document["source"]
        else:
            assert one.reason


@given(st.binary(max_size=80), st.sampled_from(["f.json", "f", "f.html"]))
def test_any_bytes_are_read_without_an_error(content: bytes, name: str) -> None:
    """The reader that is chosen for some bytes takes them."""
    found = list(reader_of(name, content)(io.BytesIO(content), name, Shape()))
    assert all(isinstance(one, Item | BadItem) for one in found)


@given(st.lists(_JSON, max_size=5))
def test_members_of_an_array_are_told_one_by_one(members: list[object]) -> None:
    """An array of n members gives n items or bad items."""
    found = list(read_json_document(io.BytesIO(orjson.dumps(members)), "f", Shape()))
    assert [one.origin for one in found] == [f"f[{number}]" for number in range(len(members))]


@given(st.binary(min_size=1, max_size=60).filter(bool))
def test_a_page_is_sent_as_it_is_or_as_its_text(content: bytes) -> None:
    """Of a page that is not sent as JSON the bytes are untouched; of one that is, the text is the page."""
    (one,) = read_html(io.BytesIO(content), "p", Shape())
    if isinstance(one, BadItem):
        assert not content.strip()
    elif one.headers:
        assert one.value == content
    else:
        assert orjson.loads(one.value)["html"].encode() == content.removeprefix(b"\xef\xbb\xbf")
