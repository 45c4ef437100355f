"""Whatever is given as settings, the answer is settings or a list of problems, and never shows a secret."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from copydesk.settings.fields import fields_of
from copydesk.settings.load import load
from copydesk.settings.model import Settings
from copydesk.settings.problems import Problem, SettingsError
from copydesk.settings.sources import Flag

_FIELDS = fields_of(Settings)
_NOWHERE = Path("/nonexistent-directory")
_VALUES = st.text(max_size=12) | st.sampled_from(
    ["", "\0", "0", "-1", "1e9", "true", "nan", "SASL_SSL", "a:1", "9" * 30]
)
_SECRET = "s3cret-that-nobody-may-see"


@given(
    st.dictionaries(st.sampled_from([field.environment for field in _FIELDS]), _VALUES, max_size=4),
    st.lists(
        st.tuples(st.sampled_from([field.key for field in _FIELDS]) | st.text(max_size=9), _VALUES),
        max_size=3,
    ),
)
def test_any_values_give_settings_or_problems(
    environ: dict[str, str], given_flags: list[tuple[str, str]]
) -> None:
    """Nothing but SettingsError leaves load, each problem says where, and a secret is not in it."""
    flags = [Flag(key, value, "--set") for key, value in given_flags]
    flags.append(Flag("kafka.sasl_password", _SECRET, "--set"))
    problems = _problems(environ, flags)
    assert all(problem.where for problem in problems)
    assert not any(_SECRET in str(problem) for problem in problems)


def _problems(environ: dict[str, str], flags: list[Flag]) -> tuple[Problem, ...]:
    try:
        loaded = load(environ=environ, flags=flags, directory=_NOWHERE)
    except SettingsError as error:
        return error.problems
    return (
        ()
        if set(loaded.sources) == {field.key for field in _FIELDS}
        else (Problem(where="", key="", what=""),)
    )
