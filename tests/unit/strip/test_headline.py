"""Which texts count as the page's headline."""

from msgspec.structs import replace

from copydesk.article import Block, NormalArticle, Page
from copydesk.strip.headline import headlines


def _article(page: Page, headline: str | None = None) -> NormalArticle:
    return NormalArticle(
        id="x", id_method="content", kind="html", text="", blocks=(), page=page, headline=headline
    )


def test_titles_count_with_and_without_the_site() -> None:
    """A title element gives itself and its parts around site separators."""
    found = headlines(_article(Page(title="A bridge falls - again | Lome Post")))
    assert {"a bridge falls - again | lome post", "a bridge falls - again", "a bridge falls"} <= found


def test_every_source_of_a_headline_counts() -> None:
    """Producer, metadata and JSON-LD are asked too."""
    page = Page(meta={"og:title": "From the meta"}, json_ld=({"headline": "From the data"}, {"headline": 1}))
    assert headlines(_article(page, "From the producer")) == {
        "from the meta",
        "from the data",
        "from the producer",
    }


def test_single_words_do_not_count() -> None:
    """One word is a section's or a site's name too often."""
    assert headlines(_article(Page(title="News | Lome"))) == {"news | lome"}


def test_the_only_h1_counts_where_nothing_names_the_headline() -> None:
    """A bare page's h1 is its headline; a second h1 or a title takes that away."""
    text = "Fish market moves indoors\n\nThe day in short"
    one = (Block(0, 25, "h1"), Block(27, 43, "h2"))
    two = (Block(0, 25, "h1"), Block(27, 43, "h1"))
    assert headlines(replace(_article(Page()), text=text, blocks=one)) == {"fish market moves indoors"}
    assert headlines(replace(_article(Page()), text=text, blocks=two)) == set()
    assert headlines(replace(_article(Page(title="Market news")), text=text, blocks=one)) == {"market news"}
