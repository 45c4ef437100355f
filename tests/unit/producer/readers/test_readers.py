"""Each reader yields what its format holds, streamed where it can be, bad parts told and left out."""

import gzip
import io
import tracemalloc
from pathlib import Path

import orjson
import pytest

from copydesk.producer.items import BadItem, Item, Read, Shape
from copydesk.producer.readers.html import read_html
from copydesk.producer.readers.json_document import read_json_document
from copydesk.producer.readers.jsonl import read_jsonl
from copydesk.producer.readers.select import files_of, read_files, reader_of
from copydesk.producer.readers.text import read_text

_PLAIN = Shape()


def _told(read: Read) -> list[tuple[str, str]]:
    """Each yield as (origin, value or reason)."""
    return [
        (one.origin, one.value.decode("utf-8", "replace") if isinstance(one, Item) else f"BAD {one.reason}")
        for one in read
    ]


def test_lines_are_told_by_their_number_and_bad_ones_left_out() -> None:
    """A bad line does not stop the file; blank lines count, the byte order mark does not."""
    content = b'\xef\xbb\xbf{"text": "a"}\r\n\n{"text": \n["x"]\n{"text": "\xff"}\n{"text":"b"}'
    told = _told(read_jsonl(io.BytesIO(content), "f", _PLAIN))
    assert told[0] == ("f:1", '{"text": "a"}')
    assert told[1][0] == "f:3"
    assert told[1][1].startswith("BAD is not JSON (")
    assert told[2] == ("f:4", "BAD is not a JSON object but an array")
    assert told[3][0] == "f:5"
    assert told[3][1].startswith("BAD is not JSON (")
    assert told[4] == ("f:6", '{"text":"b"}')


def test_a_huge_line_is_passed_over_without_being_held() -> None:
    """Only the beginning of a line beyond the limit is kept, and the next line is read as usual."""
    content = b"x" * 10_000 + b"\n" + b'{"text": "next"}\n'
    first, second = read_jsonl(io.BytesIO(content), "f", _PLAIN, max_line_bytes=100)
    assert isinstance(first, BadItem)
    assert first.reason == "is a line of more than 100 bytes"
    assert len(first.original) <= 4096
    assert second.origin == "f:2"


def test_lines_are_read_only_as_they_are_asked_for() -> None:
    """A file of lines is never read ahead as a whole."""
    stream = io.BufferedReader(io.BytesIO(b'{"text": "a"}\n' * 100_000), 1024)
    read = read_jsonl(stream, "f", _PLAIN)
    next(read)
    assert stream.tell() == len(b'{"text": "a"}\n')


def test_a_document_is_one_article_or_an_array_of_them() -> None:
    """Members of an array are told by their index."""
    assert _told(read_json_document(io.BytesIO(b'{\n"text": "a"\n}'), "d", _PLAIN)) == [
        ("d", '{\n"text": "a"\n}')
    ]
    told = _told(read_json_document(io.BytesIO(b'[{"text": "a"}, 7, {"html": "b"}]'), "d", _PLAIN))
    assert told == [
        ("d[0]", '{"text":"a"}'),
        ("d[1]", "BAD is not a JSON object but a int"),
        ("d[2]", '{"html":"b"}'),
    ]
    ((_, reason),) = _told(read_json_document(io.BytesIO(b'{\n"text": a}'), "d", _PLAIN))
    assert reason.startswith("BAD is not JSON (")
    assert "line 2" in reason


def test_a_page_in_utf_8_goes_as_json() -> None:
    """Nothing but the body and the source given is said of a page."""
    (item,) = read_html(io.BytesIO("\ufeff<p>Grüße</p>".encode()), "p.html", Shape(source="s"))
    assert isinstance(item, Item)
    assert orjson.loads(item.value) == {"html": "<p>Grüße</p>", "source": "s"}
    assert (item.headers, item.key) == ((), b"s")


@pytest.mark.parametrize(
    "content",
    [
        "<p>Grüße</p>".encode("latin-1"),
        "<p>Grüße</p>".encode("utf-16"),
        "<p>AB</p>".encode("utf-16-le"),
        "<p>日本</p>".encode("iso-2022-jp"),
    ],
)
def test_a_page_in_another_charset_goes_as_it_is(content: bytes) -> None:
    """Bytes that are not UTF-8, or only seem so, are sent undecoded for the service to find their charset."""
    (item,) = read_html(io.BytesIO(content), "p.html", Shape(source="s"))
    assert isinstance(item, Item)
    assert item.value == content
    assert item.headers == (("content-type", b"text/html"), ("source", b"s"))


