"""The dates that a page shows its readers: in removed bylines, below the headline, above the text."""

import pytest

from copydesk.article import CleanArticle, Page
from copydesk.enrich.dates import find_dates
from copydesk.ledger import Kind
from tests.unit.enrich.making import BODY, clean, news


def published(article: CleanArticle) -> tuple[str, str] | None:
    """Return value and method of the publication date."""
    found = find_dates(article).published
    return (found.value.value, found.method) if found else None


def modified(article: CleanArticle) -> tuple[str, str] | None:
    """Return value and method of the modification date."""
    found = find_dates(article).modified
    return (found.value.value, found.method) if found else None


def test_the_removed_byline_dates_a_plain_text() -> None:
    """A date in a removed byline counts, the one after "updated" is another; one in the text does not."""
    byline = "By Nora Quist, 4 May 2026 | Updated 6 May 2026"
    assert published(clean((byline, Kind.BYLINE), BODY)) == ("2026-05-04", "byline")
    assert published(clean("On 4 May 2026 the council met.", BODY)) is None


def test_a_removed_line_above_the_article_dates_it() -> None:
    """A short removed line with a date in the first quarter counts, in navigation or below the article it does not."""
    line = "Harbours • 4 May 2026 • 3 min read"
    assert published(clean((line, Kind.OTHER), BODY)) == ("2026-05-04", "head_line")
    assert published(clean((line, Kind.NAVIGATION), BODY)) is None
    assert published(clean(BODY, (line, Kind.OTHER))) is None


HEADLINE = ("Council votes for the ferry", Kind.HEADLINE, "h1")


@pytest.mark.parametrize("kind", [Kind.NAVIGATION, Kind.RELATED, Kind.NEWSLETTER, Kind.TAGS])
def test_a_line_right_below_the_headline_dates_the_article(kind: Kind) -> None:
    """A short line of a date there counts whatever it was taken for."""
    assert published(clean(HEADLINE, ("4 May 2026", kind), BODY)) == ("2026-05-04", "head_line")
    assert modified(clean(HEADLINE, ("Updated\n\n4 May 2026", kind), BODY)) == ("2026-05-04", "head_line")


@pytest.mark.parametrize(
    "blocks",
    [
        (("4 May 2026", Kind.RELATED), HEADLINE, BODY),
        (HEADLINE, ("More of the harbour " * 20, Kind.RELATED), ("4 May 2026", Kind.RELATED), BODY),
        (
            HEADLINE,
            ("A crane lifts the last of the old piles out of the harbour, 4 May 2026", Kind.RELATED),
            BODY,
        ),
        (BODY, HEADLINE, ("4 May 2026", Kind.RELATED)),
    ],
)
def test_what_is_not_right_below_the_headline_is_other_articles(
    blocks: tuple[str | tuple[str, Kind] | tuple[str, Kind, str], ...],
) -> None:
    """Above it, far below it, in a long line, or behind the text such a date is none of the article's."""
    assert published(clean(*blocks)) is None


def test_a_line_below_the_headline_before_the_data_counts() -> None:
    """Where no byline has a date, an earlier day shown below the headline goes before that of the data."""
    page = Page(json_ld=(news(datePublished="2026-05-06"),))
    head, byline = ("4 May 2026", Kind.OTHER), ("By Nora Quist, 6 May 2026", Kind.BYLINE)
    assert published(clean(HEADLINE, head, BODY, page=page)) == ("2026-05-04", "head_line")
    assert published(clean(HEADLINE, head, byline, BODY, page=page)) == ("2026-05-06", "json_ld")


@pytest.mark.parametrize(
    "byline",
    [
        "Nora Quist | Last updated 6 May 2026",
        "Updated on\n6 May 2026",
        "Updated 6 May 2026, 10:02",
        "Last published 6 May 2026",
        "Bijgewerkt: 6 mei 2026",
        "Uppdaterad 6 maj 2026",
        "Aktualizacja: 6 maja 2026",
        "Обновлено 6 мая 2026",
        "Geändert am 6. Mai 2026",
    ],
)
def test_an_updated_line_is_the_modification(byline: str) -> None:
    """The date after "updated", in its line or the next, is that of the modification; publication is only estimated from it."""
    article = clean((byline, Kind.BYLINE), BODY)
    found = modified(article)
    assert found is not None
    assert (found[0][:10], found[1]) == ("2026-05-06", "byline")
    assert published(article) == ("2026-05-06", "modified")


def test_words_and_dates_that_stand_together_are_told_apart() -> None:
    """Elements that stand side by side without a space are read as what they are."""
    article = clean(("Health4 May 2026Updated 6 May 2026", Kind.BYLINE), BODY)
    assert (published(article), modified(article)) == (("2026-05-04", "byline"), ("2026-05-06", "byline"))
    article = clean(("HealthMAY 4, 2026Updated: MAY 6, 2026", Kind.BYLINE), BODY)
    assert (published(article), modified(article)) == (("2026-05-04", "byline"), ("2026-05-06", "byline"))


def test_a_date_that_is_called_published_goes_before_one_that_nothing_names() -> None:
    """In a byline of several dates the word decides which one it is."""
    article = clean(("11 March 2026\nPublished on 21 October 2025", Kind.BYLINE), BODY)
    assert published(article) == ("2025-10-21", "byline")


def test_bylines_below_the_text_are_other_articles() -> None:
    """A date below the text counts where it is the only one there, or a word says that it is the publication's."""
    others = (("4 May 2026", Kind.BYLINE), ("5 May 2026", Kind.BYLINE))
    assert published(clean(BODY, *others)) is None
    assert published(clean(("3 May 2026", Kind.OTHER), BODY, *others)) == ("2026-05-03", "head_line")
    assert published(clean(BODY, ("4 May 2026", Kind.BYLINE))) == ("2026-05-04", "byline")
    named = clean(BODY, ("Published", Kind.BYLINE), *others)
    assert published(named) == ("2026-05-04", "byline")
