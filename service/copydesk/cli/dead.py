"""`copydesk dead`: look at dead letters, send them again, discard them."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from copydesk.cli.moments import MOMENT
from copydesk.cli.options import json_option, settings_options
from copydesk.cli.output import notice
from copydesk.logs import quiet_libraries
from copydesk.outcome import Reason, Stage
from copydesk.settings.load import Loaded

if TYPE_CHECKING:
    from copydesk.dead.letters import Choice, Found, Letter
    from copydesk.dead.settle import Settled

EXIT_FAILED = 1
EXIT_SOME_LEFT = 4

T = TypeVar("T")
Function = TypeVar("Function", bound=Callable[..., Any])


@click.group()
def dead() -> None:
    """Look at dead letters, send them again or discard them.

    A letter is open until it was retried or discarded; either is written down on the topic of the dead.
    """


def _ids(_ctx: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> frozenset[Any]:
    from copydesk.dead.letters import LetterId

    try:
        return frozenset(LetterId.read(value) for value in values)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _filters(function: Function) -> Function:
    options = (
        click.argument("ids", metavar="[LETTER]...", nargs=-1, callback=_ids),
        click.option("--reason", "reasons", multiple=True, type=click.Choice([one.value for one in Reason]),
                     help="Died for this reason; may be repeated."),
        click.option("--stage", "stages", multiple=True, type=click.Choice([one.value for one in Stage]),
                     help="Died in this stage; may be repeated."),
        click.option("--site", metavar="DOMAIN", help="Of this site (registrable domain), else of this key."),
        click.option("--article", metavar="ID", help="Of the article of this id."),
        click.option("--since", type=MOMENT, help="Died then or later: a date, a time, or 6h, 3d ago."),
        click.option("--until", type=MOMENT, help="Died before."),
    )  # fmt: skip
    for option in reversed(options):
        function = option(function)
    return function


def _choice(parameters: dict[str, Any], *, settled: bool = False) -> "Choice":
    from copydesk.dead.letters import Choice

    names = ("ids", "site", "article", "since", "until")
    return Choice(
        reasons=frozenset(Reason(one) for one in parameters["reasons"]),
        stages=frozenset(Stage(one) for one in parameters["stages"]),
        settled=settled,
        **{name: parameters[name] for name in names},
    )


@dead.command()
@settings_options("broker")
@_filters
@click.option("--each", is_flag=True, help="One line a letter instead of one a reason.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="Most letters shown, the latest.",
)
@click.option("--all", "settled", is_flag=True, help="Those that were retried or discarded too.")
@json_option
def ls(loaded: Loaded, *, each: bool, limit: int, settled: bool, as_json: bool, **filters: Any) -> None:
    """List dead letters, by reason; with --each one by one."""
    from copydesk.cli.dead_show import print_groups, print_letters

    found = _find(loaded, _choice(filters, settled=settled))
    if each:
        print_letters(found.letters[-limit:], as_json=as_json)
    else:
        print_groups(found.letters, as_json=as_json)
    shown = min(limit, len(found.letters)) if each else len(found.letters)
    if shown < len(found.letters):
        notice(f"The latest {shown} of {len(found.letters)}; --limit shows more.")
    if found.settled:
        notice(f"{found.settled} were retried or discarded; --all shows them.")
    if found.foreign:
        notice(
            f"{found.foreign} messages on {loaded.settings.topics.dead} are no dead letters of this service."
        )


@dead.command()
@settings_options("broker")
@click.argument("letter", callback=lambda ctx, parameter, value: next(iter(_ids(ctx, parameter, (value,)))))
@click.option("--value", "only_value", is_flag=True, help="Write the original value alone, byte for byte.")
@click.option("--whole", is_flag=True, help="Abbreviate nothing.")
@json_option
def show(loaded: Loaded, *, letter: Any, only_value: bool, whole: bool, as_json: bool) -> None:
    """Show one dead letter: why it died, where it came from, what was done, and the original."""
    from copydesk.cli.dead_show import print_letter
    from copydesk.dead.letters import Choice
    from copydesk.dead.settle import original

    found = _find(loaded, Choice(ids=frozenset({letter}), settled=True))
    if not found.letters:
        _none_at(loaded, (letter,))
    message = _run(original(loaded.settings.kafka, loaded.settings.topics.dead, letter))
    if only_value:
        sys.stdout.buffer.write(message.value or b"")
    else:
        print_letter(found.letters[0], message, whole=whole, as_json=as_json)


@dead.command()
@settings_options("broker")
@_filters
@click.option("--all", "everything", is_flag=True, help="Every open letter.")
@click.option("--again", is_flag=True, help="Those too that were retried or discarded before.")
@click.option("--max-attempts", type=click.IntRange(2, 1000), default=3, show_default=True, metavar="N",
              help="Leave what has died so many times.")  # fmt: skip
@click.option("--note", default="", metavar="TEXT", help="Why, for those who look later.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent, send nothing.")
@json_option
def retry(
    loaded: Loaded, *, everything: bool, again: bool, max_attempts: int, note: str, dry_run: bool, as_json: bool,
    **filters: Any,
) -> None:  # fmt: skip
    """Send originals again to the topic they came from, with the number of the attempt in a header.

    Value, key, headers and time are as they were. What dies again is a new dead letter. The exit code is 4 when
    some were left.
    """
    from copydesk.dead.settle import judge
    from copydesk.dead.settle import retry as send_again

    letters = _meant(loaded, _choice(filters, settled=again), everything=everything)
    topics = loaded.settings.topics
    if dry_run:
        _tell([judge(letter, topics, max_attempts) for letter in letters], as_json=as_json, dry_run=True)
        return
    _tell(
        _all(send_again(loaded.settings.kafka, topics, letters, most_attempts=max_attempts, note=note)),
        as_json=as_json,
    )


@dead.command()
@settings_options("broker")
@_filters
@click.option("--all", "everything", is_flag=True, help="Every open letter.")
@click.option(
    "--note", required=True, metavar="TEXT", help="Why nothing is to be done; it is kept with the letter."
)
@click.option("--dry-run", is_flag=True, help="Say what would be discarded, write nothing.")
@json_option
def discard(
    loaded: Loaded, *, everything: bool, note: str, dry_run: bool, as_json: bool, **filters: Any
) -> None:
    """Write down that nothing is to be done with letters. They stay on the topic until its retention."""
    from copydesk.dead.settle import DISCARDED, Settled
    from copydesk.dead.settle import discard as write_down

    letters = _meant(loaded, _choice(filters), everything=everything)
    if dry_run:
        settled = [Settled(letter=str(letter.id), result=DISCARDED) for letter in letters]
    else:
        settings = loaded.settings
        settled = _all(write_down(settings.kafka, settings.topics, letters, note=note))
    _tell(settled, as_json=as_json, dry_run=dry_run)


def _find(loaded: Loaded, choice: "Choice") -> "Found":
    from copydesk.dead.letters import find

    return _run(find(loaded.settings.kafka, loaded.settings.topics.dead, choice))


def _meant(loaded: Loaded, choice: "Choice", *, everything: bool) -> "list[Letter]":
    """Letters that are to be settled; exit code 1 where one that was named is not there."""
    if choice.everything != everything:
        told = (
            "--all and a choice exclude each other" if everything else "name letters, give a filter, or --all"
        )
        raise click.UsageError(f"Which ones? {told[0].upper()}{told[1:]}.")
    found = _find(loaded, choice)
    missing = choice.ids - {letter.id for letter in found.letters}
    if missing:
        _none_at(loaded, sorted(missing))
    if not found.letters:
        notice("No open dead letter fits.")
    return list(found.letters)


def _none_at(loaded: Loaded, ids: Any) -> NoReturn:
    names = ", ".join(str(one) for one in ids)
    notice(
        f"copydesk: No open dead letter {names} on {loaded.settings.topics.dead}; `copydesk dead ls --each --all` shows those there are."
    )
    sys.exit(EXIT_FAILED)


def _tell(settled: "list[Settled]", *, as_json: bool, dry_run: bool = False) -> None:
    """Print what became of letters; exit code 4 where some were left."""
    from copydesk.cli.dead_show import print_settled

    if print_settled(settled, as_json=as_json, dry_run=dry_run) and not dry_run:
        sys.exit(EXIT_SOME_LEFT)


def _all(source: AsyncIterator[T]) -> list[T]:
    async def gather() -> list[T]:
        return [one async for one in source]

    return _run(gather())


def _run(job: Coroutine[Any, Any, T]) -> T:
    quiet_libraries()
    return asyncio.run(job)
