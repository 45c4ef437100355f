"""Selection of the body among a page's blocks."""

from copydesk.article import NormalArticle
from copydesk.normalise.markup import read_markup
from copydesk.strip.blocks import see
from copydesk.strip.headline import headlines
from copydesk.strip.select import HIDDEN, LABEL, LINK, OUTSIDE, PLACE, select

_P = "<p>This is a sentence of the article that is long enough to be one of its paragraphs.</p>"


def _rules(body: str) -> dict[str, str | None]:
    """Rule per block text; None where the block is in the body."""
    markup = read_markup(body, base_url=None)
    article = NormalArticle(
        id="x", id_method="content", kind="html", text=markup.text, blocks=markup.blocks, page=markup.page
    )
    seen = see(article)
    return {
        one.text: None if verdict is None else verdict.rule
        for one, verdict in zip(seen, select(article, seen, headlines(article)).verdicts, strict=True)
    }


def test_innermost_element_with_most_text_is_the_body() -> None:
    """Text beside the body's element is outside, however deep the body stands."""
    rules = _rules(
        f"<div><div>Weather<div>Lottery</div></div><div><div class=x>{_P * 5}<p>Short.</p></div></div></div>"
    )
    assert rules["Short."] is None
    assert rules["Weather"] == OUTSIDE
    assert rules["Lottery"] == OUTSIDE


def test_places_inside_the_body_are_left_out() -> None:
    """A share bar inside the body's element is no part of it; hidden text neither; a link alone neither."""
    rules = _rules(
        f"<article>{_P}<div class=share-tools>Send</div>{_P * 3}<p hidden>Secret</p><p><a href=/x>Another article of ours</a></p>{_P}"
        "<div>4 stars</div></article>"
    )
    assert rules["Send"] == PLACE
    assert rules["Secret"] == HIDDEN
    assert rules["Another article of ours"] == LINK
    assert rules["4 stars"] == LABEL


def test_words_of_a_wrapper_say_nothing() -> None:
    """A name that most of the text stands under is a wrapper's, even where it is one of boilerplate."""
    rules = _rules(f"<div class='sidebar-right related'>{_P * 5}<p>Short.</p></div>")
    assert rules["Short."] is None


def test_a_form_around_the_whole_page_says_nothing() -> None:
    """A form that holds most of the text is the page's wrapper; any other form is no part of the article."""
    menu = "<ul><li><a href=/a>News</a><li><a href=/b>Sport</a></ul>"
    wrapped = _rules(f"<form>{menu}<div><article>{_P * 5}<p>Short.</p></article></div></form>")
    assert wrapped["Short."] is None
    assert wrapped["News"] == OUTSIDE
    inner = _rules(f"<article>{_P * 5}<form><p>Your name and your address, please.</p></form></article>")
    assert inner["Your name and your address, please."] == PLACE


def test_comments_are_never_the_body() -> None:
    """Readers' comments do not become the article by being longer than it."""
    comment = "<p>I do not agree with a single word of this and I have said so before, at some length.</p>"
    rules = _rules(f"<div>{_P * 3}<p>Short.</p></div><div id=comments>{comment * 8}</div>")
    assert rules["Short."] is None
    assert all(rule == OUTSIDE for text, rule in rules.items() if text.startswith("I do not agree"))


_TITLE = "<head><title>Lighthouse for sale</title></head>"
_OWN = f"<article><h1>Lighthouse for sale</h1>{_P * 3}</article>"
_OTHER = "<p>A swarm of bees has moved into the night safe of a bank in Mallaig, and stays for now.</p>"


def test_an_article_below_the_pages_own_is_another() -> None:
    """Where the first holds the page's headline and the other has a heading of its own."""
    rules = _rules(f"{_TITLE}<main>{_OWN}<article><h2>Bees in the bank</h2>{_OTHER * 4}</article></main>")
    assert rules[_P[3:-4]] is None
    assert rules[_OTHER[3:-4]] == rules["Bees in the bank"] == OUTSIDE


def test_articles_that_are_parts_of_one_stay() -> None:
    """Without a heading of its own an element may hold the rest of the article; one that holds only the headline is its head."""
    assert _rules(f"{_TITLE}<main>{_OWN}<article>{_OTHER * 4}</article></main>")[_OTHER[3:-4]] is None
    head = "<article><h1>Lighthouse for sale</h1></article>"
    told = _rules(f"{_TITLE}<main>{head}<article><h2>With all its bees</h2>{_OTHER * 4}</article></main>")
    assert told[_OTHER[3:-4]] is None


