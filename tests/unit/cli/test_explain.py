"""`copydesk explain` shows one article step by step, from a file, standard input or the store."""

import gzip
import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import orjson
import pytest

import copydesk
from copydesk.cli.explain_html import page_of
from copydesk.cli.explain_terminal import COLOUR, abbreviated
from copydesk.cli.explained import explain_message
from copydesk.ledger import Kind
from copydesk.pipeline import PipelineOptions
from copydesk.record import Record
from tests.ner import made_up
from tests.unit.cli.calls import Call
from tests.unit.cli.explaining import BIO, KEPT, TEXT, head, store

_HIDDEN = " ".join(f"Section {number}." for number in range(50))
_PARAGRAPHS = f"<p>{KEPT}" * 12
_PAGE = f"<title>Ferry</title><article>{_PARAGRAPHS}</article><div hidden>{_HIDDEN}</div>"


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str | bytes], str]:
    """Make a file and return its name."""

    def make(name: str, content: str | bytes) -> str:
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    return make


Make = Callable[[str, str | bytes], str]


def test_a_text_is_explained_step_by_step(call: Call, file: Make) -> None:
    """What came in, its normal form, kept text plain, removed text with kind, rule and confidence, fields with method."""
    result = call("explain", file("ferry.txt", TEXT))
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    lines = result.stdout.splitlines()
    assert lines[0] == "ferry.txt: accepted"
    assert {"Came in", "Normalised", "Enriched", KEPT} <= set(lines)
    bio, form = copydesk.clean(TEXT).removed
    at = lines.index(head(bio))
    assert lines[at : at + 4] == [head(bio), f"- {BIO}", head(form), "- Leave a comment"]
    assert re.search(r"^author +author_bio +0\.\d\d +name: Maren Okafor", result.stdout, re.MULTILINE)


_NAMED = (
    "The World Health Organization (WHO) sent Maria Fernández to Hamburg on Monday, a spokesman said. “It works,”"
    " said Fernández, a doctor from Spain. The WHO has an office in Hamburg."
)


def test_what_is_named_and_quoted_has_tables_of_its_own(call: Call, file: Make) -> None:
    """Each mention with its type, how sure it is, its places and other names; each quote with its speaker; by which model."""
    found = call("explain", file("named.txt", _NAMED)).stdout
    assert re.search(r"^Mentions, by names-\d+$", found, re.MULTILINE)
    assert re.search(r"^Maria Fernández +Person +0\.\d\d +2 +Fernández$", found, re.MULTILINE)
    assert re.search(r"^Maria Fernández +said +0\.\d\d +It works,?$", found, re.MULTILINE)
    fields = found.partition("\nEnriched\n")[2].partition("\nMentions")[0]
    assert not re.search("^(mentions|quotes) ", fields, re.MULTILINE)
    page = call("explain", "named.txt", "--html").stdout
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td>(.*?)</td>', page)
    assert {("Maria Fernández", "Person"), ("Maria Fernández", "said")} <= set(rows)


