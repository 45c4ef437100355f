"""The pictures of an article, with their captions: those that stand in its text."""

from typing import Any

import pytest

from copydesk.article import CleanArticle, NormalArticle, Page
from copydesk.enrich.figures import FIGURES_MAX, find_figures
from copydesk.enrich.image import find_images
from copydesk.ledger import Kind, Span
from copydesk.normalise.markup import read_markup
from copydesk.record import ImageObject
from tests.unit.enrich.making import news

BASE = "https://x.example/news/"


def clean(html: str, **removed: Kind) -> CleanArticle:
    """Make a clean article of a page; a block whose first word is a name in `removed` is removed as that kind."""
    read = read_markup(html, base_url=BASE)
    article = NormalArticle(
        id="a",
        id_method="producer",
        kind="html",
        text=read.text,
        blocks=read.blocks,
        page=read.page,
        markup=read.body,
    )
    spans = [
        Span(block.start, block.end, removed[word], "test", 0.9)
        for block in read.blocks
        if (word := read.text[block.start : block.end].split()[0]) in removed
    ]
    return CleanArticle(article=article, removed=tuple(spans))


def urls(html: str, **removed: Kind) -> list[str]:
    """Return the addresses of the pictures, without the base."""
    return [one.url.removeprefix(BASE) for one in find_figures(clean(html, **removed))]


def test_a_figure_between_paragraphs_has_its_caption_though_the_ledger_removed_it() -> None:
    """The caption and the credit that follow it; alt text and size as the page tells them."""
    (figure,) = find_figures(
        clean(
            '<p>One.</p><figure><a href=/big><img src="a.jpg?x=1&amp;y=2" alt="A &quot;ferry&quot;" width=640 height="480px">'
            "</a><figcaption>Caption of <b>it</b>.<p>Credit: Ann</p></figcaption></figure><p>Two.</p>",
            Caption=Kind.CAPTION,
            **{"Credit:": Kind.IMAGE_CREDIT},
        )
    )
    assert (figure.url, figure.alt) == (f"{BASE}a.jpg?x=1&y=2", 'A "ferry"')
    assert (figure.caption, figure.width, figure.height) == ("Caption of it. Credit: Ann", 640, 480)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One.</p><img src=a.jpg><p>Two.</p>", ["a.jpg"]),
        ("<p>One <img src=a.jpg> and more.</p><p>Two.</p>", ["a.jpg"]),
        ("<p>One.</p><img src=a.jpg><p>Two.</p><img src=a.jpg><p>Three.</p>", ["a.jpg"]),
        ("<img src=menu.jpg><p>Menu</p><p>One.</p>", []),
        ("<img src=menu.jpg><p>One.</p><p>Two.</p>", []),
        ("<figure><img src=lead.jpg><figcaption>Lead</figcaption></figure><p>One.</p>", ["lead.jpg"]),
        ("<p>One.</p><img src=t.jpg><p>Teaser</p><p>Two.</p>", []),
        ("<p>One.</p><p>Teaser</p><img src=t.jpg><p>Teaser</p><p>Two.</p>", []),
        ("<p>One.</p><p>Two.</p><img src=foot.jpg><p>Teaser</p>", []),
        (
            "<p>One.</p><figure><img src=last.jpg><figcaption>Last</figcaption></figure><p>Teaser</p>",
            ["last.jpg"],
        ),
        ("<p>Teaser</p>", []),
    ],
)
def test_a_picture_belongs_to_the_article_where_its_text_surrounds_it(html: str, expected: list[str]) -> None:
    """Not where a neighbour was removed for anything but a caption, nor before the text or behind it without one."""
    removed = {"Menu": Kind.NAVIGATION, "Teaser": Kind.RELATED, "Lead": Kind.CAPTION, "Last": Kind.CAPTION}
    assert urls(html, **removed) == expected


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ('<img src="data:image/gif;base64,R0lG" data-src="late.jpg">', ["late.jpg"]),
        ('<img src="data:image/gif;base64,R0lG" srcset="s.jpg 320w, l.jpg 1280w, m.jpg 640w">', ["l.jpg"]),
        ("<img srcset='s.jpg 1x'>", []),
        ("<img src='javascript:alert(1)'>", []),
        ("<img src='https://[bad'>", []),
        ("<img alt='nothing'>", []),
        ("<img src=p.jpg width=1 height=1>", []),
        ("<img src=p.jpg class=avatar>", []),
        ("<img src=/static/logo.png>", []),
        ("<picture><source srcset=a.webp><img src=a.jpg></picture>", ["a.jpg"]),
    ],
)
def test_the_address_of_a_picture(element: str, expected: list[str]) -> None:
    """What scripts would load late comes first, then the largest; icons, counters and faces are left out."""
    assert urls(f"<p>One.</p>{element}<p>Two.</p>") == expected


