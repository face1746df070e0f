"""Where the keys of actions work, in words, and the actions put together by that."""

from collections.abc import Iterable, Iterator, Mapping

from reader.settings.keys import Action, Scope

SCOPES_TOLD: Mapping[Scope, str] = {
    Scope.ANYWHERE: "everywhere",
    Scope.ALL: "in the panes and on every page",
    Scope.APP: "everywhere on the main screen",
    Scope.PANE: "in the three panes",
    Scope.LIST: "in the list",
    Scope.READER: "in the reader",
    Scope.RELATED: "in the related articles",
    Scope.SEARCH: "in the search bar",
    Scope.PAGE: "on every page",
    Scope.STORY: "on the page of a story",
    Scope.COMPARISON: "where two versions are compared",
    Scope.MERGED: "where all versions are read as one",
    Scope.TIMELINE: "on the timeline",
    Scope.FRONT: "on the front page",
    Scope.NAMES: "on the page of names",
}
"""A few words for each."""


def by_scope(actions: Iterable[Action]) -> Iterator[tuple[str, tuple[Action, ...]]]:
    """Where keys work, in words, each with its actions; both in the order in which they are met."""
    grouped: dict[Scope, list[Action]] = {}
    for action in actions:
        grouped.setdefault(action.scope, []).append(action)
    for scope, together in grouped.items():
        yield SCOPES_TOLD.get(scope, str(scope)), tuple(together)
