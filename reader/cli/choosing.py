"""`config`, `themes` and `keys`: what the person has chosen, what there is to choose from, and what is wrong."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from reader.cli.failures import DONE, FAILED, UsageError
from reader.cli.fields import Fields
from reader.cli.output import columns, complain, document, padded, records, say, width
from reader.cli.parsing import add_json
from reader.cli.session import configured
from reader.errors import ConfigError
from reader.settings import choices, themes, writing
from reader.settings.config import Config
from reader.settings.faults import Fault
from reader.settings.keynames import key_words
from reader.settings.keys import ACTIONS, Action
from reader.settings.paths import Paths
from reader.settings.scopes import by_scope
from reader.settings.themes import AUTO
from reader.whole_files import write_whole

LEAST_TEXT = 20
"""Columns below which a text is not wrapped: the terminal does that no worse."""


def fill_config(made: ArgumentParser) -> None:
    """What `config` takes."""
    made.add_argument(
        "job",
        nargs="?",
        choices=("path", "show", "check", "init"),
        default="show",
        help="show (this is done unless another is named): print all settings in force; path: print where the file is; "
        "check: list everything that is wrong, and exit with 1 if anything is; init: write a file with every setting "
        "explained",
    )
    made.add_argument("--force", action="store_true", help="let init replace a file that is there")
    add_json(made, lines=False)


def fill_themes(made: ArgumentParser) -> None:
    """What `themes` takes."""
    made.add_argument(
        "job",
        nargs="?",
        choices=("list", "new"),
        default="list",
        help="list (this is done unless another is named); new: write a theme of your own, every colour explained",
    )
    made.add_argument("name", nargs="?", default="", help="with new: what the theme is to be called")
    made.add_argument("--from", dest="model", metavar="THEME", default="", help="with new: the theme to begin with")
    add_json(made)


def fill_keys(made: ArgumentParser) -> None:
    """What `keys` takes."""
    add_json(made)


def run_config(arguments: Namespace, paths: Paths) -> int:
    """Print, check or begin the configuration."""
    match arguments.job:
        case "path":
            return _path(arguments, paths)
        case "show":
            return _show(arguments, configured(arguments, paths))
        case "check":
            return _check(arguments, paths)
        case _:
            return _init(arguments, paths)


def run_themes(arguments: Namespace, paths: Paths) -> int:
    """List the themes, the chosen one with a sign, and the theme files that cannot be used; or begin a new one."""
    chosen = choices.load(paths, must_exist=bool(arguments.config))
    if arguments.job == "new":
        return _new_theme(arguments, paths, chosen)
    if arguments.name or arguments.model:
        raise UsageError("a name and --from go with new: broadsheet themes new mine --from sepia")
    of_themes = [fault for fault in chosen.faults if fault.path != paths.config_file]
    if arguments.json or arguments.jsonl:
        _complain_of_settings(chosen, paths)
        records(_theme_fields(chosen.themes, of_themes), lines=arguments.jsonl)
        return DONE
    _complain_of_settings(chosen, paths)
    rows = [(AUTO, "     ", f"as the terminal is: {chosen.config.theme_light} or {chosen.config.theme_dark}")]
    rows += [(theme.name, "dark " if theme.dark else "light", theme.description) for theme in chosen.themes]
    room = max(columns(name) for name, _, _ in rows)
    for name, ground, about in rows:
        say(f"{'*' if name == chosen.theme else ' '} {padded(name, room)}  {ground}  {about}")
    for fault in of_themes:
        complain(str(fault))
    return DONE


def run_keys(arguments: Namespace, paths: Paths) -> int:
    """List every action with its keys."""
    config = configured(arguments, paths)
    if arguments.json or arguments.jsonl:
        records((_key_fields(action, config) for action in ACTIONS), lines=arguments.jsonl)
        return DONE
    keys = {action.id: ", ".join(map(key_words, _keys(action, config))) for action in ACTIONS}
    room = max(map(columns, keys.values()))
    longest = max(map(len, keys))
    for number, (place, actions) in enumerate(by_scope(ACTIONS)):
        if number:
            say()
        say(f"{place}:")
        for action in actions:
            begin = f"{padded(keys[action.id], room)}  {action.id:{longest}}  "
            for line in _under(begin, action.description):
                say(line)
    return DONE


def _under(begin: str, text: str) -> list[str]:
    """A text behind the beginning of a line and, where the terminal is too narrow for that, under itself."""
    from textwrap import wrap  # 5 ms

    room = width() - columns(begin)
    lines = wrap(text, room, break_on_hyphens=False) if room > LEAST_TEXT else [text]
    return [f"{begin if not number else ' ' * columns(begin)}{line}" for number, line in enumerate(lines)]


def _complain_of_settings(chosen: choices.Choices, paths: Paths) -> None:
    for fault in chosen.faults:
        if fault.path == paths.config_file:
            complain(str(fault))


def _new_theme(arguments: Namespace, paths: Paths, chosen: choices.Choices) -> int:
    """Write a theme file that is a copy of another theme, with what each colour is for."""
    name = arguments.name
    if not themes.NAME.fullmatch(name) or name == AUTO:
        raise UsageError("name the theme, with letters, digits, - and _: broadsheet themes new mine --from sepia")
    model = chosen.named(arguments.model or chosen.theme, dark=False)
    path = paths.themes_dir / f"{name}{themes.SUFFIX}"
    _write_new(path, themes.template(model), otherwise="take another name, or delete it first")
    if arguments.json or arguments.jsonl:
        document({"name": name, "path": str(path), "from": model.name})
    else:
        say(f"{path}: written, from {model.name}; every colour is explained there")
        say(f"To use it, choose it in the reader with f9, or write  theme: {name}  into {paths.config_file}")
    return DONE


def _path(arguments: Namespace, paths: Paths) -> int:
    if arguments.json:
        document(
            {
                "config": str(paths.config_file),
                "themes": str(paths.themes_dir),
                "data": str(paths.data_dir),
                "cache": str(paths.cache_dir),
                "log": str(paths.log_file),
            }
        )
    else:
        say(str(paths.config_file))
    return DONE


def _show(arguments: Namespace, config: Config) -> int:
    if arguments.json:
        document(asdict(config))
    else:
        say(writing.show(config).rstrip("\n"))
    return DONE


def _check(arguments: Namespace, paths: Paths) -> int:
    chosen = choices.load(paths, must_exist=bool(arguments.config))
    if arguments.json:
        faults = [{**_fault_fields(fault), "remark": False} for fault in chosen.faults]
        records([*faults, *({**_fault_fields(each), "remark": True} for each in chosen.remarks)], lines=False)
    else:
        for fault in chosen.faults:
            say(str(fault))
        for remark in chosen.remarks:
            say(f"{remark} (a remark, no fault)")
        if not chosen.faults:
            there = "all is well" if paths.config_file.exists() else "no such file, so every setting has its default"
            say(f"{paths.config_file}: {there}")
    return FAILED if chosen.faults else DONE


def _init(arguments: Namespace, paths: Paths) -> int:
    otherwise = "" if arguments.force else "`broadsheet config init --force` replaces it"
    _write_new(paths.config_file, writing.template(), otherwise=otherwise)
    if arguments.json:
        document({"config": str(paths.config_file)})
    else:
        say(f"{paths.config_file}: written; every setting is explained there")
    return DONE


def _write_new(path: Path, text: str, *, otherwise: str) -> None:
    """Write a file as a whole or not at all. Raises ConfigError.

    Where it is there already, `otherwise` says what to do instead; empty, it is replaced.
    """
    if otherwise and os.path.lexists(path):
        raise ConfigError(f"{path}: there already; {otherwise}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = path.resolve()  # a link to where the person keeps their settings stays a link
        write_whole(target, text.encode())
    except OSError as fault:
        raise ConfigError(f"{path}: cannot be written: {fault.strerror}; name another file with --config") from fault


def _fault_fields(fault: Fault) -> Fields:
    return {
        "path": str(fault.path),
        "line": fault.line or None,
        "key": fault.key or None,
        "message": fault.whole_message,
    }


def _theme_fields(available: Sequence[themes.Theme], faults: Sequence[Fault]) -> Iterator[Fields]:
    """Every theme, and every theme file that gives none, with the reasons."""
    for theme in available:
        yield {
            "name": theme.name,
            "dark": theme.dark,
            "description": theme.description,
            "valid": True,
            "problems": [],
        }
    for path in dict.fromkeys(fault.path for fault in faults):
        problems = [str(fault) for fault in faults if fault.path == path]
        yield {"name": path.stem, "dark": None, "description": None, "valid": False, "problems": problems}


def _key_fields(action: Action, config: Config) -> Fields:
    return {
        "id": action.id,
        "keys": list(_keys(action, config)),
        "label": action.label,
        "description": action.description,
        "scope": str(action.scope),
    }


def _keys(action: Action, config: Config) -> tuple[str, ...]:
    return config.keys.get(action.id, action.keys)
