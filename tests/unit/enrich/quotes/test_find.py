"""Quotes and their speakers: each sieve by a short text, and what is no quote."""

import pytest

from copydesk.enrich.quotes.find import QUOTES_MAX, find_quotes
from copydesk.record import Mention, Quote

INTRODUCED = "Mayor Ada Lund met the crew of the ferry on Monday, and so did Captain Jonas Berg. "


def told(body: str, language: str = "en") -> list[tuple[str, str | None]]:
    """Return words and speaker of each quote."""
    return [(quote.text, quote.speaker) for quote in find_quotes(body, language)]


def one(body: str, language: str = "en") -> Quote:
    """Return the only quote of a text."""
    (quote,) = find_quotes(body, language)
    return quote


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“It sails tonight,” said Ada Lund.", "Ada Lund"),
        ("“It sails tonight,” Mayor Ada Lund said on Monday.", "Ada Lund"),
        ("“It sails tonight,” said Ada Lund, the mayor of Oslo.", "Ada Lund"),
        ("“It sails tonight,” Ada Lund, who runs the ferry, told the crew.", "Ada Lund"),
        ("“It sails tonight,” said the mayor of Oslo, Ada Lund.", "Ada Lund"),
        ("“It sails tonight,” Berg's neighbour, Ada Lund, said.", "Ada Lund"),
        ("Ada Lund said: “It sails tonight.”", "Ada Lund"),
        ("Ada Lund, a mayor: “It sails tonight.”", "Ada Lund"),
        ("According to Ada Lund, the ferry “sails tonight at last”.", "Ada Lund"),
        ("Mayor Ada Lund called the ferry “a very large mistake”.", "Ada Lund"),
        ("“It sails tonight,” said a police spokesman.", "a police spokesman"),
        ("“It sails tonight,” said a man with a dog.", None),
        ("“It sails tonight,” said harbour captain Ada Lund.", "Ada Lund"),
        ("The crew, according to Ferry Lines lead Ada Lund, “sails tonight at last”.", "Ada Lund"),
        (
            "Jonas Berg wants to stay, but Ada Lund, the mayor, said the ferry “sails tonight at last”.",
            "Ada Lund",
        ),
        ("As a police spokesman promised, “it sails tonight”.", "a police spokesman"),
        (
            "Kim Lund was there. Ada Lund came too. Ada Lund smiled. “It sails tonight,” Lund said.",
            "Ada Lund",
        ),
        (INTRODUCED + "“It sails tonight,” Lund said.", "Ada Lund"),
        (INTRODUCED + "“It sails tonight,” the captain said.", "Jonas Berg"),
        (INTRODUCED + "Berg smiled. “It sails tonight,” he said.", "Jonas Berg"),
        (INTRODUCED + "\n\nLund smiled. “It sails tonight.”", "Ada Lund"),
    ],
)
def test_the_speaker_is_found(body: str, speaker: str | None) -> None:
    """Behind the words or before them, with appositions and titles, by surname, calling or pronoun."""
    assert [name for _, name in told(body)] == [speaker]


@pytest.mark.parametrize(
    ("language", "body", "speaker"),
    [
        ("de", "„Es fährt heute“, sagte Ministerin Ada Lund am Montag.", "Ada Lund"),
        ("de", "„Es fährt heute“, so Kapitän Jonas Berg.", "Jonas Berg"),
        ("de", "Dass es fährt, erklärte Minister Karl Brand so: „Das Schiff ist bereit.“", "Karl Brand"),
        ("de", "„Es fährt heute“, sagte Karl Brand von der Direktbank Nord.", "Karl Brand"),
        ("fr", "« Il part ce soir », a déclaré la maire Ada Lund.", "Ada Lund"),
        ("fr", "« Il part, explique Ada Lund, et ce soir même. »", "Ada Lund"),
        ("es", "«Sale esta noche», dijo la alcaldesa Ada Lund.", "Ada Lund"),
        ("pt", "“Sai esta noite”, afirmou a prefeita Ada Lund.", "Ada Lund"),
        ("it", "«Parte stasera», ha detto la sindaca Ada Lund.", "Ada Lund"),
        ("nl", "„Hij vaart vanavond”, zegt wethouder Ada de Boer.", "Ada de Boer"),
        ("pl", "„Płynie dziś wieczorem”, powiedziała prezydent Ada Lund.", "Ada Lund"),
        ("ru", "«Он уходит сегодня», — сказала мэр Ада Лунд.", "Ада Лунд"),
        ("zh", "“今晚开船，”市长李明说。", "李明"),
        ("ja", "市長の佐藤健一氏は「今夜出航する」と述べた。", "佐藤健一"),
    ],
)
def test_the_speaker_is_found_in_other_languages(language: str, body: str, speaker: str) -> None:
    """Each language has its marks, its verbs and its order of words."""
    assert [name for _, name in told(body, language)] == [speaker]


