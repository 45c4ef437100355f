"""The command line: `copydesk` and `python -m copydesk`."""

from copydesk.cli.group import cli


def main() -> None:
    """Run the command line; ends the process with its exit code."""
    cli(prog_name="copydesk")


if __name__ == "__main__":
    main()
