"""The second stage: tell the article from what stands around it."""

from functools import lru_cache
from typing import Annotated

from msgspec import Meta, Struct

from copydesk.article import CleanArticle, NormalArticle
from copydesk.outcome import Reason, RejectArticle
from copydesk.strip.blocks import see
from copydesk.strip.confirm import authors_of
from copydesk.strip.decide import decide
from copydesk.strip.ends import cut_end
from copydesk.strip.headline import headlines
from copydesk.strip.judge import judge
from copydesk.strip.judged import Judged
from copydesk.strip.matcher import Matcher
from copydesk.strip.model import Model, shipped
from copydesk.strip.naming import name_removed
from copydesk.strip.pages import judge_page
from copydesk.strip.repeats import without_repeats
from copydesk.strip.rules.registry import RULES
from copydesk.strip.select import select, whole
from copydesk.strip.spans import ledger
from copydesk.strip.standfirst import without_standfirst
from copydesk.strip.strangers import without_strangers


class StripOptions(Struct, frozen=True, kw_only=True):
    """Options of the strip stage.

    Errors: ValueError for a rule id that does not exist.
    """

    rules_off: Annotated[
        tuple[str, ...],
        Meta(description="Ids of rules of wording that are not applied, for a source that they misread."),
    ] = ()

    def __post_init__(self) -> None:
        """Refuse unknown rule ids: a misspelt one would silently stay on."""
        unknown = set(self.rules_off) - {rule.id for rule in RULES}
        if unknown:
            raise ValueError(f"unknown rule in rules_off: {', '.join(sorted(unknown))}")


@lru_cache(maxsize=8)
def _matcher(rules_off: tuple[str, ...]) -> Matcher:
    return Matcher(rule for rule in RULES if rule.id not in rules_off)


def judged(article: NormalArticle, options: StripOptions = StripOptions()) -> Judged:  # noqa: B008  frozen
    """Return what selection and rules say of an article, before the model is asked."""
    matcher, seen, titles = _matcher(options.rules_off), see(article), headlines(article)
    if article.kind == "html":
        region = select(article, seen, titles)
        return Judged(article, seen, region, judge_page(article, seen, region, matcher, titles), titles)
    return Judged(
        article, seen, whole(article, seen), judge(seen, matcher, titles, authors_of(article)), titles
    )


def strip(
    article: NormalArticle,
    options: StripOptions = StripOptions(),  # noqa: B008  frozen
    *,
    model: Model | None = None,
) -> CleanArticle:
    """Return the article with everything that is not its text named in the ledger.

    `model` is the one that the package ships, where none is given.

    Errors: RejectArticle(NO_ARTICLE) where nothing is kept.
    """
    found, model = judged(article, options), model or shipped()
    verdicts = without_repeats(found.seen, without_standfirst(found, decide(found, model)))
    if all(verdict is not None and not verdict.keep for verdict in verdicts):
        raise RejectArticle(Reason.NO_ARTICLE, f"{len(article.blocks)} blocks, none of them article text")
    matcher = _matcher(options.rules_off)
    ended = cut_end(found.seen, without_strangers(found.seen, verdicts), matcher, model.kinds)
    named = name_removed(found, ended, matcher, model.kinds)
    return CleanArticle(article=article, removed=ledger(article.text, article.blocks, named))
