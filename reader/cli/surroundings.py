"""What Broadsheet runs in: Python and packages, the terminal with its colours and letters, and the clipboard."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import metadata

from reader.cli.cursor import drawn_widths
from reader.clipboard import TERMINAL, is_far, ways
from reader.diagnosis import Diagnosis, Level

SMALLEST = (40, 10)
"""Columns and lines below which little can be seen."""
UNWIDENED = ("a", "é", "●", "★", "…", "≈", "▸")
"""Characters that must take one column; some terminals give two to those that East Asian fonts draw wide (UAX #11)."""
WIDENED = ("漢", "한", "🙂")
"""Characters that must take two."""
_REQUIREMENT = re.compile(r"([A-Za-z0-9_.-]+)\s*([^;]*)(;.*)?")
_BOUND = re.compile(r"\s*(>=|<|==)\s*([0-9.]+)\s*")

Environment = Mapping[str, str]


def python_diagnosis() -> Diagnosis:
    """Which Python this is."""
    version = ".".join(map(str, sys.version_info[:3]))
    return Diagnosis("python", Level.OK, f"{version} on {sys.platform}, {sys.executable}")


def package_diagnoses() -> Iterator[Diagnosis]:
    """Whether all packages are there, in versions that fit, and no other package has the name of one."""
    try:
        needed = metadata.requires("broadsheet") or []
    except metadata.PackageNotFoundError:
        told = "Broadsheet runs from a checkout, so the versions of its packages could not be compared"
        yield Diagnosis("packages", Level.WARNING, told, "install it: pip install -e .")
        return
    found, wrong = [], []
    for name, bounds in (_requirement(text) for text in needed if "extra ==" not in text):
        version = _version(name)
        found.append(f"{name} {version}")
        if not version:
            wrong.append(f"{name} is missing")
        elif not fits(version, bounds):
            wrong.append(f"{name} {version} is not {bounds}")
    if wrong:
        yield Diagnosis("packages", Level.FAULT, "; ".join(wrong), "pip install --upgrade broadsheet")
    else:
        yield Diagnosis("packages", Level.OK, ", ".join(found))
    yield _whoosh(metadata.packages_distributions().get("whoosh", []))


def _whoosh(owners: list[str]) -> Diagnosis:
    """Several packages bring a module `whoosh`; whichever was installed last has overwritten the others."""
    others = [name for name in owners if name.lower() != "whoosh-reloaded"]
    if others or not owners:
        told = f"the module whoosh belongs to {' and '.join(others)}" if others else "there is no whoosh"
        advice = "pip install --force-reinstall whoosh-reloaded==2.7.5"
        if others:
            advice = f"pip uninstall {' '.join(others)}; {advice}"
        return Diagnosis("whoosh", Level.FAULT, told, advice)
    return Diagnosis("whoosh", Level.OK, f"whoosh-reloaded {_version('whoosh-reloaded')}, and no other in its place")


def _requirement(text: str) -> tuple[str, str]:
    found = _REQUIREMENT.match(text)
    return (found[1], found[2].strip()) if found else (text, "")


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def fits(version: str, bounds: str) -> bool:
    """Whether a version keeps all bounds, such as `>=8.2,<9`; the numbers count, what stands behind them does not."""
    numbers = _numbers(version)
    compared = {"<": lambda one, other: one < other, ">=": lambda one, other: one >= other}
    for bound in filter(None, bounds.split(",")):
        read = _BOUND.fullmatch(bound)
        if read and not compared.get(read[1], lambda one, other: one == other)(numbers, _numbers(read[2])):
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    """The leading numbers of a version without zeros at their end: 8.0 is 8."""
    numbers = [int(part) for part in re.match(r"[0-9.]*", version)[0].split(".") if part]  # type: ignore[index]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


# Terminal


def terminal_diagnosis(environment: Environment) -> Diagnosis:
    """Which terminal this is, and whether the reader can be shown in it."""
    term = environment.get("TERM", "")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        told = "input or output is none here, so it could not be asked"
        return Diagnosis("terminal", Level.WARNING, told, "run `broadsheet doctor` by itself, without pipe or file")
    if term in ("", "dumb", "unknown"):
        told = f"TERM is {term or 'not set'}, so the reader cannot be shown"
        return Diagnosis("terminal", Level.FAULT, told, "set TERM, such as TERM=xterm-256color")
    width, height = os.get_terminal_size(sys.stdout.fileno())
    told = f"{term}, {width} x {height}{_inside(environment)}"
    if (width, height) == (0, 0):
        return Diagnosis("terminal", Level.WARNING, f"{told}: its size is not told", "try: stty rows 24 columns 80")
    if width < SMALLEST[0] or height < SMALLEST[1]:
        return Diagnosis("terminal", Level.WARNING, f"{told}: little can be seen", "make it larger, at best 80 x 24")
    if environment.get("TMUX") and not term.startswith(("tmux", "screen")):
        told = f"{told}: tmux is not told of in TERM, so keys and colours may be wrong"
        return Diagnosis("terminal", Level.WARNING, told, "in tmux.conf: set -g default-terminal tmux-256color")
    return Diagnosis("terminal", Level.OK, told)


def _inside(environment: Environment) -> str:
    names = {"TMUX": "tmux", "STY": "screen", "SSH_TTY": "ssh"}
    inside = [name for variable, name in names.items() if environment.get(variable)]
    return f", in {' and '.join(inside)}" if inside else ""


def colours_diagnosis(environment: Environment) -> Diagnosis:
    """How many colours the reader uses here: as its library, Rich, finds it out."""
    if environment.get("NO_COLOR"):
        return Diagnosis("colours", Level.OK, "none: NO_COLOR is set; every sign is told by its shape as well")
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return Diagnosis("colours", Level.OK, f"16.7 million (COLORTERM={environment['COLORTERM']})")
    term = environment.get("TERM", "")
    if term.endswith(("-256color", "-kitty")):
        told = "256 (by TERM); the colours of a theme are shown by the nearest of them"
        return Diagnosis("colours", Level.OK, told, "where the terminal has more: export COLORTERM=truecolor")
    advice = "where the terminal has more: export COLORTERM=truecolor; else the theme terminal fits best"
    return Diagnosis("colours", Level.WARNING, f"16 (TERM={term or 'not set'}, COLORTERM is not set)", advice)


def letters_diagnoses(environment: Environment) -> Iterator[Diagnosis]:
    """Whether all characters can be written, and whether the terminal draws them as wide as they are taken to be."""
    encoding = (sys.stdout.encoding or "").lower().replace("_", "-")
    language = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "not set")
    if encoding not in ("utf-8", "utf8"):
        told = f"{encoding or 'no encoding'} (language {language}): not all characters can be written"
        yield Diagnosis("encoding", Level.FAULT, told, "export LANG=C.UTF-8, or another that ends in UTF-8")
    else:
        yield Diagnosis("encoding", Level.OK, f"UTF-8 (language {language})")
    if sys.stdin.isatty() and sys.stdout.isatty():
        yield widths_diagnosis(drawn_widths((*UNWIDENED, *WIDENED)))


