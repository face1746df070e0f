"""`correct`: say what a value of an article is, where the rules found another, or take that back."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from datetime import date

from reader.articles.corrections import FIELDS, checked
from reader.cli.failures import DONE, UsageError
from reader.cli.output import complain, document, say
from reader.cli.parsing import add_json, add_no_refresh
from reader.cli.session import bring_up_to_date, configured, number_of, opened
from reader.errors import CorrectionError
from reader.settings.faults import did_you_mean
from reader.settings.paths import Paths


def fill_correct(made: ArgumentParser) -> None:
    """What `correct` takes."""
    made.add_argument("article", metavar="ID", help="the article, by id or path")
    made.add_argument(
        "values",
        nargs="*",
        metavar="FIELD=VALUE",
        help=f"what the value is; FIELD= says that there is none. Fields: {', '.join(FIELDS)}",
    )
    made.add_argument(
        "--undo", metavar="FIELD", action="append", default=[], help="let a value be again what was found in the file"
    )
    add_no_refresh(made)
    add_json(made, lines=False)


def run_correct(arguments: Namespace, paths: Paths) -> int:
    """Correct values, take corrections back, and print those that the article has."""
    said = _said(arguments.values)
    undone = [_field(name) for name in arguments.undo]
    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        number = number_of(library, arguments.article)
        before = dict(library.corrections.of(number))
        for field in undone:
            library.corrections.take_back(number, field)
        for field, value in said.items():
            library.corrections.correct(number, field, value)
        after = dict(library.corrections.of(number))
        identifier = library.headlines([number])[0].id
        if after != before and not arguments.no_refresh:
            bring_up_to_date(library)
    _print(arguments, identifier, after)
    if (said or undone) and after == before:
        complain("nothing to change: it is so already")
    return DONE


def _said(words: Sequence[str]) -> dict[str, str]:
    """Values by field, as they are kept. Raises UsageError, which says what is wrong with a word."""
    said: dict[str, str] = {}
    for word in words:
        name, sign, value = word.partition("=")
        if not sign:
            raise UsageError(f"{word!r} corrects nothing; write FIELD=VALUE, such as date=2021-04-08")
        field = _field(name)
        if field in said:
            raise UsageError(f"{field} is named twice")
        try:
            said[field] = checked(field, value, date.today())
        except CorrectionError as fault:
            raise UsageError(str(fault)) from None
    return said


def _field(name: str) -> str:
    """The field of this name. Raises UsageError, with the nearest spelling, where there is none."""
    field = name.strip().lower()
    if field in FIELDS:
        return field
    raise UsageError(f"{name}: no such field{did_you_mean(field, FIELDS)}; the fields are {', '.join(FIELDS)}")


def _print(arguments: Namespace, identifier: str, said: Mapping[str, str]) -> None:
    """The corrections that an article has now, in the order of the fields."""
    ordered = {field: said[field] for field in FIELDS if field in said}
    if arguments.json:
        document({"id": identifier, "corrections": {field: value or None for field, value in ordered.items()}})
        return
    told = " · ".join(f"{field} {value or 'none'}" for field, value in ordered.items())
    say(f"{identifier}  {told or 'as it was found'}")
