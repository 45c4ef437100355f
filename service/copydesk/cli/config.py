"""`copydesk config`: the settings in effect, where each comes from, and whether they are right."""

from typing import Any

import click

from copydesk.cli.options import json_option, settings_options
from copydesk.cli.output import notice, print_json, print_table
from copydesk.settings.fields import fields_of
from copydesk.settings.load import Loaded
from copydesk.settings.model import Settings
from copydesk.settings.problems import Problem, SettingsError


class _ShowFirst(click.Group):
    """Takes `copydesk config` for `copydesk config show`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default verb where none is given."""
        helps = ctx.help_option_names
        if not args or (args[0].startswith("-") and args[0] not in helps):
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_ShowFirst)
def config() -> None:
    """Show or check the settings; `copydesk config` alone shows them.

    Later sources win: defaults, the settings file, COPYDESK_SECTION__NAME in the environment, flags.
    """


@config.command()
@settings_options("broker", "port", "metrics-port")
@json_option
@click.option("--changed", is_flag=True, help="Only what differs from the defaults.")
def show(loaded: Loaded, *, as_json: bool, changed: bool) -> None:
    """Show every setting in effect and its source; secrets are redacted."""
    rows = [
        (
            field.key,
            field.shown(_value(loaded.settings, field.section, field.name)),
            loaded.sources[field.key],
        )
        for field in fields_of(Settings)
        if not changed or loaded.sources[field.key] != "default"
    ]
    if as_json:
        for key, value, source in rows:
            print_json({"key": key, "value": value, "source": source})
    else:
        print_table(("setting", "value", "source"), rows)


@config.command()
@settings_options("broker", "port", "metrics-port")
def check(loaded: Loaded) -> None:
    """Check the settings: every problem with file and line, the nearest known name and the fix.

    Exit code 2 when something is wrong.
    """
    from copydesk.enrich.entities.ner import NerUnusable
    from copydesk.pipeline import check as check_pipeline

    try:
        check_pipeline(loaded.settings.pipeline)
    except NerUnusable as error:
        key = "enrich.ner"
        raise SettingsError(
            [Problem(where=loaded.sources[key], key=key, what=f"cannot be used: {error}.")]
        ) from error
    given = sum(source != "default" for source in loaded.sources.values())
    where = f"{loaded.file} and the environment" if loaded.file else "no settings file; environment"
    notice(f"The settings are fine ({where}: {given} set, the rest defaults).")


def _value(settings: Settings, section: str, name: str) -> Any:
    return getattr(getattr(settings, section) if section else settings, name)
