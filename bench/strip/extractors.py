"""Other extractors, each as a function from a page to its text; what they gave is kept in `.cache/quality`.

Every one is given the page as text and the address it came from, and is asked for plain text without readers'
comments, with its own defaults otherwise. HTML that one gives is read by our reader of pages. An extractor that
raises gave nothing: that counts as an empty text. They are in requirements-bench.lock.
"""

import gzip
import logging
import warnings
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import orjson
import pycld2
from msgspec import Struct

from bench.strip.pages import DevelopmentPage
from copydesk.normalise.markup import read_markup

CACHE: Final = Path(__file__).parents[2] / ".cache" / "quality"
FORMAT: Final = 1
"""Of what is kept; raise it where a function here changes what it gives."""

Extract = Callable[[DevelopmentPage], str]


class Extractor(Struct, frozen=True):
    """One extractor in one of its modes."""

    name: str
    package: str
    extract: Extract

    @property
    def version(self) -> str:
        """The installed version of its package."""
        return version(self.package)

    def text(self, page: DevelopmentPage) -> str:
        """What it extracts, empty where it fails."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return self.extract(page)
        except Exception as error:  # noqa: BLE001  any failure of a foreign program is an empty text
            logging.getLogger(__name__).info("%s failed on %s: %r", self.name, page.id, error)
            return ""


def _trafilatura(**options: Any) -> Extract:
    def extract(page: DevelopmentPage) -> str:
        from trafilatura import extract as run  # noqa: PLC0415  only where it is asked for

        return str(run(page.html, url=page.url, include_comments=False, **options) or "")

    return extract


def _readability(page: DevelopmentPage) -> str:
    from readability import Document  # noqa: PLC0415

    return read_markup(str(Document(page.html, url=page.url).summary()), base_url=page.url).text


def _resiliparse(page: DevelopmentPage) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    return str(extract_plain_text(page.html, main_content=True, alt_texts=False, comments=False))


def _newspaper(page: DevelopmentPage) -> str:
    from newspaper import Article  # noqa: PLC0415

    # Else it fetches each page's images, and waits for networks that are not there.
    article = Article(page.url, fetch_images=False)
    article.download(input_html=page.html)
    article.parse()
    return str(article.text)


def _justext(page: DevelopmentPage) -> str:
    """With the list of function words of the page's language, which it must be told; of English where it has none."""
    from justext import get_stoplist, get_stoplists, justext  # noqa: PLC0415

    language = language_name(read_markup(page.html, base_url=page.url).text)
    stoplist = get_stoplist(language if language in get_stoplists() else "English")
    paragraphs = justext(page.html.encode(), stoplist, encoding="utf-8")
    return "\n\n".join(str(one.text) for one in paragraphs if not one.is_boilerplate)


def language_name(text: str) -> str:
    """The language of a text as pycld2 names it, capitalised ("English"); "Unknown" where it does not tell."""
    try:
        _, _, found = pycld2.detect(text.encode("utf-8", "replace"), bestEffort=True)
    except pycld2.error:
        return "Unknown"
    return str(found[0][0]).capitalize()


EXTRACTORS: Final = {
    one.name: one
    for one in (
        Extractor("trafilatura", "trafilatura", _trafilatura()),
        Extractor("trafilatura precision", "trafilatura", _trafilatura(favor_precision=True)),
        Extractor("trafilatura recall", "trafilatura", _trafilatura(favor_recall=True)),
        Extractor("readability-lxml", "readability-lxml", _readability),
        Extractor("resiliparse", "resiliparse", _resiliparse),
        Extractor("newspaper4k", "newspaper4k", _newspaper),
        Extractor("jusText", "justext", _justext),
    )
}


class Outputs:
    """Texts of one extractor by page, from the cache where it has them; `close` keeps what is new."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor
        name = f"{extractor.name.replace(' ', '-')}-{extractor.version}-{FORMAT}.jsonl.gz"
        self._path = CACHE / name
        self._texts = dict(_kept(self._path))
        self._new = False

    def text(self, page: DevelopmentPage) -> str:
        """What the extractor gives for this page."""
        if page.id not in self._texts:
            self._texts[page.id] = self._extractor.text(page)
            self._new = True
        return self._texts[page.id]

    def close(self) -> None:
        """Write what is new, whole or not at all."""
        if not self._new:
            return
        CACHE.mkdir(parents=True, exist_ok=True)
        part = self._path.with_suffix(".part")
        rows = (orjson.dumps(row) for row in self._texts.items())
        part.write_bytes(gzip.compress(b"\n".join(rows), 5))
        part.replace(self._path)
        self._new = False


def outputs(names: Iterable[str]) -> dict[str, Outputs]:
    """Return the outputs of these extractors."""
    return {name: Outputs(EXTRACTORS[name]) for name in names}


def _kept(path: Path) -> Iterator[tuple[str, str]]:
    if path.is_file():
        for line in gzip.decompress(path.read_bytes()).splitlines():
            page, text = orjson.loads(line)
            yield page, text
