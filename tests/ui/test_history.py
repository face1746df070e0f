"""Back and forward: a browser's rules, whatever is opened and whatever vanishes."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.ui.arrangement import Part
from reader.ui.history import MOST, History, Opened

ARTICLES = st.sampled_from("abcd")


def of(articles: str, at: int | None = None) -> History:
    """A history of articles called by single letters."""
    return History(tuple(map(Opened, articles)), len(articles) - 1 if at is None else at)


def told(history: History) -> str:
    """The same, written: the current one in capitals."""
    return "".join(
        each.article.upper() if index == history.at else each.article for index, each in enumerate(history.entries)
    )


def test_what_is_opened_comes_last() -> None:
    history = History()
    for article in "abc":
        history = history.opened(Opened(article))
    assert told(history) == "abC"
    assert told(History().opened(Opened("a"))) == "A"


def test_the_same_article_again_changes_nothing_also_not_what_one_can_go_forward_to() -> None:
    assert told(of("abc", 1).opened(Opened("b"))) == "aBc"


def test_opening_another_cuts_off_what_one_could_have_gone_forward_to() -> None:
    assert told(of("abc", 0).opened(Opened("d"))) == "aD"
    assert told(of("abc", 1).opened(Opened("c"))) == "abC"


def test_back_and_forward_end_at_the_ends() -> None:
    history = of("abc")
    assert told(history.gone(-1)) == "aBc"
    assert told(history.gone(-1).gone(1)) == "abC"
    assert history.gone(1) is history
    assert not of("a").can_go(-1)
    assert not History().can_go(-1)
    assert not History().can_go(0)


def test_an_article_remembers_how_it_was_left() -> None:
    place = (4, 17, 9)
    history = of("ab").left(place, Part.RELATED).gone(-1).left((1, 0, -1), Part.TEXT).gone(1)
    assert history.current == Opened("b", place, Part.RELATED)
    assert History().left(place, Part.TEXT) == History()


def test_what_has_vanished_is_taken_out() -> None:
    assert told(of("abc").without(0)) == "bC"
    assert told(of("abc").without(2)) == "aB"
    assert told(of("abc", 0).without(0)) == "Bc"
    assert told(of("abc", 1).without(1)) == "Ac"
    assert told(of("a").without(0)) == ""
    assert of("a").without(0) == History()


def test_neighbours_that_become_the_same_become_one() -> None:
    assert told(of("aba").without(1)) == "A"
    assert told(of("aba", 0).without(1)) == "A"
    assert told(of("abac", 3).without(1)) == "aC"


def test_only_the_latest_are_kept() -> None:
    history = History()
    for count in range(MOST + 50):
        history = history.opened(Opened(str(count)))
    assert len(history.entries) == MOST
    assert history.current == Opened(str(MOST + 49))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.one_of(ARTICLES, st.sampled_from([-1, 1]), st.integers(0, 20).map(lambda index: (index,)))))
def test_there_is_always_a_current_one_and_no_two_neighbours_are_the_same(
    steps: list[str | int | tuple[int]],
) -> None:
    history = History()
    for step in steps:
        if isinstance(step, str):
            history = history.opened(Opened(step))
            assert history.current == Opened(step)
        elif isinstance(step, int):
            history = history.gone(step)
        elif step[0] < len(history.entries):
            history = history.without(step[0])
        articles = [each.article for each in history.entries]
        assert all(one != other for one, other in pairwise(articles))
        assert (history.current is None) == (not articles) == (history.at == -1)
        assert history.at < len(articles)
