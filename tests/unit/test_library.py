"""`copydesk.clean`: one article in, its record out."""

import doctest
import subprocess
import sys

import pytest

import copydesk
from copydesk import library
from copydesk.outcome import Reason, RejectArticle
from tests.unit.cli.calls import environment

_SENTENCE = "The night ferry runs on batteries now, and the harbour has been quiet for a week."
_PAGE = f"<html><head><title>Ferry</title></head><body><article><p>{_SENTENCE}</p></article></body></html>"


def test_the_example_of_its_docstring_is_true() -> None:
    """What the docstring shows is what it does."""
    results = doctest.testmod(library)
    assert results.attempted == 4
    assert results.failed == 0


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (_PAGE, "html"),
        (f"\ufeff  \n<!DOCTYPE html>{_PAGE}", "html"),
        ('<?xml version="1.0"?><html/>', "html"),
        ("<!-- a comment --><p>x", "html"),
        ("<p>One.</p>", "html"),
        ("Bare words.<br>More words.<br><br>And a <b>last</b> line.", "html"),
        ("", "text"),
        (_SENTENCE, "text"),
        ("a < b and b > c, he said; <3", "text"),
        ("<John Smith> hello\n<Ann> hi <Bob> hi <Cy> hi <Di>", "text"),
        ("The <p> element is closed by </p>, the <br> is not.", "text"),
        ("<path/to/file> is a path", "text"),
    ],
)
def test_a_page_is_told_from_text(text: str, kind: str) -> None:
    """By its beginning, or by several tags of known elements; text that names a tag stays text."""
    assert library.kind_of(text) == kind


@pytest.mark.parametrize(
    "given",
    [
        _PAGE,
        _PAGE.encode(),
        _PAGE.encode("utf-16"),
        f"<meta charset=koi8-r><p>{_SENTENCE}</p>",
        _SENTENCE,
        _SENTENCE.encode("utf-16-le"),
    ],
)
def test_str_and_bytes_of_pages_and_texts_give_the_same_body(given: str | bytes) -> None:
    """Whatever it comes as, the text is found."""
    assert copydesk.clean(given).article_body == _SENTENCE


def test_the_address_makes_id_and_publisher() -> None:
    """`url` is used as that of a message is."""
    record = copydesk.clean(_PAGE, url="https://news.example.org/ferry")
    assert record.canonical_url == "https://news.example.org/ferry"
    assert record.field_source["id"].method == "canonical_url"
    assert record.publisher is not None
    assert record.publisher.domain == "example.org"


def test_the_kind_can_be_said() -> None:
    """A text that looks like a page can be taken as it is written."""
    assert copydesk.clean("<p>" + _SENTENCE, kind="text").article_body == "<p>" + _SENTENCE


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("", Reason.EMPTY_BODY),
        (b" \n ", Reason.EMPTY_BODY),
        (b"%PDF-1.7 \x00\x01", Reason.NO_TEXT),
        ("<html><script>1</script></html>", Reason.NO_TEXT),
        ("Leave a comment", Reason.NO_ARTICLE),
        ("\ud800", None),
    ],
)
def test_what_is_no_article_says_why(given: str | bytes, reason: Reason | None) -> None:
    """`RejectArticle` has the reason; a lone surrogate is no reason."""
    if reason is None:
        assert copydesk.clean(given).article_body == "?"
        return
    with pytest.raises(RejectArticle) as raised:
        copydesk.clean(given)
    assert raised.value.reason is reason
    assert raised.value.detail


def test_other_types_are_refused() -> None:
    """A path or an open file is a mistake, told at once."""
    with pytest.raises(TypeError, match="str or bytes, not list"):
        copydesk.clean([])  # type: ignore[arg-type]


def test_importing_is_light_and_clean_needs_no_client() -> None:
    """`import copydesk` loads nothing; `clean` loads neither Faust nor a client, a server or the command line."""
    code = (
        "import sys, copydesk\n"
        "first = [name for name in sys.modules if name.startswith('copydesk.')]\n"
        "copydesk.clean('The ferry left the jetty at ten.')\n"
        "heavy = {'faust', 'mode', 'aiokafka', 'asyncpg', 'aiohttp', 'asyncio', 'click', 'rich', 'prometheus_client', 'sqlite3'}\n"
        "print(first, sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout == "[] []\n"


def test_another_name_is_not_there() -> None:
    """The package has no other attribute of its own."""
    with pytest.raises(AttributeError, match="no attribute 'clear'"):
        copydesk.clear  # noqa: B018


@pytest.mark.parametrize(
    ("line", "told", "text"),
    [
        ("Monday, April 23, 2018", "2018-04-23", _SENTENCE),
        ("2018-04-23 10:02 CST", "2018-04-23T10:02", _SENTENCE),
        ("Montag, 23. April 2018, 10:02 Uhr", "2018-04-23T10:02", "Der Hafenrat will den alten Anleger noch vor dem Winter erneuern."),
        ("lundi 23 avril 2018 à 10h02", "2018-04-23T10:02", "Le conseil du port veut reconstruire l'ancien embarcadère avant l'hiver."),
        ("23 de abril de 2018 10:02", "2018-04-23T10:02", "El consejo del puerto quiere reconstruir el embarcadero antes del invierno."),
        ("segunda-feira, 23 de abril de 2018", "2018-04-23", "O conselho do porto quer reconstruir o antigo cais antes do inverno."),
        ("lunedì 23 aprile 2018", "2018-04-23", "Il consiglio del porto vuole ricostruire il vecchio molo prima dell'inverno."),
        ("maandag 23 april 2018", "2018-04-23", "De havenraad wil de oude aanlegplaats voor de winter herbouwen."),
        ("poniedziałek, 23 kwietnia 2018", "2018-04-23", "Rada portu chce odbudować stary pomost jeszcze przed zimą tego roku."),
        ("23 апреля 2018, 10:02", "2018-04-23T10:02", "Совет порта хочет восстановить старый причал до зимы этого года."),
        ("2018年4月23日 10:02", "2018-04-23T10:02", "港务委员会周二决定在冬季之前重建旧渡轮码头，大多数船员对此表示同意。"),
        ("2018年4月23日（月） 10時02分", "2018-04-23T10:02", "港湾評議会は火曜日、冬までに古い渡船場を再建することを決定した。"),
    ],
)  # fmt: skip
def test_a_date_line_of_plain_text_is_the_date_and_no_text(line: str, told: str, text: str) -> None:
    """In the main languages: the line above the article is read, and is not part of its body."""
    record = copydesk.clean(f"{line}\n\n{text}")
    assert (record.date_published, record.article_body) == (told, text)
