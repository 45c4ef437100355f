"""Words, counts, fingerprint and quality: what is measured of the text itself."""

import pytest
import xxhash
from hypothesis import given
from hypothesis import strategies as st

from copydesk.enrich.counts import reading_time_seconds, word_count
from copydesk.enrich.fingerprint import fingerprint, similarity, slots_of
from copydesk.enrich.quality import quality
from copydesk.enrich.tokens import words_of
from tests.unit.enrich.making import BODY

STORY = " ".join(
    f"Sentence {n} of the {n * 7 % 13}th story tells of boat {n * n % 31} and crew {n * 3 % 17}."
    for n in range(60)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's 3.5 km, state-of-the-art!", ["It's", "3.5", "km", "state-of-the-art"]),
        ("Zoë’s café", ["Zoë’s", "café"]),
        ("AI模型 v2", ["AI", "模", "型", "v2"]),
        ("ฉันรัก", ["ฉ", "ั", "น", "ร", "ั", "ก"]),
        ("부산항 파업", ["부산항", "파업"]),
        ("... -- !", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """Words hold apostrophes, hyphens and points; scripts without spaces are cut into characters."""
    assert words_of(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The ferry is late.", "en", 4),
        ("渡轮今天晚点了，真的", "zh", 6),
        ("渡轮今天晚点了，真的", "ja", 5),
        ("The 渡轮 is late", "en", 4),
        ("ฉันรักเรือข้ามฟาก", "th", 4),
        ("渡", "zh", 1),
        ("", None, 0),
    ],
)
def test_word_count(text: str, language: str | None, expected: int) -> None:
    """Words are counted in any script: Han characters at 1.6 a word, Japanese at 1.85, Thai at 4."""
    assert word_count(words_of(text), language) == expected


def test_reading_time() -> None:
    """Reading takes whole seconds, rounded up, at the pace given."""
    assert [reading_time_seconds(count, 238) for count in (0, 1, 238, 239)] == [0, 1, 60, 61]
    assert reading_time_seconds(100, 100) == 60


def test_the_fingerprint_is_the_same_everywhere() -> None:
    """The fingerprint of a text is a fixed string: no process, platform or hash seed changes it."""
    sketch = fingerprint(words_of(BODY))
    assert sketch.startswith("v1:")
    assert len(sketch) == 345
    assert (sketch[:35], sketch[-12:]) == ("v1:0Rt0n7zo9CVNc9sNGbV0n8rnUvdWPlL3", "mBqqBJgaoZtQ")
    assert sketch == fingerprint(words_of(BODY.upper()))


@pytest.mark.parametrize(
    ("text", "digest"),
    [
        ("Rain fell on the harbour all night.", "a9f735871f7acf95"),  # three shingles: nearly all slots are borrowed
        ("港务委员会周二决定在冬天来临之前重建旧的渡轮码头", "71400f527336aec0"),
        ("İstanbul'da STRASSE und Straße, ǅ ﬁne ΣΑΣ ς", "0c8624a4d96f28ac"),
    ],
)  # fmt: skip
def test_short_and_foreign_texts_too(text: str, digest: str) -> None:
    """Borrowed slots, other scripts and letters that fold to several give the same on Python 3.11, 3.12 and 3.13."""
    assert xxhash.xxh3_64_hexdigest(fingerprint(words_of(text)).encode()) == digest


def test_alike_texts_have_alike_fingerprints() -> None:
    """One changed word leaves most of the fingerprint, half a text about a third, another text next to nothing."""
    whole = fingerprint(words_of(STORY))
    half = fingerprint(words_of(STORY[: len(STORY) // 2]))
    edited = fingerprint(words_of(STORY.replace("Sentence 30", "Paragraph 30")))
    other = fingerprint(
        words_of(
            STORY.replace("tells of boat", "says a").replace("of the", "in some").replace("and crew", "but")
        )
    )
    assert similarity(whole, whole) == 1.0
    assert similarity(whole, edited) > 0.9
    assert 0.35 < similarity(whole, half) < 0.65  # half of the shingles: 0.5, standard error 0.044
    assert similarity(whole, other) < 0.1


def test_short_and_empty_texts_have_fingerprints() -> None:
    """A text of a few words, or of Chinese characters, can be compared; an empty one is like nothing."""
    assert similarity(fingerprint(["Rain"]), fingerprint(["rain"])) == 1.0
    assert similarity(fingerprint(["rain"]), fingerprint(["snow"])) < 0.05
    chinese = "港务委员会周二决定在冬天来临之前重建旧的渡轮码头"
    assert (
        similarity(fingerprint(words_of(chinese)), fingerprint(words_of(chinese.replace("周二", "周三"))))
        > 0.4
    )
    assert fingerprint([]) == "v1:"
    assert similarity("v1:", "v1:") == 0.0


@pytest.mark.parametrize("sketch", ["", "v0:AAAA", "v1", "v1:AAAA", "v1:!!!!", "v1:" + "A" * 400, "v1:é"])
def test_what_is_no_fingerprint_is_refused(sketch: str) -> None:
    """A fingerprint of another version or form raises ValueError."""
    with pytest.raises(ValueError, match="not a fingerprint of version v1"):
        slots_of(sketch)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=5), max_size=40))
def test_any_words_have_a_fingerprint(words: list[str]) -> None:
    """Whatever the words, the fingerprint has 128 slots or is that of the empty text, and is like itself."""
    sketch = fingerprint([word for word in words if "\n" not in word])
    assert len(slots_of(sketch)) in {0, 128}
    assert similarity(sketch, sketch) in {0.0, 1.0}


def test_the_quality_of_an_article() -> None:
    """A clean article passes every rule; its signals are numbers that can be checked by hand."""
    body = f"{BODY}\n\nThe city had no say in it, and nothing that was built there is to be touched, they said.\n\nA last line of the story, with the rest of the detail that was due."
    judged = quality(body, words_of(body), "en", 0.25)
    assert judged.score == 1.0
    assert judged.signals["removedShare"] == 0.25
    assert judged.signals["terminalLineShare"] == 1.0
    assert judged.signals["words"] == len(words_of(body))
    assert judged.signals["duplicateLineShare"] == 0.0


@pytest.mark.parametrize(
    ("body", "failing"),
    [
        (
            "Home\n\nNews\n\nSport\n\nHome\n\nNews",
            {"words": 5.0, "terminalLineShare": 0.0, "duplicateLineShare": 0.4},
        ),
        ("# # # #", {"words": 0.0, "symbolsPerWord": 4.0}),
        ("Lorem ipsum {x}", {"placeholders": 2.0}),
        ("READ THIS NOW", {"upperCaseShare": 1.0}),
        ("", {"words": 0.0, "meanWordLength": 0.0}),
    ],
)
def test_the_quality_of_what_is_no_article(body: str, failing: dict[str, float]) -> None:
    """Lists of links, symbols, templates and nothing at all score lower, for signals that say why."""
    judged = quality(body, words_of(body), None, 0.0)
    assert judged.score < 0.95
    assert {name: judged.signals[name] for name in failing} == failing
    assert "stopWordShare" not in judged.signals


def test_scripts_without_spaces_are_not_marked_down() -> None:
    """A Chinese article of some length passes the rules that were made for spaced scripts."""
    body = "\n\n".join(
        f"第{n}段：港务委员会周二决定在冬天来临之前重建旧的渡轮码头，渔民们要求更长的防波堤，计划第{n}次修改。"
        for n in range(4)
    )
    assert quality(body, words_of(body), "zh", 0.0).score == 1.0
