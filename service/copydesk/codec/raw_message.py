"""The published contract of `articles.raw`: a JSON object with these fields, from which its schema is made.

The decoder is more forgiving than the schema: see `codec.raw_article`.
"""

from typing import Annotated, Final, TypeAlias

from msgspec import Meta, Struct

FIRST_FETCH_YEAR: Final = 1990
LAST_FETCH_YEAR: Final = 2100
"""A fetch before the web or after this is a wrong unit or "no date"; taken for true it would win for ever."""


class AuthorName(Struct, frozen=True):
    """An author as schema.org writes one."""

    name: Annotated[str, Meta(description="The name.")]


Authors: TypeAlias = str | AuthorName | list[str | AuthorName]


class RawMessage(Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel"):
    """A raw article: `html` or `text`, and what is known of it.

    Fields not named here are kept and come out as `extra`. Missing is absent, null, "", "None" or "null".
    """

    html: Annotated[
        str | None,
        Meta(description="The page. Used where it is not blank; `text` is then left out."),
    ] = None
    text: Annotated[
        str | None,
        Meta(
            description="The plain text, paragraphs separated by blank lines. Needed where there is no `html`."
        ),
    ] = None
    id: Annotated[
        str | int | None,
        Meta(
            description="Your own lasting identifier; else one is made from the address, else from the text."
        ),
    ] = None
    url: Annotated[str | None, Meta(description="Absolute http or https address of the page.")] = None
    source: Annotated[str | None, Meta(description="What you call the feed or site it came from.")] = None
    headline: Annotated[str | None, Meta(description="The headline, where you know it.")] = None
    author: Annotated[
        Authors | None, Meta(description="A name, an object with a name, or a list of either.")
    ] = None
    date_published: Annotated[
        str | int | float | None,
        Meta(
            description="As it was found: any written date, RFC 3339 best, or Unix seconds or milliseconds."
        ),
    ] = None
    language: Annotated[str | None, Meta(description="BCP 47 tag, where you know it.")] = None
    fetched_at: Annotated[
        str | int | float | None,
        Meta(
            description="When you fetched it: RFC 3339, or Unix seconds or milliseconds; without an offset it is UTC. "
            "Of two deliveries of one article the later fetch wins."
        ),
    ] = None
    content_type: Annotated[
        str | None,
        Meta(
            description="Media type of the page; makes a `text` of type text/html a page. Passed on in `extra`."
        ),
    ] = None
    charset: Annotated[
        str | None,
        Meta(
            description="Charset the page had when fetched; JSON strings are Unicode, so it is only passed on in `extra`."
        ),
    ] = None
