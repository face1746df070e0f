"""The second half of a refresh: find the links of every new article, group articles into stories, infer dates."""

from collections.abc import Callable, Iterable, Sequence
from uuid import uuid4

from reader.errors import DamagedError
from reader.model.headline import LinkKind
from reader.model.refresh import Progress
from reader.refresh.grouping import group
from reader.refresh.job import Report
from reader.store.catalogue import Catalogue
from reader.store.link_files import LinkFiles
from reader.store.link_table import StoredLink
from reader.store.recorded import StoryChoice
from reader.stories.dates import inferred_date
from reader.stories.profile import Profile
from reader.stories.related import Found, Linker
from reader.stories.segment import MOST

LINKS = 50
"""At most so many links are kept of one article."""
BATCH = 100
"""Articles related in one commit."""
SMALL_FOLDER = 20_000
"""Articles: up to here all links are found anew when the folder has grown by a tenth, beyond when it has doubled,
because how rare a word is, and with it every score, has then changed."""
RELATED_FACT = "articles when all were related"
LINKS_FACT = "link files"
INFERRED = 0.5
"""Confidence of a date that a near-duplicate tells."""
COPY_KINDS = (LinkKind.COPY, LinkKind.EDITED_COPY)

Load = Callable[[int], Profile]


def relate(catalogue: Catalogue, report: Report, choices: Sequence[StoryChoice] = ()) -> None:
    """Find what is to be found, and group it as the user has chosen, where anything was.

    Raises StoreError; what was committed until then stays, the rest is found next time.
    """
    with catalogue.batch():
        _forget_if_grown(catalogue)
    fresh = catalogue.links.unrelated()

    def load(number: int) -> Profile:
        try:
            return Profile.from_bytes(catalogue.links.profile(number))
        except ValueError as fault:
            raise DamagedError(f"{catalogue.path} is damaged ({fault})") from fault

    copies: set[int] = set()
    if fresh:
        linker = _linker(catalogue, fresh, load)
        for begin in range(0, len(fresh), BATCH):
            report(Progress("relating", begin, len(fresh)))
            with catalogue.batch():
                for number in fresh[begin : begin + BATCH]:
                    copies |= _link(catalogue, linker, number)
    with catalogue.batch():
        _infer(catalogue, {*copies, *fresh}, load)
        catalogue.links.count_copies({*copies, *fresh})
        group(catalogue, fresh, choices, lambda number: catalogue.links.indexed(number) and load(number).round_up)


def _linker(catalogue: Catalogue, fresh: Sequence[int], load: Load) -> Linker:
    """The linker with all articles in it, kept in files for the next time.

    What the files hold of an article is right unless it is among the fresh ones: they are written before the catalogue
    says that an article is related, and an article that is edited is fresh again.
    """
    token = catalogue.fact(LINKS_FACT)
    if not token:
        token = uuid4().hex
        with catalogue.batch():
            catalogue.note(LINKS_FACT, token)
    files = LinkFiles(catalogue.path.parent, token)
    indexed, waiting = catalogue.links.numbers(), set(fresh)
    linker = Linker(load, () if 2 * len(fresh) > len(indexed) else files.open())
    missing = sorted(
        linker.keep(number for number in indexed if number not in waiting)
        | {number for number in fresh if catalogue.links.indexed(number)}
    )
    for begin in range(0, len(missing), MOST):
        linker.extend((number, load(number)) for number in missing[begin : begin + MOST])
        linker.replace(files.save(linker.segments))
    return linker


def _link(catalogue: Catalogue, linker: Linker, number: int) -> set[int]:
    """Enter the links of an article; the copies of it."""
    found = linker.find(number, LINKS) if number in linker else []
    catalogue.links.put(number, [link for one in found for link in _both_ways(number, one)])
    return {one.number for one in found if one.kind in COPY_KINDS}


def _infer(catalogue: Catalogue, numbers: Iterable[int], load: Load) -> None:
    """Enter the days that copies tell of undated articles."""
    for number in numbers:
        copies = catalogue.links.copies(number)
        if copies and not load(number).date:
            inferred = inferred_date(load(number), [(copy, load(copy)) for copy in copies])
            if inferred:
                catalogue.links.infer_day(number, inferred.date, INFERRED)


def _forget_if_grown(catalogue: Catalogue) -> None:
    before = int(catalogue.fact(RELATED_FACT) or 0)
    now = catalogue.articles()
    if now > before * (1.1 if now <= SMALL_FOLDER else 2):
        catalogue.links.forget_all()
        catalogue.note(RELATED_FACT, str(now))


def _both_ways(number: int, found: Found) -> Sequence[StoredLink]:
    return (
        StoredLink(number, found.number, found.score, found.kind, found.reasons),
        StoredLink(found.number, number, found.score, found.kind, found.back_reasons),
    )
