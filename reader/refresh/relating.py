"""The second half of a refresh: find the links of every new article, group articles into stories, infer dates."""

from collections.abc import Sequence

from reader.errors import DamagedError
from reader.model import LinkKind, Progress
from reader.refresh.job import Report
from reader.store.catalogue import Catalogue
from reader.store.link_table import StoredLink
from reader.stories.clusters import stories
from reader.stories.dates import inferred_date
from reader.stories.profile import Profile
from reader.stories.related import Found, Linker

LINKS = 50
"""At most so many links are kept of one article."""
BATCH = 100
"""Articles related in one commit."""
SMALL_FOLDER = 20_000
"""Articles: up to here all links are found anew when the folder has grown by a tenth, beyond when it has doubled,
because how rare a word is, and with it every score, has then changed."""
RELATED_FACT = "articles when all were related"
INFERRED = 0.5
"""Confidence of a date that a near-duplicate tells."""
COPY_KINDS = (LinkKind.COPY, LinkKind.EDITED_COPY)


def relate(catalogue: Catalogue, report: Report) -> None:
    """Find what is to be found. Raises StoreError; what was committed until then stays, the rest is found next time."""
    with catalogue.batch():
        _forget_if_grown(catalogue)
    fresh = catalogue.links.unrelated()
    try:
        profiles = {number: Profile.from_bytes(data) for number, data in catalogue.links.profiles()}
    except ValueError as fault:
        raise DamagedError(f"{catalogue.path} is damaged ({fault})") from fault
    linker = Linker(profiles.__getitem__)
    linker.extend(profiles.items())
    undated: set[int] = set()
    for begin in range(0, len(fresh), BATCH):
        report(Progress("relating", begin, len(fresh)))
        with catalogue.batch():
            for number in fresh[begin : begin + BATCH]:
                found = linker.find(number, LINKS)
                catalogue.links.put(number, [link for one in found for link in _both_ways(number, one)])
                copies = (one.number for one in found if one.kind in COPY_KINDS)
                undated.update(copy for copy in (number, *copies) if not profiles[copy].date)
    with catalogue.batch():
        for number in undated:
            copies_of_it = [(copy, profiles[copy]) for copy in catalogue.links.copies(number)]
            inferred = inferred_date(profiles[number], copies_of_it)
            if inferred:
                catalogue.links.infer_day(number, inferred.date, INFERRED)
        round_ups = {number for number, profile in profiles.items() if profile.round_up}
        catalogue.links.put_stories(stories(catalogue.links.all(), profiles, round_ups))


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
