"""Charsets of bodies."""

import codecs

import pytest

from copydesk.normalise.charsets import SINGLE_BYTE, codec_of
from copydesk.normalise.encoding import binary_kind, decode_body

RUSSIAN = "Паром между островами с мая будет ходить каждый час, сообщила администрация порта. "
FRENCH = "L’été dernier déjà, le garçon rêvait d’une traversée à l’aube. "
JAPANESE = "港の事務所は月曜日、五月から船を毎時出すと発表した。"


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        ("gb2312", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("big5", "big5hkscs"),
        (' "UTF8" ', "utf-8"),
        ("hex", None),
        ("punycode", None),
        ("", None),
        (None, None),
        ("x" * 10_000, None),
    ],
)
def test_names_on_the_web_mean_what_browsers_take_them_for(label: str | None, codec: str | None) -> None:
    """Labels map as the Encoding Standard says; Python's codecs that are no charsets are never used."""
    assert codec_of(label) == codec


def test_every_codec_of_the_table_is_there() -> None:
    """Python knows each of them."""
    for label in ("866", "l2", "latin3", "greek", "koi8-u", "macintosh", "tis-620", "euc-jp", *SINGLE_BYTE):
        codec = codec_of(label) or label
        assert codecs.lookup(codec)


@pytest.mark.parametrize(
    ("body", "declared", "charset"),
    [
        (b"\xef\xbb\xbf" + RUSSIAN.encode(), "koi8-r", "utf-8"),
        (b"\xff\xfe" + RUSSIAN.encode("utf-16-le"), None, "utf-16-le"),
        (RUSSIAN.encode("koi8-r"), "KOI8-R", "koi8-r"),
        (RUSSIAN.encode(), "windows-1251", "utf-8"),
        (RUSSIAN.encode("cp1251"), "utf-8", "cp1251"),
        (RUSSIAN.encode("cp1251") * 3, None, "cp1251"),
        (FRENCH.encode("cp1252") * 3, "no-such-charset", "cp1252"),
        (JAPANESE.encode("cp932") * 5, None, "cp932"),
        (JAPANESE.encode("euc_jp") * 5, None, "euc_jp"),
        (JAPANESE.encode("iso2022_jp"), None, "iso2022_jp"),
        (FRENCH.encode("utf-16-le"), None, "utf-16-le"),
        (FRENCH.encode("utf-16-be"), None, "utf-16-be"),
        (b"plain", None, "utf-8"),
    ],
)
def test_text_is_read_in_the_charset_it_is_in(body: bytes, declared: str | None, charset: str) -> None:
    """Marks, declarations, UTF-8 and detection in turn; what the bytes contradict is passed over."""
    text, found = decode_body(body, declared, "text")
    assert found == charset
    assert "\ufffd" not in text
    assert text.rstrip()[-1] in ".n。"


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="gb2312">',
        "<META http-equiv='Content-Type' content='text/html; charset=GB2312'>",
        '<?xml version="1.0" encoding="gbk"?>',
    ],
)
def test_a_page_declares_its_own_charset(head: str) -> None:
    """A meta element or an XML declaration counts in a page, and only there."""
    body = f"{head}<p>港务局".encode("gbk")
    assert decode_body(body, None, "html") == (f"{head}<p>港务局", "gb18030")
    assert decode_body(body, None, "text")[1] != "utf-8"


def test_a_page_that_says_utf16_in_ascii_is_not() -> None:
    """The standard reads such a page as UTF-8."""
    body = '<meta charset="utf-16"><p>été'.encode()
    assert decode_body(body, None, "html") == ('<meta charset="utf-16"><p>été', "utf-8")


def test_one_broken_character_does_not_change_the_charset() -> None:
    """UTF-8 that was cut inside a character stays UTF-8, with one U+FFFD."""
    text, charset = decode_body((RUSSIAN * 3).encode()[:-3], None, "text")
    assert charset == "utf-8"
    assert text.count("\ufffd") == 1


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (bytes(range(8)) * 20, "binary data"),
        (b"text with one \x00 in a hundred characters" + b"." * 100, None),
        (FRENCH.encode("utf-16-le"), None),
        (b"\xff\xfe" + JAPANESE.encode("utf-16-le"), None),
    ],
)
def test_what_is_no_text_is_named(body: bytes, kind: str | None) -> None:
    """Files and data are told from text, UTF-16 included."""
    assert binary_kind(body) == kind
