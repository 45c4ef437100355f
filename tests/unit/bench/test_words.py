"""Weights of words, as the trainer counts them."""

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
