"""The `copydesk` command: its verbs, imported when used, and what becomes of errors."""

import os
import sys
import traceback
from importlib import import_module
from typing import Any, NoReturn

import click

from copydesk.version import SERVICE_VERSION

VERBS = {
    "demo": "See the whole service at work on sample articles.",
    "up": "Run everything here: embedded broker, worker, store. For development.",
    "worker": "Run a worker against a Kafka cluster.",
    "publish": "Send articles from files to the raw topic.",
    "records": "Look at the finished records in the store.",
    "explain": "Show one article step by step: what was removed, by which rule, and how each field was got.",
    "dead": "Look at dead letters, send them again or discard them.",
    "replay": "Send stored raw articles through the present version once more.",
    "topics": "Create or describe the topics the service needs.",
    "config": "Show or check the settings.",
}
"""Verb to its line of help; each lives in the module of its name. Listing them here imports none."""

EXIT_FAILED = 1
EXIT_INTERRUPTED = 130

_DEBUG = "copydesk.debug"


class VerbGroup(click.Group):
    """Imports a verb's module when the verb is used; turns errors into a sentence and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """List the verbs, in the order a newcomer meets them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the verb's module and return its command."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = getattr(import_module(f"copydesk.cli.{cmd_name}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; a mistyped one is told with the nearest known."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            from copydesk.settings.problems import did_you_mean

            ctx.fail(f"No such command {args[0]!r}. {did_you_mean(args[0], list(VERBS))}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the verbs without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; an error is one clear sentence on stderr unless --debug."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            # The reader has seen enough (`| head`). What is buffered must not fail again at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(EXIT_INTERRUPTED)
        except Exception as error:  # noqa: BLE001  the last resort of the command line
            _fail(ctx, error)


def _fail(ctx: click.Context, error: Exception) -> NoReturn:
    if ctx.meta.get(_DEBUG):
        click.echo("".join(traceback.format_exception(error)), err=True)
    code = getattr(error, "exit_code", None)
    if isinstance(code, int):
        click.echo(f"copydesk: {error}", err=True)
        ctx.exit(code)
    if isinstance(error, OSError) and error.filename is not None:
        click.echo(f"copydesk: {error.filename}: {error.strerror}.", err=True)
        ctx.exit(EXIT_FAILED)
    kind = type(error).__name__
    click.echo(f"copydesk: {kind}: {error}\nRun it again with --debug to see where.", err=True)
    ctx.exit(EXIT_FAILED)


def set_debug(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    """Remember that tracebacks are wanted; the callback of --debug."""
    if value:
        ctx.meta[_DEBUG] = True


@click.group(
    cls=VerbGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 failed, 2 wrong usage or settings, 3 broker not reached, "
    "4 some articles were rejected, left or did not come out, 5 work unfinished at the drain limit, "
    "6 fault of the stream, 7 stuck, 8 most articles dead, 130 interrupted.",
)
@click.version_option(SERVICE_VERSION, prog_name="copydesk")
@click.option("--debug", is_flag=True, expose_value=False, callback=set_debug, help="Show tracebacks.")
def cli() -> None:
    """The copy desk for a stream of news articles.

    Raw articles in, clean structured records out, every removed span kept in a ledger.
    Start with: copydesk demo
    """
