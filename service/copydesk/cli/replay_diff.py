"""What `copydesk replay --diff` tells: how many articles change, by kind of text, with examples."""

from collections import Counter
from collections.abc import Callable, Sequence

import click

from copydesk.cli.output import plain, print_json, print_table
from copydesk.record import Record
from copydesk.stream.batches import decode
from copydesk.stream.child_process import Answer
from copydesk.stream.difference import Change, Difference, compare, read_made
from copydesk.stream.replay import ReplayReport

_SHOWN_CHARS = 90


class Summary:
    """Gathers differences: counts, and the first examples of each kind."""

    def __init__(self, examples: int, *, as_json: bool) -> None:
        self._most = examples
        self._as_json = as_json
        self._states: Counter[str] = Counter()
        self._fields: Counter[str] = Counter()
        self._pieces: Counter[tuple[str, str]] = Counter()
        self._chars: Counter[tuple[str, str]] = Counter()
        self._examples: dict[tuple[str, str], list[tuple[str, Change]]] = {}

    def add(self, answers: Sequence[Answer], look: Callable[[str], Record | None]) -> None:
        """Compare what was made with what is stored, which `look` finds by id."""
        for answer in answers:
            for data in answer.batches:
                for message in decode(data):
                    text, made = read_made(message.value)
                    self._note(compare(look(made.id), made, text))

    def _note(self, one: Difference) -> None:
        self._states[one.state] += 1
        self._fields.update(one.fields)
        for what, changes in (("removed", one.removed), ("kept", one.kept)):
            for change in changes:
                key = (what, change.kind)
                self._pieces[key] += 1
                self._chars[key] += len(change.text)
                shown = self._examples.setdefault(key, [])
                if len(shown) < self._most:
                    shown.append((one.id, change))
        if self._as_json and one.state != "same":
            print_json(one)

    def tell(self, report: ReplayReport) -> None:
        """Print the summary; with --json each article that differs was printed when it came."""
        rejected = sum(report.rejected.values())
        if self._as_json:
            print_json({"messages": report.messages, **self._states, "rejected": report.rejected})
            return
        states = ", ".join(f"{number} {state}" for state, number in self._states.most_common())
        click.echo(
            f"{report.messages} articles: {states or 'nothing made'}, {rejected} rejected; nothing was sent."
        )
        if self._pieces:
            click.echo()
            print_table(
                ("now", "kind", "pieces", "characters"),
                [
                    (what, kind, number, self._chars[what, kind])
                    for (what, kind), number in self._pieces.most_common()
                ],
                numbers=("pieces", "characters"),
            )
        for (what, kind), shown in self._examples.items():
            for article, change in shown:
                text = plain(change.text)
                cut = text if len(text) <= _SHOWN_CHARS else text[: _SHOWN_CHARS - 1] + "…"
                click.echo(f"{what} {kind} ({change.rule}) in {plain(article)}: {cut}")
        if self._fields:
            click.echo(
                "Fields that differ: "
                + ", ".join(f"{name} {n}" for name, n in self._fields.most_common())
                + "."
            )