def test_a_text_goes_as_text_and_an_empty_file_is_refused() -> None:
    """Plain texts have their own content type; blank files are no articles."""
    (item,) = read_text(io.BytesIO(b"caf\xe9"), "t.txt", _PLAIN)
    assert isinstance(item, Item)
    assert item.headers == (("content-type", b"text/plain"),)
    assert _told(read_text(io.BytesIO(b" \n"), "t.txt", _PLAIN)) == [("t.txt", "BAD is empty")]


@pytest.mark.parametrize(
    ("name", "begin", "reader"),
    [
        ("a.jsonl", b"<", read_jsonl),
        ("a.ndjson.gz", b"", read_jsonl),
        ("A.HTML", b"{", read_html),
        ("a.htm.gz", b"", read_html),
        ("a.txt", b"{}", read_text),
        ("a.json", b'{"text": "a"}\n{"text": "b"}', read_jsonl),
        ("a.json", b'{\n  "text": "a"\n}', read_json_document),
        ("a.json", b' \n[{"text": "a"}]', read_json_document),
        ("a.json", b"oops", read_json_document),
        ("stdin", b"\xef\xbb\xbf <!doctype html>", read_html),
        ("stdin", b'{"text": "a long line that goes beyond what was peeked at', read_jsonl),
        ("stdin", b"Once upon a time", read_text),
        ("stdin", b"", read_text),
        ("data.bin", b"[1]", read_json_document),
    ],
)
def test_the_reader_is_chosen_by_suffix_else_by_content(name: str, begin: bytes, reader: object) -> None:
    """A known suffix decides; else the first bytes do."""
    assert reader_of(name, begin) is reader


def test_gzip_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    """A gzipped file is read whatever its name; one that is cut short gives what it held, and a bad item."""
    packed = gzip.compress(b'{"text": "%s"}\n' % (b"a" * 50) * 3000)
    (tmp_path / "whole.jsonl").write_bytes(packed)
    (tmp_path / "cut.jsonl").write_bytes(packed[:-20])
    whole = list(read_files([str(tmp_path / "whole.jsonl")], _PLAIN, io.BytesIO()))
    assert len(whole) == 3000
    *most, last = read_files([str(tmp_path / "cut.jsonl")], _PLAIN, io.BytesIO())
    assert most
    assert isinstance(last, BadItem)
    assert last.reason.startswith("cannot be read further (")


def test_directories_are_walked_in_order_and_strangers_passed_over(tmp_path: Path) -> None:
    """Known suffixes are read in sorted order; hidden files and others are passed over."""
    for name in ("b/2.txt", "b/1.html", "a.jsonl", "c.pdf", ".git/x.txt", ".hidden.txt", "named.weird"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    chosen, passed_over = files_of([str(tmp_path), str(tmp_path / "named.weird"), "-"])
    names = [name.removeprefix(f"{tmp_path}/") for name in chosen]
    assert names == ["a.jsonl", "b/1.html", "b/2.txt", "named.weird", "-"]
    assert [Path(name).name for name in passed_over] == ["c.pdf", "named.weird"]
    with pytest.raises(FileNotFoundError, match="none"):
        files_of([str(tmp_path / "none")])


def test_standard_input_is_sniffed_and_left_open() -> None:
    """- reads standard input, whatever it holds; it is not ours to close."""
    stdin = io.BytesIO(b"<html><p>Hello</p></html>")
    (item,) = read_files(["-"], _PLAIN, stdin)
    assert isinstance(item, Item)
    assert (item.origin, orjson.loads(item.value)) == ("stdin", {"html": "<html><p>Hello</p></html>"})
    assert not stdin.closed


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    """A file that went away between listing and reading is a bad item."""
    (tmp_path / "b.txt").write_text("x", encoding="utf-8")
    told = _told(read_files([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], _PLAIN, io.BytesIO()))
    assert told[0][1] == "BAD cannot be read further (No such file or directory)"
    assert told[1][1] == '{"text":"x"}'


@pytest.mark.parametrize("name", ["page.html.gz", "text.txt.gz"])
def test_a_packed_bomb_is_a_bad_item(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """What is larger unpacked than may be read is not unpacked to its end."""
    monkeypatch.setattr("copydesk.producer.items.MAX_DOCUMENT_BYTES", 1 << 20)
    path = tmp_path / name
    path.write_bytes(gzip.compress(b'{"text": "' + bytes(64 << 20)))
    tracemalloc.start()
    try:
        (item,) = read_files([str(path)], _PLAIN, io.BytesIO())
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
    assert isinstance(item, BadItem)
    assert "is larger than 1 MiB" in item.reason
