"""The trained classifier: its file, its trees, its weights of words."""

import gzip
from pathlib import Path

import msgspec
import pytest

from copydesk.strip.model import FORMAT, Model, Part, Scorer, Tree, Weights, shipped, unpacked
from copydesk.strip.tokens import Tokens, hint_tokens, text_tokens
from copydesk.strip.vectors import NAMES

_TREE = Tree([0, 1], [5.0, 0.5], [1, -1], [-3, -2], [1.0, 2.0, -4.0])
"""words <= 5: (link_share <= 0.5: 1 else 2) else -4."""
_PART = Part(["words", "link_share"], [_TREE, Tree([], [], [], [], [0.25])], 0.5, {})


def _row(words: float, link_share: float) -> list[float]:
    given = {"words": words, "link_share": link_share}
    return [given.get(name, 0.0) for name in NAMES]


def test_scores_are_the_sums_of_the_trees() -> None:
    """Each tree gives the leaf that the row falls into; the score is their sum, log-odds."""
    rows = [_row(5, 0.5), _row(5, 0.6), _row(6, 0.0)]
    assert Scorer(_PART).scores(rows) == pytest.approx([0.75 + leaf for leaf in (1.0, 2.0, -4.0)])


def test_a_row_that_is_sure_is_left_at_that() -> None:
    """Beyond two in log-odds after `sure_trees` no other tree is asked; others are summed to the end."""
    part = Part(_PART.features, _PART.trees, 0.5, {}, sure_trees=1)
    rows = [_row(5, 0.5), _row(5, 0.6), _row(6, 0.0)]
    assert Scorer(part).scores(rows) == pytest.approx([0.5 + 1.0 + 0.25, 0.5 + 2.0, 0.5 - 4.0])


def test_weights_for_unknown_numbers_are_refused() -> None:
    """Weights of another version of the numbers cannot be used silently."""
    with pytest.raises(ValueError, match="moon_phase"):
        Scorer(Part(["words", "moon_phase"], [], 0.0, {}))


def test_files_of_another_format_are_refused(tmp_path: Path) -> None:
    """A file of another format, and what is no such file, is refused."""
    path = tmp_path / "weights.json.gz"
    path.write_bytes(gzip.compress(msgspec.json.encode(Weights(FORMAT + 1, _PART, _PART))))
    with pytest.raises(ValueError, match=f"format {FORMAT + 1}"):
        Model.load(path)
    with pytest.raises(ValueError, match="format of gzip"):
        unpacked(b"{}")
    with pytest.raises(ValueError, match="format"):
        unpacked(gzip.compress(b"{}"))


def test_the_shipped_model_is_small_and_loads() -> None:
    """The package's own weights are of this version and below 2 MB."""
    path = Path(__file__).parents[3] / "service/copydesk/strip/weights.json.gz"
    assert path.stat().st_size < 2_000_000
    assert shipped().html.scores([]) == []


def test_tokens_are_summed_up() -> None:
    """Mean, least and greatest weight of the known words; zeros without one."""
    tokens = Tokens({"s:sign": -2.0, "b:sign up": -3.0, "h:footer": -1.0})
    assert tokens.text("Sign up, please", 3) == (-2.5, -3.0, -2.0)
    assert tokens.text("Ahoy", 1) == (0.0, 0.0, 0.0)
    assert tokens.hints(["site-footer", "wrap"]) == (-1.0, -1.0, -1.0)


def test_short_blocks_count_with_every_word_and_long_ones_with_their_opening() -> None:
    """Words and pairs of a label; of a paragraph the first six words and the first pair."""
    assert set(text_tokens("Sign up NOW", 3)) == {"s:sign", "s:up", "s:now", "b:sign up", "b:up now"}
    long = "One two three four five six seven " + "more " * 30
    assert set(text_tokens(long, 37)) == {
        f"l:{w}" for w in ["one", "two", "three", "four", "five", "six"]
    } | {"f:one two"}
    assert set(hint_tokens(["post-12 entry", "a", "b", "c", "d", "far"])) == {"h:post", "h:entry"}
    assert hint_tokens(["subscriber-only text"]) == ["h:text"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("发表评论 (3)", {"发表", "表评", "评论", "3"}),
        ("टिप्पणी करें", {"टिप्पणी", "करें"}),
        ("แชร์เลย", {"แชร์", "ชร์เ", "ร์เล", "์เลย"}),
    ],
)
def test_words_of_scripts_without_spaces_and_with_signs(text: str, words: set[str]) -> None:
    """Where words are not set apart, runs of characters stand for them; vowel signs do not part a word."""
    tokens = text_tokens(text, 3)
    assert {token for token in tokens if token.startswith("s:")} == {f"s:{word}" for word in words}
