"""Bring the stories in line with the links: those that new, edited or vanished articles touch are grouped again."""

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path

from reader.errors import StateError
from reader.refresh.job import Job
from reader.store.catalogue import Catalogue
from reader.store.folder import identifier
from reader.store.recorded import Chosen, StoryChoice, story_choices
from reader.stories.clusters import MEMBER, Pair, inherited, stories
from reader.stories.components import components

CLOSEST = 20
"""Whose stories a new article may join: those of so many of the articles that are closest to it."""
CHOICES_FACT = "story choices"
_BEFORE_FACT = "articles of story choices"


def chosen(job: Job) -> Sequence[StoryChoice]:
    """What the user has chosen; nothing where that cannot be read, of which the front end tells, until it can."""
    if job.data == Path():
        return ()
    try:
        return story_choices(job.data, identifier(str(job.folder.resolve())))
    except StateError:
        return ()


def pending(catalogue: Catalogue, choices: Sequence[StoryChoice]) -> bool:
    """Whether the stories were grouped under other choices of the user than these."""
    return catalogue.fact(CHOICES_FACT) != _digest(choices)


def group(
    catalogue: Catalogue, fresh: Iterable[int], choices: Sequence[StoryChoice], round_up: Callable[[int], bool]
) -> None:
    """Group again what the articles whose links were just found, or that have vanished, can change.

    That is every story that one of them was in or is close to; the rest stays as it is. Part of the open batch.
    """
    apart, together = _pairs(catalogue, choices, wanted=False), _pairs(catalogue, choices, wanted=True)
    touched = set(fresh)
    for story in catalogue.stories.shrunk():
        touched.update(catalogue.stories.members(story))
    if pending(catalogue, choices):
        touched.update(number for pair in (*apart, *together) for number in pair)
        touched.update(_chosen_before(catalogue))
        catalogue.note(CHOICES_FACT, _digest(choices))
        catalogue.note(_BEFORE_FACT, " ".join(str(number) for pair in (*apart, *together) for number in pair))
    scope = _scope(catalogue, touched, together)
    strong = [
        (number, other)
        for number in scope
        for _, other, _, _ in catalogue.links.of(number, MEMBER)
        if number < other and other in scope
    ]
    before = {number: catalogue.stories.of(number) for number in scope}
    groups: list[tuple[int, ...]] = []
    for part in components((*strong, *_inside(together, scope))):
        links = [link for number in part for link in catalogue.links.of(number) if link[1] in part]
        round_ups = {number for number in part if round_up(number)}
        groups += stories(
            links, part, round_ups, [pair for pair in apart if set(pair) <= part], _inside(together, part)
        )
    numbers = inherited(groups, before)
    catalogue.stories.put(before, list(zip(groups, numbers, strict=True)))


def _scope(catalogue: Catalogue, touched: Iterable[int], together: Iterable[Pair]) -> set[int]:
    """The articles to group: those touched, what is close to them, and all that is in a story with any of these."""
    scope = set(touched)
    for number in tuple(scope):
        scope.update(other for _, other, _, _ in catalogue.links.of(number, MEMBER)[:CLOSEST])
    partners: dict[int, set[int]] = {}
    for first, second in together:
        partners.setdefault(first, set()).add(second)
        partners.setdefault(second, set()).add(first)
    waiting = list(scope)
    seen: set[int] = set()
    while waiting:
        number = waiting.pop()
        story = catalogue.stories.of(number)
        more = set(partners.get(number, ()))
        if story and story not in seen:
            seen.add(story)
            more.update(catalogue.stories.members(story))
        waiting.extend(more - scope)
        scope |= more
    return scope


def _pairs(catalogue: Catalogue, choices: Iterable[StoryChoice], *, wanted: bool) -> list[Pair]:
    """The articles of the choices by their numbers, as far as they are there."""
    return [
        (first, second)
        for choice in choices
        if choice.together is wanted
        for first in _numbers(catalogue, choice.first)
        for second in _numbers(catalogue, choice.second)
    ]


def _numbers(catalogue: Catalogue, chosen: Chosen) -> list[int]:
    return catalogue.stories.articles(chosen.id, chosen.content_hash if chosen.moved else "")


def _inside(pairs: Iterable[Pair], part: set[int]) -> list[Pair]:
    return [pair for pair in pairs if set(pair) <= part]


def _chosen_before(catalogue: Catalogue) -> list[int]:
    """Articles of the choices under which the stories were grouped last time."""
    return [int(number) for number in catalogue.fact(_BEFORE_FACT).split()]


def _digest(choices: Sequence[StoryChoice]) -> str:
    """Tells these choices from any others; empty where there are none."""
    return blake2b(repr(sorted(map(repr, choices))).encode(), digest_size=16).hexdigest() if choices else ""
