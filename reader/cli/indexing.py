"""`index`: bring catalogue and index up to date, and tell what was found."""

from argparse import ArgumentParser, Namespace

from reader.cli.failures import DONE
from reader.cli.fields import outcome_fields
from reader.cli.output import document, say
from reader.cli.parsing import add_json
from reader.cli.session import configured, opened
from reader.model import Outcome
from reader.settings.paths import Paths


def fill_index(made: ArgumentParser) -> None:
    """What `index` takes."""
    add_json(made, lines=False)


def run_index(arguments: Namespace, paths: Paths) -> int:
    """Refresh, and print what was done."""
    from reader.cli.progress import progress

    with opened(arguments, paths, configured(arguments, paths), refreshed=False) as library, progress() as report:
        outcome = library.refresh(report)
    if arguments.json:
        document(outcome_fields(outcome))
    else:
        _print(outcome)
    return DONE


def _print(outcome: Outcome) -> None:
    articles = "1 article" if outcome.articles == 1 else f"{outcome.articles:,} articles"
    say(
        f"{articles} · {outcome.added:,} added, {outcome.changed:,} changed, {outcome.removed:,} removed,"
        f" {outcome.unchanged:,} unchanged · {outcome.seconds:.1f} s"
    )
    if outcome.failed:
        files = "1 file" if len(outcome.failed) == 1 else f"{len(outcome.failed):,} files"
        say(f"{files} gave no article:")
    for problem in outcome.failed:
        say(f"  {problem.id}: {problem.reason}")
