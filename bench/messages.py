"""The messages of the benchmarks: 4 kB text articles, and HTML pages of real size.

Text articles and generated pages are nonsense of our own with the shape of news: paragraphs of
sentences, then the lines that sites append. The same number gives the same message.
"""

import gzip
import random
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import orjson

PAGES = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"
"""Real pages for development, beside the checkout where there are some."""

TEXT_BYTES = 4080
"""Of a whole text message: the size that earlier measurements of ours used."""

PAGE_BYTES = (34_000, 74_000, 128_000, 128_000, 245_000, 569_000)
"""Sizes of generated pages, in turn: the 5th, 25th, 50th, 50th, 75th and 95th percentile of 996 real
news pages (their mean is 200 kB, as of these)."""

TEASER_BYTES = 180
"""Of one generated link with picture, about."""

DIFFERENT = 400
"""Different bodies; then they come again under another id."""

_WORDS = (
    "market river council budget engine season coast letter garden signal report minister winter bridge "
    "science harbour paper method village teacher summer station record cotton island window"
)
_DEEDS = "raised moved closed opened praised crossed measured repaired painted delayed"
_NOUNS, _VERBS = _WORDS.split(), _DEEDS.split()
_NAMES = ("Anna Berg", "Tom Reed", "Lena Ortiz", "Paul Novak", "Mia Sato", "Jon Falk")
_TAIL = (
    "Share this story on Facebook or send it by email",
    "Subscribe to our newsletter and get the morning's stories first",
    "Read more: Three more bridges close for the winter",
    "Leave a comment",
    "Your email address will not be published. Required fields are marked *",
    "This site uses a spam filter. Learn how your comment data is processed.",
)


def text_article(number: int) -> bytes:
    """Message `number` as a text article: JSON, `TEXT_BYTES` bytes to within one sentence."""
    head = {
        "id": f"bench-{number:08d}",
        "url": f"https://news{number % 97}.example/stories/{number}?utm_source=feed",
        "source": f"feed-{number % 41}",
    }
    return orjson.dumps(head | _text_body(number % DIFFERENT))


def html_page(number: int) -> bytes:
    """Message `number` as an HTML page in JSON: a real page where there are some, else a generated one."""
    pages = _real_pages()
    url, html = pages[number % len(pages)] if pages else _generated_page(number % DIFFERENT)
    return orjson.dumps({"id": f"bench-{number:08d}", "url": url, "html": html})


def messages(workload: str, count: int) -> Iterator[bytes]:
    """The first `count` messages of a workload, "text" or "html"."""
    make = {"text": text_article, "html": html_page}[workload]
    return map(make, range(count))


def pages_source() -> str:
    """Where HTML pages come from here, for the report."""
    pages = _real_pages()
    return f"{len(pages)} real pages" if pages else "generated pages of real sizes"


@cache
def _text_body(number: int) -> dict[str, str]:
    rnd = random.Random(number)
    author = rnd.choice(_NAMES)
    fields = {
        "headline": _sentence(rnd)[:-1],
        "author": author,
        "datePublished": f"2026-0{1 + number % 9}-1{number % 10}T08:{number % 60:02d}:00Z",
        "text": "",
    }
    room = TEXT_BYTES - 70 - len(orjson.dumps(fields)) - sum(map(len, _TAIL)) - 3 * len(_TAIL)
    fields["text"] = "\n\n".join([*_paragraphs(rnd, room), *_TAIL])
    return fields


@cache
def _generated_page(number: int) -> tuple[str, str]:
    """A page as sites make them: most of it is markup around the text."""
    rnd = random.Random(number)
    size = PAGE_BYTES[number % len(PAGE_BYTES)]
    title = _sentence(rnd)[:-1]
    story = "".join(f'<p class="p-{i}">{text}</p>\n' for i, text in enumerate(_paragraphs(rnd, 4000)))
    tail = "".join(f'<div class="after-{i}"><p>{line}</p></div>' for i, line in enumerate(_TAIL))
    head = f'<title>{title}</title><meta name="author" content="{rnd.choice(_NAMES)}">'
    links = [_teaser(rnd, place) for place in range((size - len(story)) // 2 // TEASER_BYTES)]
    script = "<script>var data=[" + ",".join(str(rnd.random()) for _ in range(size // 40)) + "]</script>"
    body = (
        f"<nav><ul>{''.join(links[::2])}</ul></nav><article><h1>{title}</h1>{story}{tail}</article>"
        f"<aside><ul>{''.join(links[1::2])}</ul></aside>"
    )
    url = f"https://news{number % 97}.example/stories/{number}"
    return url, f'<!doctype html><html lang="en"><head>{head}{script}</head><body>{body}</body></html>'


def _teaser(rnd: random.Random, place: int) -> str:
    return (
        f'<li class="teaser teaser-{place}"><a href="/stories/{rnd.randrange(10**6)}"><img src="/i/'
        f'{rnd.randrange(10**6)}.jpg" alt=""><span class="t">{_sentence(rnd)}</span></a></li>\n'
    )


@cache
def _real_pages() -> Sequence[tuple[str, str]]:
    index = PAGES / "index.jsonl"
    if not index.exists():
        return ()
    entries = [orjson.loads(line) for line in index.read_bytes().splitlines()]
    entries.sort(key=lambda entry: str(entry["id"])[-16:])  # mixes the collections, the same way each time
    return [
        (
            entry["url"],
            gzip.decompress((PAGES / f"{entry['id']}.html.gz").read_bytes()).decode(errors="replace"),
        )
        for entry in entries[:DIFFERENT]
    ]


def _paragraphs(rnd: random.Random, size: int) -> list[str]:
    made: list[str] = []
    while (room := size - sum(map(len, made)) - 4 * len(made)) > 60:
        text = _sentence(rnd)
        while len(text) < min(room - 60, 420):
            text += " " + _sentence(rnd)
        made.append(text)
    return made


def _sentence(rnd: random.Random) -> str:
    first, second, third = rnd.sample(_NOUNS, 3)
    return f"The {first} {rnd.choice(_VERBS)} the {second} near the {third}, {rnd.choice(_NAMES)} said."
