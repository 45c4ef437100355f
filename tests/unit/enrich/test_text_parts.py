"""What is told from the text alone: keyphrases, an extracted description, languages of its parts, signs of a cut."""

import pytest

from copydesk.article import Page
from copydesk.enrich.authors import find_authors
from copydesk.enrich.credits import find_credit
from copydesk.enrich.description import extract_description
from copydesk.enrich.keyphrases import KEYPHRASES_MAX, find_keyphrases
from copydesk.enrich.language import find_parts
from copydesk.enrich.language_tags import by_alphabet, script_of
from copydesk.enrich.sentences import sentences_of
from copydesk.enrich.truncated import find_truncated
from copydesk.ledger import Kind
from copydesk.record import Mention
from tests.unit.enrich.making import BODY, clean

ENGLISH = "The harbour council voted on Tuesday to rebuild the old ferry landing before winter, and fishing crews agreed with that."
GERMAN = "Der Hafenrat hat am Dienstag beschlossen, den alten Anleger noch vor dem Winter zu erneuern, und alle Fischer am Kai stimmten ihm sofort zu."
FERRY = "The harbour council met. A new ferry landing is planned. The harbour council wants the ferry landing by May."


def test_keyphrases_are_repeated_phrases_of_the_text() -> None:
    """What is said twice is told, as it is written, the best first with score 1."""
    found = find_keyphrases(FERRY, None, "en")
    assert {phrase.text for phrase in found} == {"harbour council", "ferry landing"}
    assert found[0].score == 1


def test_a_longer_phrase_stands_for_its_parts() -> None:
    """Words that stand nowhere but inside a longer phrase are not told by themselves."""
    text = "The Digital Harbour Summit began. The Digital Harbour Summit ends. A harbour slept."
    assert find_keyphrases(text, None, "en")[0].text == "Digital Harbour Summit"


def test_keyphrases_hold_no_stop_words_and_are_few() -> None:
    """A long text has no more than the limit, none of them bounded by a stop word."""
    found = find_keyphrases(" ".join(f"The word{n} of thing{n}. A word{n}." for n in range(40)), None, "en")
    assert len(found) == KEYPHRASES_MAX
    assert all(not phrase.text.casefold().startswith(("the ", "of ", "a ")) for phrase in found)


def test_keyphrases_of_an_unknown_language_are_not_guessed() -> None:
    """Where no stop words are known nothing is told."""
    assert find_keyphrases(FERRY, None, "fi") == find_keyphrases(FERRY, None, None) == ()


def test_names_are_keyphrases_by_their_fullest_form() -> None:
    """A name comes first, whole though the text goes on with its last word; a piece of it is not told beside it."""
    text = "Nora Quist won. Quist thanked the crew. The crew cheered, and Quist wept."
    mention = Mention(
        name="Nora Quist", type="Person", spans=((0, 10), (16, 21)), score=0.9, aliases=("Quist",)
    )
    assert [one.text for one in find_keyphrases(text, None, "en", (mention,))] == ["Nora Quist", "crew"]


def test_german_nouns_are_no_names() -> None:
    """Where every noun has a capital names are not trusted: only what is repeated counts."""
    mention = Mention(name="Das Boot", type="Person", spans=((0, 8),), score=0.9)
    assert find_keyphrases("Das Boot fuhr. Die Fähre kam.", None, "de", (mention,)) == ()


def test_contractions_are_no_keyphrases() -> None:
    """What stands before an apostrophe is a word of its own; a name with one is whole."""
    text = "It's you're O'Brien. It's you're O'Brien. It's you're O'Brien."
    assert [one.text for one in find_keyphrases(text, None, "en")] == ["O'Brien"]


def test_a_plural_is_no_second_keyphrase() -> None:
    """Boat and boats are told once, as the weightier is written."""
    text = "A boat. A boat. A boat. Some boats. Some boats."
    assert [one.text for one in find_keyphrases(text, None, "en")] == ["boat"]


def test_an_extract_is_of_whole_sentences_of_the_text() -> None:
    """The description of a text without one is a sentence or two of it, unchanged, and said to be an extract."""
    found = extract_description(BODY.split("\n\n"), "New ferry landing", "en")
    assert found is not None
    assert found.method == "extract"
    assert found.value == BODY.replace("\n\n", " ")


def test_an_extract_prefers_what_the_headline_names() -> None:
    """Of many sentences those that the headline is about are taken, in the order of the text."""
    fillers = [f"Somewhere else number {n} people talked about other matters at length." for n in range(6)]
    text = [
        "The harbour council meets today in town hall.",
        *fillers,
        "A ferry landing will be built near the harbour.",
    ]
    found = extract_description(text, "Ferry landing planned near harbour", "en")
    assert found is not None
    assert found.value == f"{text[0]} {text[-1]}"


def test_sentences_do_not_end_at_abbreviations() -> None:
    """Initials, titles and numbers have points too; Chinese needs no space."""
    assert list(sentences_of("The U.S. team met Dr. Quist. It won 3.5 points! So what")) == [
        "The U.S. team met Dr. Quist.",
        "It won 3.5 points!",
    ]
    assert list(sentences_of("渡轮晚点了。大家都在等！")) == ["渡轮晚点了。", "大家都在等！"]


def test_no_extract_without_a_whole_sentence() -> None:
    """A text of fragments has no description."""
    assert extract_description(["Ferry", "Two boats"], "Ferry", "en") is None


