"""People, organisations and places of whole texts."""

from itertools import pairwise

import pytest

from copydesk.enrich.entities.find import MENTIONS_MAX, find_mentions
from copydesk.enrich.entities.model import NameType
from copydesk.record import Mention


def mentions(text: str) -> dict[str, Mention]:
    """Return what a text names, by name."""
    return {mention.name: mention for mention in find_mentions(text)}


HARBOUR = (
    "The World Health Organization (WHO) sent Maria Fernández to Hamburg on Monday. “It works,” said Fernández,"
    " a doctor from Spain.\n\nThe WHO has an office in Hamburg."
)


def test_people_organisations_and_places_are_told_apart() -> None:
    """Each has its type; weekdays and the words that open sentences are none."""
    kinds: dict[str, NameType] = {name: mention.type for name, mention in mentions(HARBOUR).items()}
    assert kinds == {
        "World Health Organization": "Organization",
        "Maria Fernández": "Person",
        "Hamburg": "Place",
        "Spain": "Place",
    }


def test_a_mention_gathers_its_places_under_the_fullest_name() -> None:
    """Acronym and surname are aliases; the spans cut every form out of the text, in order."""
    found = mentions(HARBOUR)
    assert found["World Health Organization"].aliases == ("WHO",)
    person = found["Maria Fernández"]
    assert [HARBOUR[start:end] for start, end in person.spans] == ["Maria Fernández", "Fernández"]
    assert person.aliases == ("Fernández",)


def test_an_alias_and_a_firm_before_a_name_are_cut_off() -> None:
    """A firm and an office before a person are no part of the name, nor is what it is known as."""
    found = mentions(
        "Tencent CEO Ma Huateng, also known as Pony Ma, spoke in Shenzhen. Tencent CEO Ma Huateng left."
    )
    assert found["Ma Huateng"].aliases == ("Pony Ma",)
    assert found["Tencent"].type == "Organization"


def test_the_most_prominent_come_first_and_are_not_too_many() -> None:
    """Prominence is the sum of the scores; a text that lists names yields so many only."""
    text = "Ana Weir met Ben Roe. Ana Weir left. Ana Weir slept."
    assert find_mentions(text)[0].name == "Ana Weir"
    many = " ".join(f"Maria Fernández{chr(97 + n % 26) * (n // 26 + 1)} said so." for n in range(90))
    assert len(find_mentions(many)) <= MENTIONS_MAX


def test_scores_are_shares_and_the_same_text_gives_the_same() -> None:
    """Nothing depends on what was read before."""
    first = find_mentions(HARBOUR)
    assert all(0.5 <= mention.score <= 1 for mention in first)
    assert find_mentions(HARBOUR) == first


@pytest.mark.parametrize(
    "text", ["", "no capitals here", "ALL IN CAPITALS, EVERY WORD OF IT", "12 34", "\x00 A.", "İ ǅ ẞ"]
)
def test_text_without_names_is_harmless(text: str) -> None:
    """Whatever comes in, spans lie within it and do not overlap."""
    spans = sorted(span for mention in find_mentions(text) for span in mention.spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_chinese_and_japanese_have_known_places_and_organisations() -> None:
    """The longest known name counts; a word for a country's people, and a part of a longer word, are none."""
    found = {
        name.name: name.type
        for name in find_mentions("腾讯在福州表示，中国人民银行不评论。中国人很多。", "zh")
    }
    assert found == {"腾讯": "Organization", "福州": "Place", "中国人民银行": "Organization"}
    assert find_mentions("日本人とベラルーシアの話。", "ja") == ()
    assert [mention.name for mention in find_mentions("ロシア軍がキーウを攻撃した。", "ja")] == [
        "ロシア",
        "キーウ",
    ]


def test_words_that_open_sentences_every_day_are_no_names() -> None:
    """What stands in the text in lower case too is none where a capital is the sentence's."""
    assert find_mentions("Ferries run late. The ferries ran. Later nobody came.") == ()


def test_german_nouns_are_no_names_for_their_capitals() -> None:
    """Nouns, compounds and what opens a sentence are none; people, places and organisations are."""
    text = (
        "Die Regierung kritisierte den Haushaltsentwurf. Der Minister sprach in Berlin mit Annalena Baerbock über"
        " den Fachkräftemangel, die Steuern und die SPD."
    )
    assert {one.name for one in find_mentions(text, "de-AT")} == {"Berlin", "Annalena Baerbock", "SPD"}


def test_german_articles_and_prepositions_begin_no_name() -> None:
    """What opens a sentence is no part of the run behind it, as it is none within a sentence."""
    text = "Im Garten war niemand. Das Papier liegt vor. Nach Berlin kam Annalena Baerbock."
    assert {one.name for one in find_mentions(text, "de")} == {"Berlin", "Annalena Baerbock"}


def test_headings_make_fewer_names_than_their_capitals() -> None:
    """In a line of which every long word has a capital, one tells nothing; a name in it is still one."""
    assert find_mentions("Ten Healthy Habits That Actually Work\n\nHow to Choose the Right Desk") == ()
    assert [one.name for one in find_mentions("Meet Angela Merkel, the Woman Behind the Desk")] == [
        "Angela Merkel"
    ]
