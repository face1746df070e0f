"""`index`: bring catalogue and index up to date, and tell what was found."""

from argparse import ArgumentParser, Namespace

from reader.cli.failures import DONE
from reader.cli.fields import outcome_fields
from reader.cli.output import document, say
from reader.cli.parsing import add_json
from reader.cli.session import configured, opened
from reader.model.refresh import Outcome
from reader.settings.paths import Paths
from reader.told import counted


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
    say(
        f"{counted(outcome.articles, 'article')} · {outcome.added:,} added, {outcome.changed:,} changed,"
        f" {outcome.removed:,} removed, {outcome.unchanged:,} unchanged · {outcome.seconds:.1f} s"
    )
    if outcome.failed:
        say(f"{counted(len(outcome.failed), 'file')} gave no article:")
    for problem in outcome.failed:
        say(f"  {problem.id}: {problem.reason}")
