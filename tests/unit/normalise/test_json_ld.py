"""JSON-LD as pages have it."""

import time

import pytest

from copydesk.normalise.json_ld import MAX_CHARS, MAX_OBJECTS, read_json_ld


@pytest.mark.parametrize(
    "script",
    [
        '{"headline": "A b"}',
        '<!-- {"headline": "A b"} -->',
        '//<![CDATA[\n{"headline": "A b"}\n//]]>',
        '/* <![CDATA[ */ {"headline": "A b"}; /* ]]> */',
        '{"headline": "A\nb"}',
        '{"headline": "A b",}',
        '[{"headline": "A b",},]',
        '{"@context": "x", "@graph": [{"headline": "A b"}]}',
        '[[{"headline": "A b"}]]',
        '{"headline": "A b"};',
        r'{"headline": "A b", "note": "it\'s"}',
    ],
)
def test_object_is_read_in_spite_of(script: str) -> None:
    """Comments, control characters, trailing commas, impossible escapes and nesting do not hide an object."""
    found = read_json_ld([script])
    assert [item["headline"] for item in found] == ["A b"]


def test_white_space_costs_linear_time() -> None:
    """A script that is nothing but white space after its first brace is given up at once."""
    script = "{" + " \n" * (MAX_CHARS // 4)
    started = time.process_time()
    assert read_json_ld([script]) == ()
    assert time.process_time() - started < 2


def test_a_comma_inside_a_string_is_no_trailing_comma() -> None:
    """Repair leaves strings alone."""
    assert read_json_ld(['{"a": "x, ]", "b": 1,}']) == ({"a": "x, ]", "b": 1},)


def test_graph_keeps_the_fields_beside_it() -> None:
    """An object with a @graph and fields of its own gives both."""
    assert read_json_ld(['{"@graph": [{"a": 1}], "@context": "c", "name": "n"}']) == (
        {"a": 1},
        {"@context": "c", "name": "n"},
    )


@pytest.mark.parametrize(
    "script", ["", "null", "1", '"x"', "{", "not json", "[" * 2000, '{"a": "' + "\\" * 999]
)
def test_what_is_no_object_is_left_out(script: str) -> None:
    """Broken or foreign scripts give nothing and raise nothing."""
    assert read_json_ld([script]) == ()


def test_size_and_number_are_bounded() -> None:
    """Scripts over the limit are not read; objects over the limit are left out."""
    assert read_json_ld(['{"a": "' + "x" * MAX_CHARS + '"}']) == ()
    assert len(read_json_ld(['[{"a": 1}' + ', {"a": 1}' * 150 + "]"] * 3)) == MAX_OBJECTS
