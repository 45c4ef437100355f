"""Weights of words, as the trainer counts them."""

import subprocess
import sys

from bench.strip.words import MIN_SITES, WordCounts


def test_words_of_many_sites_get_weights_and_no_site_counts_too_often() -> None:
    """Removed words weigh below 0, kept ones above; one site's hundred blocks count as three, and its own words not."""
    counts = WordCounts()
    for site in range(2 * MIN_SITES):
        counts.add(f"{site}.example", ["s:share"], kept=False)
        counts.add(f"{site}.example", ["s:said"], kept=True)
    for _ in range(100):
        counts.add("0.example", ["s:share"], kept=True)
        counts.add("0.example", ["s:own"], kept=False)
    counts.close()
    weights = counts.weights()
    assert set(weights) == {"s:share", "s:said"}
    assert weights["s:share"] < 0 < weights["s:said"]


def test_a_site_is_left_out_of_its_own_weights() -> None:
    """What only its own blocks tell is not known of a block in training."""
    counts = WordCounts()
    for site in range(MIN_SITES):
        counts.add(f"{site}.example", ["s:share"], kept=False)
    counts.close()
    assert counts.without("elsewhere.example").text("share", 1)[0] < 0
    assert counts.without("0.example").text("share", 1) == (0.0, 0.0, 0.0)


_SUMS = """
from bench.strip.words import WordCounts
counts, words = WordCounts(), [f"word{number}" for number in range(30)]
for number, word in enumerate(words):
    for site in range(5 + number):
        counts.add(f"{site}.example", [f"s:{word}"], kept=number % 3 == 0)
counts.close()
print([counts.without("none.example").text(" ".join(words[at : at + 9]), 9) for at in range(20)])
"""


def test_sums_are_the_same_in_every_process() -> None:
    """Words come out of a set, whose order hangs on the process; to the last bit, since a split of a tree may."""
    shown = {
        subprocess.run(
            [sys.executable, "-c", _SUMS],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(shown) == 1