def test_pictures_are_bounded() -> None:
    """A page of a thousand pictures gives the first ones."""
    html = "".join(f"<p>One.</p><img src={number}.jpg>" for number in range(1000)) + "<p>End.</p>"
    assert len(urls(html)) == FIGURES_MAX


def test_a_plain_text_has_no_pictures() -> None:
    """Nor has an article that was made without its markup."""
    article = NormalArticle(id="a", id_method="producer", kind="text", text="One.", blocks=())
    assert find_figures(CleanArticle(article=article, removed=())) == ()


def images(page: Page, html: str = "<p>One.</p>", **removed: Kind) -> Any:
    """Return the images of a page with the metadata given."""
    made = clean(html, **removed)
    article = NormalArticle(id="a", id_method="producer", kind="html", text="", blocks=(), page=page)
    found = find_images(article, find_figures(made))
    return found and (found.value, found.method)


FIGURE = "<p>One.</p><figure><img src=/i/ferry-landing-1024x683.jpg><figcaption>The landing</figcaption></figure><p>Two.</p><img src=b.jpg><p>Three.</p>"


def test_the_lead_comes_first_and_once_with_the_caption_of_the_text() -> None:
    """The page's own choice leads; where it is in the text in another size, that is the same picture."""
    page = Page(
        meta={"og:image": f"{BASE}ferry-landing.jpg", "og:image:width": "1200", "og:image:height": "800"}
    )
    assert images(page, FIGURE, The=Kind.CAPTION) == (
        (
            ImageObject(url=f"{BASE}ferry-landing.jpg", caption="The landing", width=1200, height=800),
            ImageObject(url=f"{BASE}b.jpg"),
        ),
        "meta:og:image",
    )


def test_without_a_lead_the_first_of_the_text_leads() -> None:
    """And it is said that it was found there."""
    (first, _), method = images(Page(), FIGURE, The=Kind.CAPTION)
    assert (first.caption, method) == ("The landing", "figure")
    assert images(Page()) is None


@pytest.mark.parametrize(
    ("width", "expected"),
    [(1200, 1200), ("1200", 1200), ("1200px", 1200), ({"value": 1200.0}, 1200), ("wide", None), (-1, None), (True, None), ([1], None)],
)  # fmt: skip
def test_json_ld_tells_caption_and_size(width: Any, expected: int | None) -> None:
    """ImageObject's own fields, in any of the spellings that are seen; what is no number is left out."""
    thing = news(
        image={"@type": "ImageObject", "url": f"{BASE}a.jpg", "caption": "A <b>ferry</b>", "width": width}
    )
    (image,), _ = images(Page(json_ld=(thing,)))
    assert image == ImageObject(url=f"{BASE}a.jpg", caption="A ferry", width=expected)


def test_short_names_are_no_proof_that_two_pictures_are_one() -> None:
    """image.jpg may stand in every folder of a site."""
    found, _ = images(Page(meta={"og:image": "https://cdn.example/1/b.jpg"}), FIGURE)
    assert [one.url for one in found][-1] == f"{BASE}b.jpg"
