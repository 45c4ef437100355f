"""The last word on a block: certain rules, then the model."""

from copydesk.article import RawArticle
from copydesk.ledger import Kind
from copydesk.normalise.stage import NormaliseOptions, normalise
from copydesk.strip.model import FORMAT, Model, Part, Tree, Weights
from copydesk.strip.rules.registry import RULES
from copydesk.strip.select import HIDDEN
from copydesk.strip.stage import strip
from copydesk.strip.verdict import MODEL_RULE
from tests.quality.articles import plain_article
from tests.quality.weights import kind_weights

_LONG = "The ferry left the harbour at ten, and the people on the quay waved until it was gone."


def _model(bias: float, *trees: Tree, kinds: dict[str, dict[Kind, int]] | None = None) -> Model:
    part = Part(["words"], trees, bias, {})
    return Model(Weights(FORMAT, part, part, kind_weights(kinds or {})))


def test_the_model_removes_what_no_rule_knows() -> None:
    """Blocks of a low score go under the rule `model`, with its confidence and the kind that their words tell."""
    long_stays = Tree([0], [10.0], [-1], [-2], [-3.0, 3.0])
    model = _model(0.0, long_stays, kinds={"s:harbour": {Kind.NAVIGATION: 20}})
    clean = strip(plain_article(f"Harbour news\n\n{_LONG}\n\n{_LONG}"), model=model)
    (span,) = clean.removed
    assert (span.kind, span.rule) == (Kind.NAVIGATION, MODEL_RULE)
    assert span.confidence == 0.953  # of log-odds of -3, wherever the run is
    assert clean.paragraphs == (_LONG, _LONG)


def test_a_certain_rule_outweighs_the_model() -> None:
    """A wording that is never a part of an article goes, however sure the model is of it."""
    text = f"{_LONG}\n\n{_LONG}\n\nThis site uses Akismet to reduce spam. Learn how your comment data is processed."
    clean = strip(plain_article(text), model=_model(9.0))
    assert [span.kind for span in clean.removed] == [Kind.COMMENT_POLICY]


def test_a_line_of_a_text_is_removed_as_surely_as_whoever_is_surer_of_it() -> None:
    """The rule states what it is worth wherever it matches, the model what it is worth here."""
    text, label = f"{_LONG}\n\n{_LONG}\n\nPhoto: Ann Other", "image-credit-label"
    (stated,) = [rule.confidence for rule in RULES if rule.id == label]
    long_stays = Tree([0], [10.0], [-1], [-2], [-3.0, 3.0])
    for bias, sure in ((0.0, 0.953), (4.0, stated)):  # of log-odds of -3 and of 1
        (span,) = strip(plain_article(text), model=_model(bias, long_stays)).removed
        assert (span.rule, span.confidence) == (label, sure)


def test_where_the_model_keeps_nothing_the_rules_decide() -> None:
    """A model that wants to remove everything is not believed."""
    text = f"{_LONG}\n\n{_LONG}\n\nLeave a comment"
    assert strip(plain_article(text), model=_model(-9.0)).paragraphs == (_LONG, _LONG)


def test_what_is_hidden_inside_a_paragraph_goes() -> None:
    """However sure the model is of it; the paragraph stays one, with the spaces that its reader sees."""
    hover = '<a href="/o">Omar</a><span role="tooltip">Ilhan Omar, more of her</span>'
    page = f"<article><p>{_LONG}</p><p>Threats to Rep. {hover}, the office said. {_LONG}</p><p>{_LONG}</p></article>"
    article = normalise(RawArticle(kind="html", body=page.encode()), NormaliseOptions())
    clean = strip(article, model=_model(9.0))
    assert clean.paragraphs == (_LONG, f"Threats to Rep. Omar, the office said. {_LONG}", _LONG)
    assert [span.rule for span in clean.removed] == [HIDDEN]
