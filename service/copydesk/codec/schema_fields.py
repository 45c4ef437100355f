"""What the fields of the structured record mean, and what holds of their values, for its schema.

A table beside the types, so that the core's types stay free of prose for consumers; a test sees to it
that no field is without its line.
"""

from typing import Any, Final

_SHARE: Final = {"minimum": 0, "maximum": 1}
_COUNT: Final = {"minimum": 0}
_RFC3339: Final = r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?$"
_MOMENT: Final = {"format": "date-time"}

FIELDS: Final[dict[str, dict[str, tuple[str, dict[str, Any]]]]] = {
    "Record": {
        "id": ("The producer's id, else a hash of the canonical address, else of the text. Stable.", {"minLength": 1}),
        "schemaVersion": ("Version of this schema.", {"minimum": 1}),
        "url": ("The address the producer gave, absolute.", {}),
        "canonicalUrl": ("One spelling for one page: the page's rel=canonical where it can be believed.", {}),
        "headline": ("The headline.", {}),
        "description": ("The page's own summary; where fieldSource says extract, one or two sentences of the text.", {}),
        "articleBody": ("The text without what was removed; a blank line between paragraphs.", {"minLength": 1}),
        "articleBodyHtml": ("The text of articleBody as HTML of few elements; safe to show. Where render.formats asks for it.", {}),
        "articleBodyMarkdown": ("The text of articleBody as GitHub Flavored Markdown. Where render.formats asks for it.", {}),
        "paragraphs": ("The paragraphs of articleBody, in order.", {"minItems": 1}),
        "author": ("Who wrote it.", {}),
        "datePublished": ("RFC 3339 as far as datePublishedPrecision reaches; a time without a known zone has no offset. Where fieldSource says modified, the day of the last change.", {"pattern": _RFC3339}),
        "datePublishedRaw": ("The date as it was found.", {}),
        "datePublishedPrecision": ("How far datePublished reaches.", {}),
        "dateModified": ("Last change the page names, as datePublished.", {"pattern": _RFC3339}),
        "inLanguage": ("Language of the text, BCP 47.", {}),
        "script": ("Script of the text, ISO 15924.", {"pattern": "^[A-Z][a-z]{3}$"}),
        "languages": ("Where the text is of more than one language: what of it is in each, the largest first.", {}),
        "publisher": ("Who published it.", {}),
        "articleSection": ("The section of the publication.", {}),
        "keywords": ("The page's own keywords or tags.", {}),
        "image": ("Its images: the main image first, then those of the text in order.", {}),
        "wordCount": ("Words of articleBody.", _COUNT),
        "readingTimeSeconds": ("Time to read articleBody.", _COUNT),
        "fingerprint": ("Similarity sketch of articleBody: near-duplicates have near-equal ones.", {"minLength": 1}),
        "quality": ("How much the text looks like an article.", {}),
        "truncated": ("The sign that the text is not the whole article; absent where there is none.", {}),
        "removed": ("The ledger of what was removed, in code points of the normalised text: kept and removed, in order, are that text.", {}),
        "fieldSource": ("How a field was got, by its name; a field that is not here came as the producer sent it.", {}),
        "mentions": ("People, organisations and places named in articleBody, the most prominent first.", {}),
        "keyphrases": ("Phrases that tell what it is about.", {}),
        "quotes": ("What is quoted, and whose words it is, in order.", {}),
        "cluster": ("The near-duplicates it belongs to; a desk's record has none, it is written again with it.", {}),
        "ingest": ("The raw message it was made of, and by what.", {}),
        "extra": ("The producer's fields that the contract does not know, and those that could not be read.", {}),
    },
    "Author": {
        "name": ("Full name.", {"minLength": 1}),
        "type": ("Person or organisation; absent where nothing tells.", {}),
        "url": ("Address of the author's page.", {}),
        "jobTitle": ("What the page or the bio says the author is.", {}),
        "description": ("What the page says of the author.", {}),
        "sameAs": ("Addresses of the author's profiles elsewhere.", {}),
    },
    "LanguagePart": {
        "language": ("BCP 47.", {"minLength": 2}),
        "share": ("Of the text's characters.", _SHARE),
        "paragraphs": ("Numbers of its paragraphs, from 0.", {}),
    },
    "Truncated": {
        "rule": ("What saw it.", {"minLength": 1}),
        "text": ("The words that gave it away.", {}),
        "confidence": ("How sure it is.", _SHARE),
    },
    "ImageObject": {
        "url": ("Absolute address, http or https.", {"minLength": 1}),
        "caption": ("Its caption on the page.", {}),
        "width": ("Pixels, as the page tells.", _COUNT),
        "height": ("Pixels, as the page tells.", _COUNT),
    },
    "Publisher": {
        "name": ("Name of the publication.", {}),
        "domain": ("Registrable domain of canonicalUrl.", {}),
    },
    "Quality": {
        "score": ("0 is no article, 1 reads as one.", _SHARE),
        "signals": ("What the score is made of.", {}),
    },
    "Span": {
        "start": ("First code point.", _COUNT),
        "end": ("Code point after the last.", _COUNT),
        "kind": ("What it is.", {}),
        "rule": ("The rule that found it.", {"minLength": 1}),
        "confidence": ("How sure that is.", _SHARE),
    },
    "FieldSource": {
        "method": ("The place it was read from.", {"minLength": 1}),
        "confidence": ("How sure it is.", _SHARE),
    },
    "Mention": {
        "name": ("The fullest of its names in the text.", {"minLength": 1}),
        "type": ("What it is.", {}),
        "spans": ("Where, by whatever name: start and end (excluded) in code points of articleBody.", {"minItems": 1}),
        "score": ("Mean probability of the type at these places.", _SHARE),
        "aliases": ("Its other names in the text.", {}),
        "seconded": ("Share of these places where a second reader tells the same name and type; absent where none was asked.", _SHARE),
    },
    "Keyphrase": {
        "text": ("The phrase as it stands in the text.", {"minLength": 1}),
        "score": ("Weight; higher is more telling.", {}),
    },
    "Quote": {
        "text": ("What was said, without quotation marks, those that a longer quote repeats at each paragraph too.", {"minLength": 1}),
        "span": ("Start and end in code points of articleBody, without the marks.", {}),
        "confidence": ("How sure it is that it is a quote and the speaker's.", _SHARE),
        "speaker": ("Who said it: a name, in full where the text has it, or an office that speaks. Absent where the text names nobody.", {}),
        "cue": ("The words that tell of saying: said, according to. Absent where none does.", {}),
        "source": ("The outlet it was said to, where that is told.", {}),
    },
    "Cluster": {
        "id": ("Name of the group.", {"minLength": 1}),
        "role": ("What this article is in it.", {}),
        "similarity": ("To the first one.", _SHARE),
        "firstSeen": ("When the group began.", _MOMENT),
    },
    "Ingest": {
        "topic": ("Topic of the raw message.", {"minLength": 1}),
        "partition": ("Its partition.", _COUNT),
        "offset": ("Its offset.", _COUNT),
        "timestamp": ("Its Kafka timestamp, UTC.", _MOMENT),
        "processedAt": ("When the record was made, UTC.", _MOMENT),
        "pipelineVersion": ("Changes whenever the same input may give another record.", {"minLength": 1}),
        "source": ("What the producer called its feed.", {}),
        "fetchedAt": ("When the producer fetched the page, UTC.", _MOMENT),
    },
}  # fmt: skip
"""Type, field as it is in the JSON: (what it is, JSON Schema keywords that its values keep)."""
