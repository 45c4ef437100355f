"""Language: what the text shows, what was declared, and what to do when they differ."""

import pytest

from copydesk.article import Page
from copydesk.enrich.language import detect, find_language
from copydesk.enrich.language_tags import canonical_tag, from_cld2
from tests.unit.enrich.making import BODY, clean, news

GERMAN = "Der Hafenrat hat am Dienstag beschlossen, den alten Anleger noch vor dem Winter zu erneuern."
TRADITIONAL = "港務委員會週二決定在冬天來臨之前重建舊的渡輪碼頭，漁民們要求更長的防波堤。"
SIMPLIFIED = "港务委员会周二决定在冬天来临之前重建旧的渡轮码头，渔民们要求更长的防波堤。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BODY, "en"),
        (GERMAN, "de"),
        (TRADITIONAL, "zh-Hant"),
        (SIMPLIFIED, "zh"),
        ("מועצת הנמל החליטה ביום שלישי לבנות מחדש את רציף המעבורת הישן לפני החורף", "he"),
        ("Too short.", None),
        ("", None),
        ("1234 5678 " * 30, None),
        (GERMAN + " " + GERMAN + " " + BODY, None),
    ],
)
def test_the_language_of_a_text(text: str, expected: str | None) -> None:
    """A text in one language gives its BCP 47 tag; one too short, mixed or wordless gives none."""
    assert detect(text) == expected


@pytest.mark.parametrize("junk", ["\ud800", "\0", "\x01", "\ufffe", "\U0001ffff", "\ufdd0"])
def test_characters_that_are_no_text_do_not_matter(junk: str) -> None:
    """Controls, surrogates and noncharacters, which the detector would refuse, are passed over."""
    assert detect(junk + BODY + junk) == "en"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en-GB", "en"),
        ("en_US.UTF-8", "en"),
        ("ENG", "en"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-Hans-TW", "zh"),
        ("zh-CN", "zh"),
        ("iw", "he"),
        ("nb-NO", "no"),
        ("gsw", "gsw"),
        ("und", None),
        ("english", None),
        ("x", None),
        ("", None),
        ("12", None),
    ],
)
def test_declared_tags(tag: str, expected: str | None) -> None:
    """A declared tag is brought to language and script of today's registry; what is no tag is dropped."""
    assert canonical_tag(tag) == expected


def test_detector_codes() -> None:
    """The detector's own codes for scripts, jokes and the unknown are no language; old codes become today's."""
    assert [from_cld2(code) for code in ("un", "xx-Cyrl", "zzp", "iw", "jw", "zh-Hant")] == [
        None,
        None,
        None,
        "he",
        "jv",
        "zh-Hant",
    ]


def test_agreement_and_disagreement() -> None:
    """The text decides; a declaration that disagrees lowers the confidence."""
    agreed = find_language(clean(page=Page(language="en-GB")).article, BODY)
    differs = find_language(clean(page=Page(language="de")).article, BODY)
    assert agreed is not None
    assert differs is not None
    assert (agreed.value, agreed.method) == (differs.value, differs.method) == ("en", "text")
    assert differs.confidence < agreed.confidence


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"language": "nl", "page": Page(language="de")}, ("nl", "producer")),
        ({"page": Page(language="de-AT")}, ("de", "html_lang")),
        ({"page": Page(json_ld=(news(inLanguage=["fr-FR"]),))}, ("fr", "json_ld")),
        ({"page": Page(meta={"og:locale": "pt_BR"})}, ("pt", "meta:og:locale")),
        ({}, None),
    ],
)
def test_a_short_text_takes_what_was_declared(
    fields: dict[str, object], expected: tuple[str, str] | None
) -> None:
    """Where the text is too short the nearest declaration is taken, and named as the method."""
    found = find_language(clean(**fields).article, "Short.")  # type: ignore[arg-type]
    assert ((found.value, found.method) if found else None) == expected


def test_near_relatives_are_left_to_the_declaration() -> None:
    """Between languages that letters hardly tell apart, the declaration of one of them counts."""
    malay = "Dewan pelabuhan memutuskan pada hari Selasa untuk membangun kembali dermaga feri lama sebelum musim hujan tiba."
    found = find_language(clean(page=Page(language="id")).article, malay)
    assert found is not None
    assert (found.value, found.method) == ("id", "html_lang")
