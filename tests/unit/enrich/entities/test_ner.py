"""The second reader of names: what it adds to a record, and that nothing depends on it."""

import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from copydesk.article import RawArticle
from copydesk.enrich.entities.ner import NerModel, NerUnusable, models_of, require
from copydesk.enrich.stage import EnrichOptions
from copydesk.outcome import Accepted
from copydesk.pipeline import PipelineOptions, _Unobserved, check, load, process
from copydesk.record import Record
from tests.ner import MODEL, installed, made_up

TEXT = (
    "The World Health Organization sent Maria Fernández to Hamburg on Monday, a spokesman said.\n\n"
    "“It works,” said Fernández, who had come to Hamburg from Spain. The doctor's report is due in May."
)


class Watching(_Unobserved):
    """Remembers what was gone without."""

    def __init__(self) -> None:
        self.without: list[tuple[str, str]] = []

    def went_without(self, part: str, fault: Exception) -> None:
        """Remember it."""
        self.without.append((part, type(fault).__name__))


def made(*ner: str, text: str = TEXT, observer: Watching | None = None) -> Record:
    """The record of a text, with these models."""
    options = PipelineOptions(enrich=EnrichOptions(ner=ner))
    outcome = process(RawArticle(kind="text", body=text.encode(), id="a"), options, observer or Watching())
    assert isinstance(outcome, Accepted)
    return outcome.record


def plain(record: Record) -> Record:
    """A record without what the second reader adds."""
    mentions = tuple(replace(mention, seconded=None) for mention in record.mentions)
    source = record.field_source["mentions"]
    method = replace(source, method=source.method.partition("+")[0])
    return replace(record, mentions=mentions, field_source=record.field_source | {"mentions": method})


@installed
def test_the_model_of_the_extra_seconds_what_it_tells_too() -> None:
    """Names that both tell have a share of 1; nothing but shares and the method differs from a record without it."""
    record = made(MODEL)
    told = {mention.name: mention.seconded for mention in record.mentions}
    assert (told["Maria Fernández"], told["Hamburg"], told["Spain"]) == (1.0, 1.0, 1.0)
    assert record.field_source["mentions"].method.endswith(f"+{MODEL}-3.8.0")
    assert plain(record) == made()


@installed
def test_the_model_of_the_extra_leaves_articles_and_genitives_out() -> None:
    """Its "the World Health Organization" and "Hamburg's" are the names that ours tells."""
    text = "He left the World Health Organization for Hamburg's council."
    names = {text[start:end]: kind for start, end, kind in NerModel(MODEL).names(text)}
    assert names == {"World Health Organization": "Organization", "Hamburg": "Place"}


def test_a_share_is_that_of_places_with_the_same_span_and_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One place of two is a half; another type, a longer span, and what is no person, organisation or place are nothing."""
    monkeypatch.syspath_prepend(tmp_path)
    found = [
        ("Hamburg", "GPE"),
        ("Spain", "ORG"),
        ("sent Maria Fernández", "PER"),
        ("the World Health Organization", "ORG"),
        ("Monday", "DATE"),
        ("report", "ORG"),
    ]
    record = made(made_up(tmp_path, found, "half_a_model"))
    assert {mention.name: mention.seconded for mention in record.mentions} == {
        "Hamburg": 0.5,
        "Spain": 0.0,
        "Maria Fernández": 0.0,
        "World Health Organization": 0.0,
    }


def test_an_english_article_is_no_part_of_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first letters of the name stay, capital or not; in other languages nothing is cut."""
    monkeypatch.syspath_prepend(tmp_path)
    text = "The Hague's mayor met the Andes Bank."
    found = [("The Hague's", "GPE"), ("the Andes Bank", "ORG")]
    english = NerModel(made_up(tmp_path, found, "english_model"))
    assert [text[start:end] for start, end, _ in english.names(text)] == ["Hague", "Andes Bank"]
    other = NerModel(made_up(tmp_path, found, "other_model", "nl"))
    assert [text[start:end] for start, end, _ in other.names(text)] == ["The Hague's", "the Andes Bank"]


def test_a_model_is_asked_in_its_language_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several the one of the article's language speaks, of two of a language the first; else nothing is said."""
    monkeypatch.syspath_prepend(tmp_path)
    polish = made_up(tmp_path, None, "polish_model", "pl")
    assert made(polish) == made()
    english = made_up(tmp_path, [("Spain", "GPE")], "first_model")
    second = made_up(tmp_path, [], "second_model")
    shares = {one.name: one.seconded for one in made(polish, english, second).mentions}
    assert shares["Spain"] == 1.0
    assert list(models_of((polish, english, second))) == ["pl", "en"]


def test_a_model_that_raises_costs_its_opinion_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record is the one without it, and the observer is told."""
    monkeypatch.syspath_prepend(tmp_path)
    observer = Watching()
    assert made(made_up(tmp_path, None, "raising_model"), observer=observer) == made()
    assert observer.without == [("ner", "ValueError")]


def test_a_text_without_names_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where ours tells nothing there is nothing to second, and no source that says so."""
    monkeypatch.syspath_prepend(tmp_path)
    text = "the ferry came in at noon, and the harbour was quiet again for the rest of the day."
    assert made(made_up(tmp_path, None, "idle_model"), text=text) == made(text=text)


@pytest.mark.parametrize("package", ["no_such_model", "no-such-model", "no.such.model", ""])
def test_what_is_not_installed_is_told_with_the_remedy(package: str) -> None:
    """Before anything is loaded, and by whatever loads it; the name and the command are in the message."""
    options = PipelineOptions(enrich=EnrichOptions(ner=(package,)))
    for ask in (check, load, lambda options: require(options.enrich.ner)):
        with pytest.raises(NerUnusable, match=r"pip install 'copydesk\[ner\]'") as told:
            ask(options)
        assert told.value.exit_code == 1
    check(PipelineOptions())


def test_a_package_that_is_no_model_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article is no less an article: the fault is the setting's, and ends what loads it."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "hollow_model.py").write_text(
        "def load(exclude): raise OSError('[E053] no config')", encoding="utf-8"
    )
    made_up(tmp_path, [], "any_model")
    with pytest.raises(NerUnusable, match=r"'hollow_model', which cannot be loaded: .E053"):
        load(PipelineOptions(enrich=EnrichOptions(ner=("hollow_model",))))


@installed
def test_off_nothing_of_it_is_imported() -> None:
    """A whole article without the setting imports neither spaCy nor numpy, though they are installed."""
    code = (
        "import sys, copydesk; from copydesk.pipeline import *; load(PipelineOptions());"
        "assert copydesk.clean('Maria Fernandez left Hamburg.').mentions;"
        "print([name for name in ('spacy', 'thinc', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
