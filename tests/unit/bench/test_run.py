"""Figures of one run, from its samples."""

import pytest

from bench.memory import slope
from bench.run import RunFailedError, Sample, summary


def sample(at_s: float, outputs: int, cpu_s: float, rss: int = 0) -> Sample:
    """A sample; the broker uses half the CPU of the variant, and others nothing."""
    return Sample(at_s, outputs, cpu_s, cpu_s / 2, cpu_s * 1.5, rss)


def test_start_up_counts_neither_as_time_nor_as_cpu() -> None:
    """Speed is from the first output to the last; CPU from a tenth of them on."""
    samples = [
        sample(0.0, 0, 0.5),  # imports
        sample(3.0, 50, 2.0),
        sample(3.5, 100, 2.2),
        sample(5.0, 1000, 4.0, rss=7),
    ]
    found = summary("x", samples, 1000, peak_pss=5, high_water=9)
    assert found.start_s == 3.0
    assert found.articles_per_s == pytest.approx(950 / 2.0)
    assert found.cpu_s_per_1000 == pytest.approx(1.8 / 900 * 1000)
    assert found.cores == pytest.approx(1.8 / 1.5)
    assert found.broker_cores == pytest.approx(0.9 / 1.5)
    assert found.other_cores == pytest.approx(0.0, abs=1e-9)
    assert (found.peak_rss, found.peak_pss, found.high_water) == (7, 5, 9)


def test_a_run_too_short_to_measure_is_no_result() -> None:
    """When all outputs come between two looks, there is nothing to divide by, and the run fails."""
    with pytest.raises(RunFailedError, match="too few to measure"):
        summary("x", [sample(0.0, 0, 0.0), sample(1.0, 1000, 1.0)], 1000, 0, 0)


def test_the_slope_is_that_of_the_line_that_fits_best() -> None:
    """Memory that grows 3 bytes an article has a slope of 3, noise that cancels out notwithstanding."""
    noisy = [sample(0, n, 0, rss=1000 + 3 * n + (5 if n % 2 else -5)) for n in range(1, 201)]
    assert slope(noisy) == pytest.approx(3, abs=0.01)
    assert slope([sample(0, n, 0, rss=77) for n in range(10)]) == 0
    assert slope([sample(0, 5, 0, rss=77)]) == 0
