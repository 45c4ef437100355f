"""This service's own stripping, as it is measured: every page by weights that were trained without its site."""

from pathlib import Path

from bench.strip.pages import FOLDS, DevelopmentPage, fold_of, normal
from copydesk.article import CleanArticle, NormalArticle
from copydesk.outcome import RejectArticle
from copydesk.strip.model import Model
from copydesk.strip.stage import strip

NAME = "copydesk"


class Own:
    """Strips articles; `folds` is the directory that `bench/strip/train.py --folds` fills.

    Without it the weights of the package are used, which have seen every development page.
    """

    def __init__(self, folds: Path | None = None) -> None:
        self.out_of_fold = folds is not None
        self._models = [Model.load(folds / f"{fold}.json.gz") for fold in range(FOLDS)] if folds else None

    def clean(self, article: NormalArticle, site: str) -> CleanArticle | None:
        """Return the stripped article, None where it is rejected."""
        try:
            return strip(article, model=self._models[fold_of(site)] if self._models else None)
        except RejectArticle:
            return None

    def body(self, article: NormalArticle, site: str) -> str:
        """Return what is kept of the article, empty where it is rejected."""
        found = self.clean(article, site)
        return found.body if found else ""

    def text(self, page: DevelopmentPage) -> str:
        """Return what is kept of a page."""
        return self.body(normal(page), page.site)
