"""What the words and tags of a place say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.ledger import Kind
from copydesk.strip.blocks import see
from copydesk.strip.places import PLACES, UNNAMED, place_kind, place_rank, say_nothing, tag_kind, text_mass
from tests.quality.articles import plain_article

_PIECES = (
    "-", "_", "__", "/", "more", "from", "comment", "s", "list", "nav", "author", "bio", "entry", "footer", "tags", "read", "next",
    "post", "share", "related", "widget", "area", "date", "story",
)  # fmt: skip


@pytest.mark.parametrize(
    ("hints", "kind"),
    [
        ("comment-list", Kind.COMMENTS),
        ("post-comments", Kind.COMMENTS),
        ("newsletter-signup", Kind.NEWSLETTER),
        ("share-buttons", Kind.SHARE),
        ("jp-relatedposts", Kind.RELATED),
        ("main-nav", Kind.NAVIGATION),
        ("author-bio", Kind.AUTHOR_BIO),
        ("wp-caption-text", Kind.CAPTION),
        ("ad-slot", Kind.ADVERTISEMENT),
        ("entry-footer", Kind.TAGS),
        ("page-footer", Kind.COPYRIGHT),
        ("post-cta", Kind.OTHER),
        ("cookie-banner", Kind.COOKIE),
        ("lire-aussi", Kind.RELATED),
        ("bloc-publicite", Kind.ADVERTISEMENT),
        ("boton-compartir", Kind.SHARE),
        ("autor-box", Kind.AUTHOR_BIO),
        ("article__writer", Kind.BYLINE),
        ("lista-comentarios", Kind.COMMENTS),
        ("etiquetas", Kind.TAGS),
        ("d-none", Kind.OTHER),
        ("line-clamp-3", Kind.RELATED),
        ("wp-block-post-excerpt__excerpt", Kind.RELATED),
        ("breaking-news", Kind.RELATED),
        ("nav-with-icons", Kind.NAVIGATION),
        ("has-sidebar", None),
        ("main_with_sidebar", None),
        ("content-has-rail-right", None),
        ("no-sidebar", None),
        ("cs-sidebar-enabled", None),
        ("subscriber-only", None),
        ("subscriber-preview", None),
        ("subscriber-box", Kind.NEWSLETTER),
        ("cs-sidebar-right", None),
        ("content-sidebar-wrap", None),
        ("grid-toc-content-sidebar", None),
        ("sidebar-content", Kind.OTHER),
        ("sidebar-enabled--false", None),
        ("sidebar-enabledness", Kind.OTHER),
        ("hassidebar-left", None),
        ("line-clamp-none", None),
        ("partagez-nos-recettes", None),
        ("ghostwriter", None),
        ("article-body", None),
        ("commentary", None),
        ("tag-politics", None),
        ("overflow-hidden", None),
        ("download", None),
        ("shadow-lg", None),
        ("header-image-left", None),
    ],
)
def test_place_is_named_by_its_words(hints: str, kind: Kind | None) -> None:
    """Class names of boilerplate name it; names that only contain such words do not."""
    assert place_kind(hints.split()) is kind


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5).map("".join))
def test_the_first_kind_that_a_word_names_counts(word: str) -> None:
    """Asking all kinds at once tells what asking them one after the other tells."""
    first = next((at for at, (_, pattern) in enumerate(PLACES) if pattern.search(f"_{word}")), UNNAMED)
    assert place_rank(word) == first


def test_tags_name_places() -> None:
    """A footer or a figure's caption is one whatever its class."""
    assert tag_kind("div/footer/p") is Kind.COPYRIGHT
    assert tag_kind("article/figure/figcaption") is Kind.CAPTION
    assert tag_kind("article/div/p") is None


def test_mass_is_for_running_text() -> None:
    """Labels weigh nothing, a sentence more than a line of the same words without an end."""
    label, line, sentence = see(
        plain_article("One two three\n\n" + "a b c d e f g h i j k\n\n" + "a b c d e f g h i j k.")
    )
    assert text_mass(label) == 0
    assert 0 < text_mass(line) < text_mass(sentence)


@pytest.mark.parametrize("word", ["cmp-container", "cmp-text", "cmp-richtext", "cmp-teaser__content"])
def test_parts_of_a_component_library_are_no_consent(word: str) -> None:
    """Half of the large companies' sites are made of elements called "cmp-text"; a consent platform's are "cmp-banner", "cmp"."""
    assert place_kind((word,)) is not Kind.COOKIE
    assert (
        place_kind(("cmp-banner",))
        is place_kind(("cmp",))
        is place_kind(("cmp-consent-layer",))
        is Kind.COOKIE
    )


def test_an_answer_to_a_question_is_no_suggestion() -> None:
    """Schema.org calls it so."""
    assert place_kind(("suggestedanswer",)) is None
    assert place_kind(("suggested-articles",)) is Kind.RELATED


def test_longer_forms_of_a_word_that_says_nothing_say_nothing() -> None:
    """Of a page whose columns are all widget areas; what is in one of them besides is still named."""
    said = {
        "widget-area": 70.0,
        "widget-area-2-3": 40.0,
        "widgets": 5.0,
        "widget-area-comments": 3.0,
        "share": 2.0,
    }
    assert say_nothing(said, 100.0) == {"widget-area", "widget-area-2-3"}
    assert say_nothing({"comments": 70.0, "comments-list": 60.0}, 100.0) == set()
    assert say_nothing({"comments": 95.0, "comments-list": 60.0}, 100.0) == {"comments"}
    assert say_nothing({"paywall-content": 30.0, "paywall-offer": 20.0, "share": 30.0}, 100.0) == {
        "paywall-content"
    }
