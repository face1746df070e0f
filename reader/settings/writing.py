"""The configuration as YAML: a file to begin with, and what is in force."""

import textwrap
from itertools import groupby

from reader.settings.config import Config
from reader.settings.keynames import written_key
from reader.settings.keys import ACTIONS
from reader.settings.macros import Macro
from reader.settings.paths import CONFIG_VARIABLE
from reader.settings.table import KEYS, MACROS, SETTINGS
from reader.settings.values import listed, quoted

KEYS_DESCRIPTION = (
    "Keys, by action. An action that is not named has the keys shown here, and [] leaves it without one. A key is a "
    "letter, a sign in quotes, or a name such as enter, f5, ctrl+r, or several of them one after another with blanks "
    "between them, such as g g. Where two actions want one key, yours wins."
)
MACROS_DESCRIPTION = (
    "Actions of your own: keys, what is done (actions of the list above, one after another), and a description for the "
    "help. Some actions take something behind them: "
    + ", ".join(f"{each.id} {each.takes}" for each in ACTIONS if each.takes)
    + "."
)
MACROS_EXAMPLE = """\
macros:
  # later:
  #   keys: [x]
  #   does: [article.tag +later, move.down]
  #   description: Tag as later and go on
"""


def template() -> str:
    """The text of a configuration file with every setting, what it does, and its default."""
    actions = "".join(
        f"  # {each.id}: {listed(map(written_key, each.keys))}  # {each.description}\n" for each in ACTIONS
    )
    head = (
        "Broadsheet's settings. All of them are here with their defaults; what you delete has its default. "
        f"The environment variable {CONFIG_VARIABLE} or the option --config names another file."
    )
    settings = f"{_comment(head)}\n{_written(Config(), described=True)}"
    keys = f"{_comment(KEYS_DESCRIPTION)}{KEYS}:\n{actions}"
    return f"{settings}{keys}\n{_comment(MACROS_DESCRIPTION)}{MACROS_EXAMPLE}"


def show(config: Config) -> str:
    """A configuration as the YAML that would give it."""
    keys = "".join(f"  {name}: {listed(keys)}\n" for name, keys in config.keys.items())
    macros = "".join(map(_macro_written, config.macros))
    return (
        _written(config, described=False)
        + (f"{KEYS}:\n{keys}" if keys else f"{KEYS}: {{}}\n")
        + (f"{MACROS}:\n{macros}" if macros else f"{MACROS}: {{}}\n")
    )


def _macro_written(macro: Macro) -> str:
    steps = listed(" ".join(filter(None, (step.action, step.argument))) for step in macro.steps)
    told = f"    description: {quoted(macro.description)}\n" if macro.description else ""
    return f"  {macro.name}:\n    keys: {listed(macro.keys)}\n    does: {steps}\n{told}"


def _written(config: Config, *, described: bool) -> str:
    lines = []
    for group, settings in groupby(SETTINGS, lambda setting: setting.key.rpartition(".")[0]):
        indent = "  " if group else ""
        lines += [f"{group}:\n"] if group else []
        for setting in settings:
            lines += [_comment(setting.description, indent)] if described else []
            lines.append(f"{indent}{setting.key.rpartition('.')[2]}: {setting.write(config)}\n")
            lines += ["\n"] if described else []
    return "".join(lines)


def _comment(text: str, indent: str = "") -> str:
    return textwrap.fill(text, 90, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ") + "\n"
