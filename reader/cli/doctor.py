"""`doctor`: look at everything that Broadsheet needs, and tell what is wrong and what to do about it."""

import os
import textwrap
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence

from reader import __version__
from reader.cli import surroundings
from reader.cli.failures import DONE, FAILED
from reader.cli.fields import Fields
from reader.cli.output import document, measure, plain, say
from reader.cli.parsing import add_json
from reader.cli.session import NOTHING_NAMED, chosen_folder
from reader.diagnosis import Diagnosis, Level
from reader.errors import BroadsheetError
from reader.settings import choices
from reader.settings.config import Config
from reader.settings.paths import Paths
from reader.told import counted

Check = Callable[[], Iterable[Diagnosis]]
SUBJECT = max(map(len, ("characters", "clipboard", "catalogue")))
"""Columns of the subject."""
LEVEL = max(map(len, Level))
WIDEST = 100


def fill_doctor(made: ArgumentParser) -> None:
    """What `doctor` takes."""
    add_json(made, lines=False)


def run_doctor(arguments: Namespace, paths: Paths) -> int:
    """Print what was found about each thing; 1 where one is a fault."""
    checks = _checks(arguments, paths)
    found: list[Diagnosis] = []
    for subject, check in checks:
        for diagnosis in guarded(subject, check):
            found.append(diagnosis)
            if not arguments.json:
                _print(diagnosis)
    faults = sum(diagnosis.level is Level.FAULT for diagnosis in found)
    warnings = sum(diagnosis.level is Level.WARNING for diagnosis in found)
    if arguments.json:
        fields = [_fields(diagnosis) for diagnosis in found]
        document({"version": __version__, "faults": faults, "warnings": warnings, "checks": fields})
    else:
        say(f"\n{_summary(faults, warnings)}")
    return FAILED if faults else DONE


def guarded(subject: str, check: Check) -> Iterator[Diagnosis]:
    """What a check finds. Whatever fails on the way is a diagnosis too: it is what somebody calls a doctor for."""
    try:
        yield from check()
    except BroadsheetError as fault:
        yield Diagnosis(subject, Level.FAULT, str(fault))
    except OSError as fault:
        yield Diagnosis(subject, Level.FAULT, f"{fault.filename or subject}: {fault.strerror or fault}")
    except Exception as fault:  # damage takes shapes that nobody foresees
        yield Diagnosis(subject, Level.FAULT, f"cannot be looked at: {type(fault).__name__}: {fault}")


def _checks(arguments: Namespace, paths: Paths) -> Sequence[tuple[str, Check]]:
    """What is looked at, from the ground up."""
    from reader import health  # 60 ms, with SQLite: not for a command's help

    config, settings = _settings(arguments, paths)
    folder, samples = chosen_folder(arguments.folder, config)
    return (
        ("python", lambda: [surroundings.python_diagnosis(), health.database_diagnosis()]),
        ("packages", surroundings.package_diagnoses),
        ("terminal", lambda: [surroundings.terminal_diagnosis(os.environ)]),
        ("colours", lambda: [surroundings.colours_diagnosis(os.environ)]),
        ("characters", lambda: surroundings.letters_diagnoses(os.environ)),
        ("clipboard", lambda: [surroundings.clipboard_diagnosis(os.environ)]),
        ("settings", lambda: settings),
        ("folder", lambda: [_noticed(health.folder_diagnosis(folder, config.ignore), NOTHING_NAMED * samples)]),
        ("cache", lambda: health.cache_diagnoses(paths.cache_for(folder))),
        ("state", lambda: health.state_diagnoses(paths.data_dir)),
    )


def _settings(arguments: Namespace, paths: Paths) -> tuple[Config, Sequence[Diagnosis]]:
    """The configuration, as far as it can be used, and what is wrong with it and with the themes."""
    try:
        chosen = choices.load(paths, must_exist=bool(arguments.config))
    except (BroadsheetError, OSError) as fault:
        return Config(), [Diagnosis("settings", Level.FAULT, str(fault), "every setting has its default meanwhile")]
    themes = [fault for fault in chosen.faults if fault.path != paths.config_file]
    wrong = [fault for fault in chosen.faults if fault.path == paths.config_file]
    told = f"{paths.config_file}: {'all is well' if paths.config_file.exists() else 'none, so all are the defaults'}"
    advice = "mend the file; `broadsheet config check` looks at it again"
    found = [Diagnosis("settings", Level.FAULT, str(fault), advice * (fault is wrong[-1])) for fault in wrong]
    found = found or [Diagnosis("settings", Level.OK, told)]
    found += [Diagnosis("themes", Level.FAULT, str(fault), "mend the file, or take it away") for fault in themes]
    if not themes:
        usable = f"{len(chosen.themes)} can be used; {chosen.config.theme} is chosen"
        found.append(Diagnosis("themes", Level.OK, usable))
    return chosen.config, found


def _noticed(diagnosis: Diagnosis, notice: str) -> Diagnosis:
    """The same diagnosis, telling why this is the folder where nobody has named one."""
    if not notice:
        return diagnosis
    told = f"{diagnosis.told} (the sample articles: none is named or configured)"
    return Diagnosis(
        diagnosis.subject, diagnosis.level, told, diagnosis.advice or "name yours: broadsheet --folder DIR doctor"
    )


def _summary(faults: int, warnings: int) -> str:
    if not faults and not warnings:
        return "all is well"
    parts = [(faults, "fault"), (warnings, "warning")]
    return ", ".join(counted(number, word) for number, word in parts if number)


def _print(diagnosis: Diagnosis) -> None:
    margin = " " * (SUBJECT + 2 + LEVEL + 2)
    room = measure(WIDEST)
    begin = f"{diagnosis.subject:{SUBJECT}}  {diagnosis.level:{LEVEL}}  "
    for text, first, after in ((diagnosis.told, begin, margin), (diagnosis.advice, f"{margin}→ ", f"{margin}  ")):
        if text:
            say(
                textwrap.fill(
                    plain(" ".join(text.split())),
                    room,
                    initial_indent=first,
                    subsequent_indent=after,
                    break_long_words=False,
                    break_on_hyphens=False,
                )
            )


def _fields(diagnosis: Diagnosis) -> Fields:
    return {
        "subject": diagnosis.subject,
        "level": str(diagnosis.level),
        "message": diagnosis.told,
        "advice": diagnosis.advice or None,
    }
