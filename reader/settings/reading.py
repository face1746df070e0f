"""Reads a configuration file: everything that is right, and a fault for everything that is not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from reader.settings import nodes, yamlfile
from reader.settings.config import Config, Layout, Loaded
from reader.settings.faults import Fault, did_you_mean, near
from reader.settings.keymap import keymap
from reader.settings.keys import ACTIONS
from reader.settings.macros import MOST_STEPS, PREFIX, Macro, step
from reader.settings.nodes import Node, YamlError, told
from reader.settings.paths import expanded
from reader.settings.table import GROUPS, KEYS, MACROS, MOST_WIDTH, SETTINGS
from reader.settings.values import UnfitError, text_of, texts_of

DEFAULTS = "the defaults are used"
"""What is told where nothing of a file counts."""
PARTS = ("keys", "does", "description")
"""What a macro holds."""


def read(path: Path) -> Loaded:
    """The configuration in a file, with what is wrong in it; the defaults where it cannot be used at all."""
    try:
        tree = yamlfile.load(path)
    except YamlError as error:
        return Loaded(Config(), (Fault(path, error.line, "", str(error), DEFAULTS),))
    return _Reading(path).configuration(tree)


class _Reading:
    """Reads one tree into a configuration, and collects what is wrong on the way."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._problems: list[Fault] = []
        self._remarks: list[Fault] = []
        self._settings = {setting.key: setting for setting in SETTINGS}

    def configuration(self, tree: Node) -> Loaded:
        """Everything that is right, and what is not."""
        config = Config()
        if not isinstance(tree, nodes.Mapping):
            self._fault(tree.line, "", "must hold settings such as `theme: harbour`", DEFAULTS)
            return Loaded(config, tuple(self._problems))
        lines: dict[str, int] = {}
        own: dict[str, Node] = {}
        for key, line, node in self._entries(tree):
            lines[key] = line
            if key in (KEYS, MACROS):
                own[key] = node
            else:
                config = self._with(config, key, line, node)
        config = self._with_keys(config, own.get(KEYS, nodes.Mapping()), own.get(MACROS, nodes.Mapping()))
        config = self._fitting(config, lines)
        if config.folder:
            config = replace(config, folder=str(expanded(config.folder, self._path.absolute().parent)))
        return Loaded(config, _in_order(self._problems), _in_order(self._remarks), lines)

    def _fault(self, line: int, key: str, message: str, instead: str = "") -> None:
        self._problems.append(Fault(self._path, line, key, message, instead))

    def _entries(self, tree: nodes.Mapping, group: str = "") -> Iterator[tuple[str, int, Node]]:
        """Dotted key, line and value of every setting that there is; the others are faults."""
        for name, node in self._last_of_each(tree, group):
            key = f"{group}{name.text}"
            if key in GROUPS:
                yield from self._group(key, node)
            elif key in self._settings or key in (KEYS, MACROS):
                yield key, name.line, node
            else:
                self._fault(name.line, told(key), f"no such setting{self._near(key, name.text, group)}")

    def _group(self, key: str, node: Node) -> Iterator[tuple[str, int, Node]]:
        if isinstance(node, nodes.Mapping):
            yield from self._entries(node, f"{key}.")
        elif not (isinstance(node, nodes.Scalar) and node.empty):
            members = ", ".join(each.rpartition(".")[2] for each in self._settings if each.startswith(f"{key}."))
            self._fault(node.line, key, f"must hold settings of its own: {members}")

    def _last_of_each(self, tree: nodes.Mapping, group: str) -> list[tuple[nodes.Scalar, Node]]:
        """The entries of a mapping; where a name stands twice, the last."""
        found: dict[str, tuple[nodes.Scalar, Node]] = {}
        for name, node in tree.entries:
            if name.text in found:
                earlier = found[name.text][0].line
                self._fault(
                    name.line, told(group + name.text), f"stands here again after line {earlier}", "this counts"
                )
            found[name.text] = (name, node)
        return list(found.values())

    def _near(self, key: str, name: str, group: str) -> str:
        """The setting that may have been meant, by its dotted name or by the last part of it."""
        known = [*self._settings, *GROUPS, KEYS, MACROS]
        parts = {each.rpartition(".")[2]: each for each in reversed(known)}
        nearest = near(key, known) if group else parts.get(near(name, parts), "")
        return f"; did you mean {nearest.removeprefix(group)}?" if nearest else ""

    def _with(self, config: Config, key: str, line: int, node: Node) -> Config:
        """The configuration with one more setting; an empty value leaves the default."""
        if isinstance(node, nodes.Scalar) and node.empty:
            return config
        setting = self._settings[key]
        try:
            return setting.read(config, node)
        except UnfitError as error:
            self._fault(line, key, str(error), f"{setting.write(Config())} is used")
            return config

    def _with_keys(self, config: Config, keys: Node, macros: Node) -> Config:
        """The configuration with the keys and the macros that can be used."""
        lines: dict[str, int] = {}
        chosen: dict[str, tuple[str, ...]] = {}
        for name, value in self._members(KEYS, keys, "actions with their keys, such as `article.tag: [t]`"):
            lines[name.text] = name.line
            try:
                chosen[name.text] = texts_of(value)
            except UnfitError as error:
                self._fault(name.line, f"{KEYS}.{told(name.text)}", str(error), "its usual keys stay")
        made = self._macros(macros, lines)
        complete, faults = keymap(chosen, [macro.action for macro in made])
        for fault in faults:
            place = MACROS if fault.action.startswith(PREFIX) else KEYS
            key = f"{place}.{told(fault.action.removeprefix(PREFIX))}"
            to = self._remarks if fault.remark else self._problems
            to.append(Fault(self._path, lines[fault.action], key, fault.message))
        return replace(
            config,
            keys={each.id: complete[each.id] for each in ACTIONS if complete[each.id] != each.keys},
            macros=tuple(replace(macro, keys=complete[macro.action.id]) for macro in made),
        )

    def _members(self, key: str, node: Node, wanted: str) -> list[tuple[nodes.Scalar, Node]]:
        """The entries of a setting that holds others; nothing where it holds none."""
        if isinstance(node, nodes.Mapping):
            return self._last_of_each(node, f"{key}.")
        if not (isinstance(node, nodes.Scalar) and node.empty):
            self._fault(node.line, key, f"must hold {wanted}")
        return []

    def _macros(self, node: Node, lines: dict[str, int]) -> list[Macro]:
        """The macros that can be used; where each stands is added to `lines`."""
        made = []
        for name, value in self._members(MACROS, node, "actions of your own, each with `keys` and `does`"):
            lines[f"{PREFIX}{name.text}"] = name.line
            try:
                made.append(self._macro(name.text, value))
            except UnfitError as error:
                self._fault(name.line, f"{MACROS}.{told(name.text)}", str(error), "it is left out")
        return made

    def _macro(self, name: str, node: Node) -> Macro:
        """One macro. Raises `UnfitError`."""
        if not re.fullmatch(r"[\w-]{1,30}", name):
            raise UnfitError("must be called by one word of at most 30 letters, digits, - and _")
        if not isinstance(node, nodes.Mapping):
            raise UnfitError("must hold keys, does and description")
        parts = {part.text: value for part, value in self._last_of_each(node, f"{MACROS}.{name}.")}
        for part in parts:
            if part not in PARTS:
                raise UnfitError(f"holds {told(part)!r}{did_you_mean(part, PARTS)}; it can hold {', '.join(PARTS)}")
        steps = texts_of(parts.get("does", nodes.Sequence()))
        if not 0 < len(steps) <= MOST_STEPS:
            raise UnfitError(f"must do something: from 1 to {MOST_STEPS} actions under `does`")
        description = text_of(parts.get("description", nodes.Scalar("")))
        if not description.isprintable() or len(description) > 100:
            raise UnfitError("must have a description of one line and at most 100 characters")
        return Macro(name, texts_of(parts.get("keys", nodes.Sequence())), tuple(map(step, steps)), description)

    def _fitting(self, config: Config, lines: Mapping[str, int]) -> Config:
        """The configuration with the default widths where the chosen ones leave no room for the text."""
        layout, usual = config.layout, Layout()
        if layout.list_width + layout.related_width <= MOST_WIDTH:
            return config
        key = max(("layout.list_width", "layout.related_width"), key=lambda each: lines.get(each, 0))
        message = f"list and related articles leave no room for the text: together at most {MOST_WIDTH}"
        self._fault(lines[key], key, message, f"{usual.list_width} and {usual.related_width} are used")
        return replace(config, layout=replace(layout, list_width=usual.list_width, related_width=usual.related_width))


def _in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: fault.line))
