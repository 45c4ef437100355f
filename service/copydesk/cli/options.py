"""Options that commands share: those that become settings, --debug and --json."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from copydesk.cli.group import set_debug
from copydesk.settings.load import Loaded, load
from copydesk.settings.sources import Flag

Function = TypeVar("Function", bound=Callable[..., Any])

_NAMED: dict[str, tuple[str, str, str]] = {
    # parameter: setting, metavar, help
    "data-dir": ("data_dir", "DIR", "Directory of everything the service writes."),
    "broker": ("kafka.bootstrap_servers", "HOST:PORT", "Kafka brokers to use, comma-separated."),
    "port": ("broker.port", "PORT", "Port of the embedded broker."),
    "metrics-port": ("metrics.port", "PORT", "Port of /metrics, /livez and /readyz."),
}

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object per line.")


def settings_options(*named: str) -> Callable[[Function], Function]:
    """Give a command the options of settings; it is called with `loaded` first.

    `named` are options of their own beside `--set` (which reaches every setting); `--data-dir`
    is always one of them.
    """
    names = ("data-dir", *named)

    def decorate(function: Function) -> Function:
        @wraps(function)
        def command(*arguments: Any, **parameters: Any) -> Any:
            flags = [
                Flag(_NAMED[name][0], value, f"--{name}")
                for name in names
                if (value := parameters.pop(name.replace("-", "_"))) is not None
            ]
            loaded = load(config=parameters.pop("config"), flags=[*parameters.pop("settings"), *flags])
            _configure_logs(loaded)
            return function(loaded, *arguments, **parameters)

        click.option(
            "--debug", is_flag=True, expose_value=False, callback=set_debug, help="Show tracebacks."
        )(command)
        click.option(
            "--set",
            "settings",
            multiple=True,
            metavar="SECTION.NAME=VALUE",
            callback=_flags,
            help="Set any setting (`copydesk config` lists them); may be repeated.",
        )(command)
        click.option(
            "--config",
            metavar="FILE",
            type=click.Path(path_type=Path),
            help="Settings file [default: COPYDESK_CONFIG, else copydesk.toml if it is there].",
        )(command)
        for name in reversed(names):
            _, metavar, words = _NAMED[name]
            click.option(f"--{name}", metavar=metavar, help=words)(command)
        return command  # type: ignore[return-value]  # wraps keeps all but the added first argument

    return decorate


def _flags(_ctx: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> list[Flag]:
    flags = []
    for number, value in enumerate(values, start=1):
        key, equals, text = value.partition("=")
        if not equals:
            # Not shown: what was forgotten to be separated may be a secret.
            raise click.UsageError(f"--set number {number} has no '='; write --set section.name=value.")
        flags.append(Flag(key.strip(), text, "--set"))
    return flags


def _configure_logs(loaded: Loaded) -> None:
    from copydesk.logs import configure_logs

    configure_logs(loaded.settings.logs, stream=sys.stderr)
