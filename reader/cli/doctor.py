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
from reader.errors import BroadsheetError
from reader.finding import Finding, Level
from reader.settings import choices
from reader.settings.config import Config
from reader.settings.paths import Paths

Check = Callable[[], Iterable[Finding]]
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
    found: list[Finding] = []
    for subject, check in checks:
        for finding in guarded(subject, check):
            found.append(finding)
            if not arguments.json:
                _print(finding)
    faults = sum(finding.level is Level.FAULT for finding in found)
    warnings = sum(finding.level is Level.WARNING for finding in found)
    if arguments.json:
        fields = [_fields(finding) for finding in found]
        document({"version": __version__, "faults": faults, "warnings": warnings, "checks": fields})
    else:
        say(f"\n{_summary(faults, warnings)}")
    return FAILED if faults else DONE


def guarded(subject: str, check: Check) -> Iterator[Finding]:
    """What a check finds. Whatever fails on the way is a finding too: it is what somebody calls a doctor for."""
    try:
        yield from check()
    except BroadsheetError as fault:
        yield Finding(subject, Level.FAULT, str(fault))
    except OSError as fault:
        yield Finding(subject, Level.FAULT, f"{fault.filename or subject}: {fault.strerror or fault}")
    except Exception as fault:  # damage takes shapes that nobody foresees
        yield Finding(subject, Level.FAULT, f"cannot be looked at: {type(fault).__name__}: {fault}")


def _checks(arguments: Namespace, paths: Paths) -> Sequence[tuple[str, Check]]:
    """What is looked at, from the ground up."""
    from reader import health  # 60 ms, with SQLite: not for a command's help

    config, settings = _settings(arguments, paths)
    folder, samples = chosen_folder(arguments.folder, config)
    return (
        ("python", lambda: [surroundings.python_finding(), health.database_finding()]),
        ("packages", surroundings.package_findings),
        ("terminal", lambda: [surroundings.terminal_finding(os.environ)]),
        ("colours", lambda: [surroundings.colours_finding(os.environ)]),
        ("characters", lambda: surroundings.letters_findings(os.environ)),
        ("clipboard", lambda: [surroundings.clipboard_finding(os.environ)]),
        ("settings", lambda: settings),
        ("folder", lambda: [_noticed(health.folder_finding(folder, config.ignore), NOTHING_NAMED * samples)]),
        ("cache", lambda: health.cache_findings(paths.cache_for(folder))),
        ("state", lambda: health.state_findings(paths.data_dir)),
    )


def _settings(arguments: Namespace, paths: Paths) -> tuple[Config, Sequence[Finding]]:
    """The configuration, as far as it can be used, and what is wrong with it and with the themes."""
    try:
        chosen = choices.load(paths, must_exist=bool(arguments.config))
    except (BroadsheetError, OSError) as fault:
        return Config(), [Finding("settings", Level.FAULT, str(fault), "every setting has its default meanwhile")]
    themes = [fault for fault in chosen.faults if fault.path != paths.config_file]
    wrong = [fault for fault in chosen.faults if fault.path == paths.config_file]
    told = f"{paths.config_file}: {'all is well' if paths.config_file.exists() else 'none, so all are the defaults'}"
    advice = "mend the file; `broadsheet config check` looks at it again"
    found = [Finding("settings", Level.FAULT, str(fault), advice * (fault is wrong[-1])) for fault in wrong]
    found = found or [Finding("settings", Level.OK, told)]
    found += [Finding("themes", Level.FAULT, str(fault), "mend the file, or take it away") for fault in themes]
    if not themes:
        usable = f"{len(chosen.themes)} can be used; {chosen.config.theme} is chosen"
        found.append(Finding("themes", Level.OK, usable))
    return chosen.config, found


def _noticed(finding: Finding, notice: str) -> Finding:
    """The same finding, telling why this is the folder where nobody has named one."""
    if not notice:
        return finding
    told = f"{finding.told} (the sample articles: none is named or configured)"
    return Finding(finding.subject, finding.level, told, finding.advice or "name yours: broadsheet --folder DIR doctor")


def _summary(faults: int, warnings: int) -> str:
    if not faults and not warnings:
        return "all is well"
    parts = [(faults, "fault"), (warnings, "warning")]
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in parts if number)


def _print(finding: Finding) -> None:
    margin = " " * (SUBJECT + 2 + LEVEL + 2)
    room = measure(WIDEST)
    begin = f"{finding.subject:{SUBJECT}}  {finding.level:{LEVEL}}  "
    for text, first, after in ((finding.told, begin, margin), (finding.advice, f"{margin}→ ", f"{margin}  ")):
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


def _fields(finding: Finding) -> Fields:
    return {
        "subject": finding.subject,
        "level": str(finding.level),
        "message": finding.told,
        "advice": finding.advice or None,
    }