def widths_diagnosis(widths: tuple[int, ...] | None) -> Diagnosis:
    """What the widths that a terminal tells mean."""
    if widths is None:
        told = "the terminal does not tell how wide it draws them"
        return Diagnosis(
            "characters", Level.WARNING, told, "if columns look shifted, try the setting ascii_marks: true"
        )
    texts = (*UNWIDENED, *WIDENED)
    wanted = (1,) * len(UNWIDENED) + (2,) * len(WIDENED)
    wrong = [f"{text} ({width})" for text, width, right in zip(texts, widths, wanted, strict=True) if width != right]
    if not wrong:
        return Diagnosis("characters", Level.OK, "signs take one column, Chinese and emoji two, as they should")
    told = f"the terminal gives other columns than usual to {' '.join(wrong)}, so lines look shifted"
    if any(width != 1 for width in widths[: len(UNWIDENED)]):
        advice = "have the terminal draw ambiguous characters narrow, or set ascii_marks: true"
    else:
        advice = "use a font with these characters, or a terminal of today"
    return Diagnosis("characters", Level.WARNING, told, advice)


# Clipboard


def clipboard_diagnosis(environment: Environment, find: Callable[[str], str | None] = shutil.which) -> Diagnosis:
    """Which way what is copied would take."""
    way = ways(environment, find)[0]
    if way is not TERMINAL:
        return Diagnosis("clipboard", Level.OK, f"through {way.command[0]}")
    told = "through the terminal (OSC 52)"
    if is_far(environment):
        return Diagnosis("clipboard", Level.OK, f"{told}, so that it reaches the machine before you")
    advice = "if nothing arrives, install wl-clipboard (Wayland), xclip or xsel (X11)"
    return Diagnosis("clipboard", Level.WARNING, f"{told}, where the terminal allows it", advice)
