"""All rules, in the order in which they are asked: the first that matches names the block."""

from copydesk.strip.rules import (
    advertisement,
    appeal,
    author_bio,
    byline,
    closings,
    comment_form,
    comment_policy,
    cookie,
    copyright,  # noqa: A004  the kind's name
    editors_note,
    image_credit,
    mail,
    navigation,
    newsletter,
    offers,
    paywall,
    related,
    share,
    standing,
    tags,
)
from copydesk.strip.rules.base import Rule

RULES: tuple[Rule, ...] = (
    *comment_policy.RULES,
    *comment_form.RULES,
    *cookie.RULES,
    *standing.RULES,
    *offers.RULES,
    *closings.RULES,
    *appeal.RULES,
    *paywall.RULES,
    *mail.RULES,
    *newsletter.RULES,
    *advertisement.RULES,
    *copyright.RULES,
    *share.RULES,
    *author_bio.RULES,
    *byline.RULES,
    *tags.RULES,
    *navigation.RULES,
    *related.RULES,
    *image_credit.RULES,
    *editors_note.RULES,
)
