"""Promises about hostile inputs: an outcome for any bytes, linear time, bounded memory, the same in every process."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.article import RawArticle
from copydesk.normalise import attributes, depth
from copydesk.normalise.stage import NormaliseOptions, normalise
from copydesk.strip.stage import strip
from tests.costs import linear
from tests.property.hostile import BROKEN, SEED_CHARS, SENTENCE, SHAPES, corpus, raw
from tests.property.measured import again, cleaned, cost, development_pages, hard_cases
from tests.property.promises import keeps_or_removes_all

_CORPUS = corpus()
_ROOT = Path(__file__).parents[2]
_MANY = 10_000_000
"""Bytes: a little less than `normalise.max_body_bytes`."""


def test_the_corpus_is_what_its_program_writes() -> None:
    """Each shape at a small size, and what is broken as it is."""
    shapes = {f"shape-{name}": shape(SEED_CHARS).encode() for name, shape in SHAPES.items()}
    assert shapes | {f"broken-{name}": body for name, body in BROKEN.items()} == _CORPUS


@pytest.mark.parametrize("name", _CORPUS)
def test_a_file_of_the_corpus_gives_an_outcome(name: str) -> None:
    """Also read as the other kind: kept and removed are the text."""
    keeps_or_removes_all(raw(name, _CORPUS[name]))
    keeps_or_removes_all(raw("other.txt" if name.endswith(".html") else "other.html", _CORPUS[name]))


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(_CORPUS)),
    st.sampled_from(sorted(_CORPUS)),
    st.binary(max_size=12),
    st.randoms(use_true_random=False),
    st.booleans(),
)
def test_any_bytes_give_an_outcome(
    name: str, other: str, inserted: bytes, chance: random.Random, html: bool
) -> None:
    """Files of the corpus cut, joined and spoilt."""
    one, two = _CORPUS[name], _CORPUS[other]
    first, second = chance.randint(0, len(one)), chance.randint(0, len(two))
    body = one[:first] + inserted + two[second:]
    keeps_or_removes_all(
        RawArticle(kind="html" if html else "text", body=body, charset=chance.choice([None, "utf-8", "x"]))
    )


@pytest.mark.parametrize("name", SHAPES)
def test_ten_times_as_much_costs_ten_times_as_much(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cost of ten times the characters is about ten times the cost; a hundred times, were it quadratic.

    Guards that look only at larger pages look at both.
    """
    monkeypatch.setattr(depth, "MIN_TAGS", 0)
    monkeypatch.setattr(attributes, "MAX_ATTRIBUTES", 100)
    assert linear(cost(name), 20_000)


@pytest.mark.parametrize("name", ["nested-div.html", "nested-table.html", "links.html", "one-line.txt"])
def test_ten_megabytes_take_bounded_memory(name: str) -> None:
    """Two million elements in one another, 200,000 links, one line: seconds, and memory far below the children's limit."""
    _bounded(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", SHAPES)
def test_ten_megabytes_of_any_shape_take_bounded_memory(name: str) -> None:
    """The same of all shapes."""
    _bounded(name)


def _bounded(name: str) -> None:
    said = _run("peak", str(_MANY), name).split()
    assert said[0] == name
    assert int(said[2]) < 1_400, said
    assert float(said[3]) < 60, said


@pytest.mark.parametrize("name", [name for name in SHAPES if name.startswith("nested-")])
def test_a_hundred_thousand_deep_is_read(name: str) -> None:
    """No recursion limit is met, and the sentence at the bottom is there."""
    shape = SHAPES[name]
    body = shape(100_000 * len(shape(1).replace(f"<p>{SENTENCE}</p>", "")))
    unbounded = NormaliseOptions(max_blocks=sys.maxsize)
    normal = normalise(raw(name, body.encode()), unbounded)
    assert SENTENCE.strip() in normal.text
    assert strip(normal).article is normal


def test_outcomes_are_the_same_in_every_process() -> None:
    """Whatever seed strings are hashed with, and so in whatever order sets give them."""
    assert len({_run("digest", seed=seed) for seed in ("0", "1", "4321")}) == 1


def _run(*arguments: str, seed: str = "0") -> str:
    environment = {"PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "tests.property.measured", *arguments]
    return subprocess.run(
        command, cwd=_ROOT, env=environment, check=True, capture_output=True, text=True
    ).stdout


def test_stripping_takes_next_to_nothing_from_its_own_output() -> None:
    """Of the words that are kept of the hard cases, a second pass over the kept text removes few."""
    assert again(cleaned(hard_cases())) < 0.03


def test_stripping_takes_next_to_nothing_from_its_own_output_of_pages() -> None:
    """The same of every fourth development page; `python -m tests.property.measured again` prints the figures."""
    pages = list(cleaned(development_pages()))
    if not pages:
        pytest.skip("no development pages")
    assert again(pages) < 0.015
