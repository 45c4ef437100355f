"""Lines that are written alike."""

import pytest

from copydesk.strip.alike import ALIKE, alike, evened, shape
from copydesk.strip.blocks import see
from tests.quality.articles import plain_article

_DATES = [
    "June 9 -- Coral Hall, Sample Beach, FL",
    "June 10 -- Example Amphitheatre, Sampleton, GA",
    "July 2 -- The Old Mill at Example, Newtown, OR",
    "July 14 -- Arena, Sampleford, MI",
]
_PARAGRAPH = (
    "The band had not played in the town for eleven years, and nobody in the hall could say why it did now,"
    " least of all the drummer, who had come for his sister’s birthday."
)


def test_a_shape_is_numbers_signs_and_words_in_a_row() -> None:
    """Of the last of them it tells whether it begins with a capital, in any script that has them."""
    assert {shape(date) for date in _DATES} == {"A 0 -- A, A, A"}
    assert shape("1. Wash 2.5 kg of rice") == "0. A 0 a"
    assert shape("Анна Примерова, 34 года") == "A, 0 a"


@pytest.mark.parametrize("between", [[], ["Sold out"]])
def test_lines_near_each_other_make_a_run(between: list[str]) -> None:
    """One other line may stand between two of them; elsewhere they are alike, but not near."""
    lines = [line for date in _DATES for line in (date, *between)]
    seen = see(plain_article("\n\n".join([*lines, _PARAGRAPH, _PARAGRAPH, "May 3 -- Barn, Exampleton, UT"])))
    told = [
        dict(zip(ALIKE, each, strict=True)) for each in alike(seen, [float(at) for at in range(len(seen))])
    ]
    first, paragraph, last = told[0], told[-2], told[-1]
    assert (first["alike_near"], first["alike"], last["alike_near"], last["alike"]) == (4, 5, 1, 5)
    assert first["alike_near_text"] == sum(range(0, len(lines), 1 + len(between))) / 4
    assert paragraph["alike"] == 1
    assert (paragraph["repeated_apart"], paragraph["same_word"]) == (1, 2)


def test_the_log_odds_of_a_list_are_its_mean() -> None:
    """Or that of its first half where it is higher; from four lines on, whatever light signs tell its entries apart."""
    dates = [*_DATES, "Aug. 4 -- The Hall (formerly The Mill), Example, OH", _PARAGRAPH]
    seen = see(plain_article("\n\n".join(dates)))
    assert evened(seen, [-3.0, 2.0, 2.0, 2.0, 2.0, 9.0]) == pytest.approx([1.0] * 5 + [9.0])
    falling = evened(seen, [2.0, 2.0, -3.0, 2.0, 2.0, 9.0])
    assert falling == pytest.approx(
        [1.375] * 5 + [9.0]
    )  # four of one shape are evened among themselves before
    assert evened(seen[:3], [2.0, 2.0, -2.0]) == [2.0, 2.0, -2.0]


def test_the_log_odds_of_repetitions_and_of_words_in_a_row_come_nearer_together() -> None:
    """Half of the way to their mean: three of the same words anywhere, four lines of words alone, which may be headlines."""
    lines = [_PARAGRAPH, "Vote", _PARAGRAPH, "Vote", _PARAGRAPH, "Vote now"]
    seen = see(plain_article("\n\n".join(lines)))
    assert evened(seen, [1.0, -1.0, 2.0, 3.0, 3.0, 0.5]) == [1.5, -1.0, 2.0, 3.0, 2.5, 0.5]
    seen = see(plain_article("Ten ferries\n\nThe old mill\n\nBack to school\n\nRain again"))
    assert evened(seen, [2.0, 2.0, 2.0, -2.0]) == [1.5, 1.5, 1.5, -0.5]