def test_languages_of_the_parts_of_a_mixed_text() -> None:
    """Each language has its share and the numbers of its paragraphs; a short one goes with the one before."""
    parts = find_parts([ENGLISH, ENGLISH, GERMAN, "Ja."], "en")
    assert [(part.language, part.paragraphs) for part in parts] == [("en", (0, 1)), ("de", (2, 3))]
    assert sum(part.share for part in parts) == pytest.approx(1, abs=0.001)


def test_a_text_in_one_language_has_no_parts() -> None:
    """Nothing is told where nothing differs, names in other tongues included."""
    assert find_parts([ENGLISH, "Übermut tut selten gut", ENGLISH], "en") == ()


@pytest.mark.parametrize(
    ("text", "tag", "script"),
    [
        (ENGLISH, "en", "Latn"),
        ("Совет порта проголосовал", "ru", "Cyrl"),
        ("港務委員會週二決定", "zh-Hant", "Hant"),
        ("港务委员会周二决定", "zh", "Hans"),
        ("港湾評議会は火曜日", "ja", "Jpan"),
        ("항만 위원회는", "ko", "Kore"),
        ("12 34", None, None),
    ],
)
def test_the_script_of_a_text(text: str, tag: str | None, script: str | None) -> None:
    """The script is the ISO 15924 code of most letters, with the codes of mixtures where the language writes one."""
    assert script_of(text, tag) == script


def test_letters_that_serbian_has_not() -> None:
    """What was taken for Serbian is the language whose own letters stand in it."""
    assert by_alphabet("sr", "Ова е вест за ќерката") == "mk"
    assert by_alphabet("sr", "Ово је вест о ђаку") == "sr"
    assert by_alphabet("sr", "Новости вышли") == "ru"
    assert by_alphabet("sr", "Това е щастие") == "bg"


@pytest.mark.parametrize(
    ("end", "rule"),
    [
        ("He got up and [+1234 chars]", "counted-rest"),
        ("Subscribe to continue reading.", "paywall-words"),
        ("The boats left at ten. Read more", "read-more-end"),
        ("Die Boote fuhren ab. Weiterlesen …", "read-more-end"),
        ("Contact the desk. Get in...", "ellipsis-end"),
        ("The boats left at ten.", None),
        ("“We read more than we write.”", None),
    ],
)
def test_signs_of_a_cut(end: str, rule: str | None) -> None:
    """The wording at a text's end tells that it goes on elsewhere; a sentence that ends does not."""
    article = clean(BODY, end)
    found = find_truncated(article, article.body)
    assert (found.rule if found else None) == rule


def test_a_bio_that_breaks_off_tells_that_the_text_was_cut() -> None:
    """Behind a whole body a bio that ends in "Get in..." is a weaker sign, with the words it was seen by."""
    article = clean(
        BODY, ("Nora Quist is a reporter. Get in...", Kind.AUTHOR_BIO), ("Leave a reply", Kind.COMMENT_FORM)
    )
    found = find_truncated(article, article.body)
    assert found is not None
    assert (found.rule, found.text.endswith("Get in...")) == ("bio-cut", True)


def test_a_login_link_is_no_paywall() -> None:
    """Only a notice that speaks of subscribers or of reading on counts."""
    login = clean(BODY, ("Log in", Kind.PAYWALL))
    notice = clean(BODY, ("Already a paid subscriber? Sign in", Kind.PAYWALL))
    assert find_truncated(login, login.body) is None
    assert find_truncated(notice, notice.body) is not None


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("LONDON (Reuters) - The council voted.", "Reuters"),
        ("BERLIN (dpa). Der Rat hat entschieden.", "dpa"),
        ("新华社北京4月23日电 港务委员会", "新华社"),
        ("The council (AP) voted with nine members.", None),
        ("It was told to Reuters - so they say.", None),
    ],
)
def test_wire_credits(body: str, name: str | None) -> None:
    """The agency of a dispatch's dateline is its author, an organisation."""
    found = find_credit(body)
    assert (found.value[0].name if found else None) == name
    assert found is None or found.value[0].type == "Organization"


def test_the_outlet_is_author_where_the_page_says_so_and_names_nobody_else() -> None:
    """A page whose JSON-LD names the publication as author gets it as an organisation; another name goes first."""
    outlet = {"@type": "NewsArticle", "author": {"@type": "Person", "name": "The Gauge"}}
    alone = find_authors(clean(BODY, page=Page(json_ld=(outlet,))), {"the gauge"})
    beside = find_authors(
        clean(BODY, page=Page(json_ld=(outlet,), meta={"author": "Nora Quist"})), {"the gauge"}
    )
    assert alone is not None
    assert beside is not None
    assert [(author.name, author.type) for author in alone.value] == [("The Gauge", "Organization")]
    assert [(author.name, author.type) for author in beside.value] == [("Nora Quist", "Person")]


def test_json_ld_describes_its_author() -> None:
    """Role, text and profiles that the page gives stand with the author."""
    person = {
        "@type": "Person",
        "name": "Nora Quist",
        "jobTitle": "Editor",
        "sameAs": ["https://s.example/n", "n"],
    }
    found = find_authors(
        clean(BODY, page=Page(json_ld=({"@type": "NewsArticle", "author": person},))), frozenset()
    )
    assert found is not None
    (author,) = found.value
    assert (author.job_title, author.same_as) == ("Editor", ("https://s.example/n",))