def test_a_quote_that_a_cue_cuts_is_two_of_one_speaker() -> None:
    """What goes on in the sentence or in the paragraph is the same speaker's, to the same outlet."""
    body = "“We asked,” Ada Lund told Reuters, “and waited.” “Nobody came.”"
    assert told(body) == [
        ("We asked,", "Ada Lund"),
        ("and waited.", "Ada Lund"),
        ("Nobody came.", "Ada Lund"),
    ]
    assert {quote.source for quote in find_quotes(body, "en")} == {"Reuters"}


def test_pronouns_keep_to_who_they_fit() -> None:
    """A man is not meant by "she", though he was named last."""
    body = "Mayor Ada Lund met Mr Jonas Berg. Mr Berg laughed. “It sails tonight,” {} said."
    assert told(body.format("she")) == [("It sails tonight,", "Ada Lund")]
    assert told(body.format("he")) == [("It sails tonight,", "Jonas Berg")]


def test_a_quote_of_several_paragraphs_is_one() -> None:
    """Its text leaves out the marks that each paragraph repeats; its span does not."""
    body = "Ada Lund said: “It sails.\n\n“It sails tonight.”"
    quote = one(body)
    assert (quote.text, quote.speaker) == ("It sails.\n\nIt sails tonight.", "Ada Lund")
    assert body[slice(*quote.span)] == "It sails.\n\n“It sails tonight."


@pytest.mark.parametrize(
    "body",
    [
        "The “talking bin” is known as “Tina”.",
        "Ada Lund read “The Old Man and the Sea” twice.",
        "Locals call the bridge “the old iron lady”.",
        "A poster reads “Thank you for not thanking me”.",
        "The paper asked “Who let the water in?” on its front page.",
        "You could say, “I was there.”",
        "You could start by saying, “I was there and saw it.”",
        "Step 8: “How many days a week should I train?”",
        "Rules help.\n\n“The early bird catches the worm.”",
    ],
)
def test_what_nobody_said_is_no_quote(body: str) -> None:
    """Titles, names, terms, signs and advice are none."""
    assert told(body) == []


def test_mentions_tell_who_is_a_person() -> None:
    """What they call a place or an organisation is meant by no pronoun, and other names of a person are known."""
    body = "Abu Anas Al Saud came. Al Saud saw the Hill Gate, where Hill Gate Ltd, a shop, was. “It is shut,” he said."
    mentions = (
        Mention(name="Abu Anas Al Saud", type="Person", spans=((0, 16),), score=0.9, aliases=("Al Saud",)),
        Mention(name="Hill Gate", type="Place", spans=((40, 49),), score=0.9),
    )
    (quote,) = find_quotes(body, "en", mentions)
    assert quote.speaker == "Abu Anas Al Saud"


def test_languages_without_a_table_have_no_quotes() -> None:
    """Nothing is guessed where cues are not known, or the language is not."""
    body = "“It sails tonight,” said Ada Lund."
    assert find_quotes(body, "fi") == find_quotes(body, None) == ()


def test_an_endless_text_has_a_limited_number_of_quotes() -> None:
    """Of very many quotes the first are told."""
    assert len(find_quotes("“It sails tonight,” said Ada Lund. " * 1000, "en")) == QUOTES_MAX