def test_a_second_reader_of_names_has_a_column(
    call: Call, file: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How far it agrees, beside how sure ours is, and its name; a model that is not installed is told, with code 1."""
    monkeypatch.syspath_prepend(tmp_path)
    model = made_up(tmp_path, [("Maria Fernández", "PER"), ("Spain", "LOC")], "explained_model")
    name = file("named.txt", _NAMED)
    found = call("explain", "--set", f"enrich.ner={model}", name).stdout
    assert re.search(r"^Mentions, by names-\d+\+en_made_up-1$", found, re.MULTILINE)
    assert re.search(r"^name +type +sure +seconded +places +also called$", found, re.MULTILINE)
    assert re.search(r"^Maria Fernández +Person +0\.\d\d +0\.50 +2 +Fernández$", found, re.MULTILINE)
    assert re.search(r"^Spain +Place +0\.\d\d +1\.00 +1$", found, re.MULTILINE)
    failed = call("explain", "--set", "enrich.ner=no_such_model", name)
    assert failed.exit_code == 1
    assert "'no_such_model', which is not installed" in failed.stderr


def test_colour_and_strike_through_are_for_terminals(
    call: Call, file: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Removed text is struck through in its kind's colour; NO_COLOR leaves the colours out."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert f"\x1b[9;36m{BIO}" in call("explain", file("ferry.txt", TEXT)).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert f"\x1b[9m{BIO}" in call("explain", "ferry.txt").stdout


def test_control_characters_do_not_reach_the_terminal(call: Call, file: Make) -> None:
    """What an article says must not steer a terminal, in the address and headline either."""
    article = {"text": TEXT, "url": "https://x.example/\x1b[2J", "headline": "Red\x1b[31m"}
    assert "\x1b" not in call("explain", file("a.json", orjson.dumps(article))).stdout


def test_long_runs_and_texts_are_abbreviated_unless_all_is_asked_for(call: Call, file: Make) -> None:
    """Of a long removed text the ends are shown; --all shows everything."""
    page = file("page.html", _PAGE)
    short, whole = call("explain", page).stdout, call("explain", page, "--all").stdout
    assert "Section 49" in short
    assert "Section 30" not in short
    assert "Section 30" in whole
    assert "...]" not in whole


def test_every_removed_span_is_told_of_a_long_run(call: Call, file: Make) -> None:
    """Between the ends of a run of removed spans stands how many more there are, of which kinds."""
    text = "\n\n".join([KEPT, *["Leave a comment", "Share this on Facebook"] * 10])
    found = call("explain", file("a.txt", text)).stdout
    assert "- [... 14 removed, " in found
    assert found.count("- Leave a comment") == 3
    assert call("explain", "a.txt", "--all").stdout.count("- Leave a comment") == 10


def test_json_prints_the_record_that_clean_gives(call: Call, file: Make) -> None:
    """One line: the structured record."""
    result = call("explain", file("ferry.txt", TEXT), "--json")
    assert msgspec.json.decode(result.stdout, type=Record) == copydesk.clean(TEXT)


@pytest.mark.parametrize(
    ("name", "content", "options"),
    [
        ("a.txt", TEXT, ()),
        ("a.txt.gz", gzip.compress(TEXT.encode()), ()),
        ("a.html", f"<p>{KEPT}", ()),
        ("a.json", orjson.dumps({"text": TEXT}), ()),
        ("a.json", orjson.dumps([{"text": "Another one."}, {"text": TEXT}]), ("--line", "2")),
        ("a.jsonl", b'{"text": "Another one."}\n\n' + orjson.dumps({"text": TEXT}), ("--line", "3")),
        ("-", TEXT, ()),
    ],
)
def test_every_kind_of_file_is_read(
    call: Call, file: Make, name: str, content: str | bytes, options: tuple[str, ...]
) -> None:
    """Pages, texts, JSON and JSON Lines by line, gzipped, and standard input."""
    if name == "-":
        result = call("explain", "-", "--json", stdin=content)
    else:
        result = call("explain", file(name, content), *options, "--json")
    assert result.exit_code == 0, result.output
    assert orjson.loads(result.stdout)["articleBody"] == KEPT


def test_of_several_articles_the_first_is_shown_and_it_is_said(call: Call, file: Make) -> None:
    """A collection without --line."""
    name = file("a.jsonl", orjson.dumps({"text": TEXT}) + b"\n" + orjson.dumps({"text": "Another one."}))
    result = call("explain", name)
    assert result.stdout.startswith("a.jsonl:1: accepted")
    assert "a.jsonl holds more than one article; this is the first, --line shows another." in result.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            {"text": "Leave a comment"},
            "a.json:1: rejected in strip: no_article (1 blocks, none of them article text)",
        ),
        (
            {"html": "<script>1</script>"},
            "a.json:1: rejected in normalise: no_text (the html has no visible text)",
        ),
        ({"html": 1, "text": "x"}, 'a.json:1: rejected in decode: invalid_article ("html" must be a string)'),
    ],
)
def test_what_is_no_article_is_explained_too(call: Call, file: Make, content: Any, told: str) -> None:
    """Reason, stage and detail, in every form; the exit code is 4."""
    name = file("a.json", orjson.dumps(content))
    shown, page, printed = (call("explain", name, *options) for options in ((), ("--html",), ("--json",)))
    assert [one.exit_code for one in (shown, page, printed)] == [4, 4, 4]
    assert shown.stdout.splitlines()[0] == told
    assert html.escape(told.removeprefix("a.json:1: ")) in page.stdout
    failure = orjson.loads(printed.stdout)
    assert failure.pop("origin") == "a.json:1"
    outcome, _, stage, reason = told.removeprefix("a.json:1: ").split(" ")[:4]
    assert failure.pop("detail")
    assert failure == {"outcome": outcome, "stage": stage.rstrip(":"), "reason": reason}


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (
            ("nothing.html",),
            1,
            "copydesk: nothing.html is neither a file nor the id of a record; `copydesk records list`",
        ),
        (("bad.jsonl",), 1, "copydesk: bad.jsonl:1 is not JSON"),
        (("bad.jsonl", "--line", "7"), 1, "copydesk: bad.jsonl has no article at line 7."),
        (("empty.jsonl",), 1, "copydesk: empty.jsonl holds no article."),
        (("cut.txt.gz",), 1, "copydesk: cut.txt.gz cannot be read further"),
        (("nothing.html", "--line", "1"), 2, "nothing.html: no such file."),
        ((".",), 2, ". is a directory; name one file in it."),
        (("a.txt", "--json", "--html"), 2, "--html and --json exclude each other."),
        (("a.txt", "--html", "./a.txt"), 2, "./a.txt is the article itself."),
        (("a.txt", "--html", "no/folder.html"), 1, "copydesk: no/folder.html: No such file or directory."),
    ],
)
def test_errors_say_what_is_wrong_and_where(
    call: Call, file: Make, arguments: tuple[str, ...], code: int, told: str
) -> None:
    """One sentence with the file's name, no traceback."""
    file("bad.jsonl", '{"text": ')
    file("empty.jsonl", "\n")
    file("cut.txt.gz", gzip.compress(TEXT.encode())[:40])
    file("a.txt", TEXT)
    store([])
    result = call("explain", *arguments)
    assert told in result.stderr
    assert result.exit_code == code


def test_without_a_store_an_id_says_so(call: Call) -> None:
    """The store's own error is told."""
    result = call("explain", "abc")
    assert result.exit_code == 1
    assert "articles.db" in result.stderr


def test_the_page_is_escaped_and_stands_alone(call: Call, file: Make) -> None:
    """No script, nothing loaded, every text escaped; each removed span has its reason, and the legend its counts."""
    hostile = '</style><script>alert(1)</script><img src=x onerror="alert(2)">'
    article = {"text": f"{KEPT} {hostile}\n\nLeave a comment", "headline": hostile, "source": hostile}
    result = call("explain", file("a.json", orjson.dumps(article)), "--html", "out.html")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "Wrote out.html.\n"
    page = Path("out.html").read_text(encoding="utf-8")
    assert page.count("<script") == page.count("<img") == 0
    assert re.findall(r"\b(?:src|href|on\w+)=", re.sub(r"<[^<>]*>|([^<>]+)", _tag_only, page)) == []
    assert "url(" not in page
    assert "default-src 'none'" in page
    assert re.search(
        r'<del tabindex="0" aria-describedby="why1">Leave a comment<span class="why" role="tooltip" id="why1">'
        r"comment_form, rule [a-z-]+, confidence 0\.\d\d</span></del>",
        page,
    )
    assert re.search(r">comment_form</span> 1</li>", page)


def _tag_only(found: re.Match[str]) -> str:
    return "" if found[1] else found[0]


def test_the_page_keeps_and_strikes_what_the_ledger_does() -> None:
    """The text outside <del> is the body, the text inside is what was removed, in order."""
    explained = explain_message(TEXT.encode(), [("content-type", b"text/plain")], "x", PipelineOptions())
    page = page_of(explained).partition('<div class="text">')[2].partition("</div>")[0]
    struck = [html.unescape(one) for one in re.findall(r"<del[^>]*>(.*?)<span", page)]
    assert struck == [BIO, "Leave a comment"]
    assert re.findall(r"<p>(.*?)</p>", page) == [KEPT]


def test_every_kind_has_a_colour() -> None:
    """A new kind fails here until it is given one."""
    assert set(COLOUR) == set(Kind)


def test_abbreviations_tell_how_much_is_left_out() -> None:
    """Beginning, number of characters, end; a text of the limit stays whole."""
    assert abbreviated("a" * 300) == "a" * 300
    assert (
        abbreviated("a" * 200 + "b" * 1000 + "c" * 60)
        == "a" * 200 + " [... 1,000 characters ...] " + "c" * 60
    )