def test_posts_of_a_live_blog_are_no_other_articles() -> None:
    """Their headings are theirs, and the first element is but the head of all; so it is where another is far longer."""
    post = f"<article><h2>Bees in the bank</h2>{_OTHER}</article>"
    assert (
        _rules(f"{_TITLE}<main>{_OWN}<div class=live-blog>{post * 4}</div></main>")["Bees in the bank"]
        is None
    )
    long = f"<article><h2>Bees in the bank</h2>{_OTHER * 9}</article>"
    assert _rules(f"{_TITLE}<main>{_OWN}{long}</main>")[_OTHER[3:-4]] is None


def test_a_box_of_text_between_paragraphs_is_the_articles() -> None:
    """Four lines and more without a link or a button are a fact box; fewer may be a pull quote, and links another matter."""
    lines = "<h3>Timeline</h3><ul><li>1998: A vote</li><li>2007: Stuck</li><li>{}</li></ul>"
    facts = f"<aside>{lines.format('2016: Water breaks in')}</aside>"
    quote = "<aside><p>A quotation</p></aside>"
    links = f"<aside>{lines.format('<a href=/x>2017: A spa?</a>')}</aside>"
    form = f"<aside>{lines.format('2018: A form')}<button>Send</button></aside>"
    assert _rules(f"<article>{_P * 3}{facts}{_P * 2}</article>")["2016: Water breaks in"] is None
    assert _rules(f"<article>{_P * 3}{quote}{_P * 2}</article>")["A quotation"] == PLACE
    assert _rules(f"<article>{_P * 3}{links}{_P * 2}</article>")["1998: A vote"] == PLACE
    assert _rules(f"<article>{_P * 3}{form}{_P * 2}</article>")["1998: A vote"] == PLACE
    assert _rules(f"<article>{_P * 3}{facts}</article>")["1998: A vote"] == PLACE


def test_hidden_text_is_left_out_though_it_is_half_of_the_page() -> None:
    """Dialogs that wait for their turn may say as much as a short article; where an article waits, little else is there."""
    rules = _rules(
        f"<main>{_P * 5}<section style='display:none'>{_P.replace('article', 'account') * 5}</section></main>"
    )
    assert {rule for text, rule in rules.items() if "account" in text} == {HIDDEN}
    waiting = _rules(
        f"<main>{_P}<section style='display:none'>{_P.replace('article', 'account') * 5}</section></main>"
    )
    assert {rule for text, rule in waiting.items() if "account" in text} == {None}


def test_words_of_a_wrapper_are_told_by_the_text_that_is_shown() -> None:
    """A copy of the article that is hidden does not make the other copy's names those of a side matter."""
    copy = _P.replace("article", "print copy") * 6
    rules = _rules(f"<body><div class=advertorial>{_P * 5}</div><div hidden>{copy}</div></body>")
    assert rules["This is a sentence of the article that is long enough to be one of its paragraphs."] is None


def test_a_list_that_holds_the_headline_with_a_teaser_is_a_list_of_articles() -> None:
    """News that stand above the article as a list are not its body, however long their teasers are."""
    item = "<li><a href=/{0}>{1}</a> The council met on Monday and talked of it for the whole of an evening, without an end.</li>"
    titles = (
        "Ferry to stop in May",
        "The school gets a second roof",
        "Ferry to be sold for scrap",
        "Bakers on strike over salt",
    )
    news = "".join(item.format(at, title) for at, title in enumerate(titles))
    rules = _rules(
        f"<title>The school gets a second roof</title><div><ul>{news * 2}</ul><h1>The school gets a second roof</h1><div>{_P * 3}</div></div>"
    )
    assert rules["This is a sentence of the article that is long enough to be one of its paragraphs."] is None
    assert {rule for text, rule in rules.items() if "council met" in text} == {OUTSIDE}


def test_widgets_in_panels_are_paragraphs() -> None:
    """A page builder makes a widget of every part of the article, a side column of other things."""
    rows = "".join(
        f"<div class='so-panel widget widget_{kind}'>{_P}</div>"
        for kind in ("sow-editor", "text", "custom_html")
    )
    rules = _rules(
        f"<div><main>{rows}</main><div class='widget widget_text'><p>Weather of the week, with some sun.</p></div></div>"
    )
    assert rules["This is a sentence of the article that is long enough to be one of its paragraphs."] is None
    assert rules["Weather of the week, with some sun."] == OUTSIDE


def test_a_list_of_the_article_may_begin_with_the_name_of_its_paper() -> None:
    """The name stands in the title and as a heading too, but above the list."""
    items = "".join(
        f"<li>The Old Valley Courier {what} more than any other paper of the county has done since the war.</li>"
        for what in ("printed", "sold", "lost")
    )
    rules = _rules(
        f"<title>Papers in numbers - The Old Valley Courier</title><h3>The Old Valley Courier</h3><div><h1>Papers in numbers</h1>{_P * 3}<ul>{items}</ul>{_P}</div>"
    )
    assert {rule for text, rule in rules.items() if "more than any other" in text} == {None}
