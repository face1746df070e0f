"""What a query finds, in which order, and what is proposed when nothing is found."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from builders import TODAY, Desk, desk, found, nothing, rewrite, text_about, write

from reader.library import Library, Order
from reader.query import parse

ARTICLES = {
    "governor.txt": (
        "Governor opens new bridge",
        "2021-04-08",
        "Harbour Post",
        "The governor’s speech was short. Ministers and voters listened in the rain beside the new bridge at Varnholt.",
    ),
    "government.txt": (
        "Government plans taxes",
        "2021-04-09",
        "Evening Mail",
        "The government plans new taxes on fuel. A minister said that the plan, agreed with the U.S.-led group,"
        " would be voted upon soon.",
    ),
    "café.txt": (
        "Café society returns",
        "2021-05-01",
        "evening mail",
        "After the long closure the cafés of the old town are open again, and their owners are smiling.",
    ),
    "china.txt": (
        "外交部回应",
        "2020-12-31",
        "Asian Lite News",
        "中国外交部发言人星期四表示,中国愿意与各国加强合作,共同应对气候变化带来的挑战。合作是唯一正确的选择。",
    ),
    "undated.txt": (
        "Bridge players meet",
        "",
        "",
        "The players of the bridge club met in the old library and played until the new day came without a winner.",
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    five = desk(tmp_path_factory.mktemp("find"))
    for name, (title, day, outlet, text) in ARTICLES.items():
        write(five.folder, name, f"{text}\n", title=title, day=day, outlet=outlet)
    library = five.refreshed()
    for name in ("governor.txt", "café.txt"):
        library.set_read([library.number(name)], True)
    library.set_favourite([library.number("café.txt")], True)
    library.change_tags([library.number("governor.txt")], ["To read"], [])
    library.change_tags([library.number("café.txt")], ["town", "food"], [])
    library.close()
    return five


@pytest.fixture(scope="module")
def library(made: Desk) -> Iterator[Library]:
    opened = made.open()
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("query", "like"),
    [
        ("outlet:eve", ("Evening Mail",)),
        ("outlet:news", ("Asian Lite News",)),
        ('outlet:"evning mail"', ("Evening Mail",)),
        ("tag:rea bridge", ("To read",)),
        ("outlet:zzz", ()),
    ],
)
def test_a_value_that_no_article_has_is_told_with_those_like_it(
    library: Library, query: str, like: tuple[str, ...]
) -> None:
    (unknown,) = library.find(parse(query, TODAY)).unknown
    assert tuple(map(str.casefold, unknown.like)) == tuple(map(str.casefold, like))


def test_a_value_that_is_there_or_left_out_is_not_told(library: Library) -> None:
    assert not library.find(parse('outlet:"evening mail" nowhere', TODAY)).unknown
    assert not library.find(parse("-outlet:zzz nowhere", TODAY)).unknown


def names(library: Library, query: str) -> set[str]:
    return {identifier.removesuffix(".txt") for identifier in found(library, query)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("bridge", {"governor", "undated"}),
        ("BRIDGE", {"governor", "undated"}),
        ("title:bridge", {"governor", "undated"}),
        ("title:taxes", {"government"}),
        ("body:governor", {"governor"}),
        ("body:opens", {"café"}),  # open, in its stem
        ("title:opens", {"governor"}),
        ("new bridge", {"governor", "undated"}),
        ('"new bridge"', {"governor"}),
        ('"bridge new"', set()),
        ('title:"new bridge"', {"governor"}),
        ('body:"new bridge"', {"governor"}),
        ('body:"bridge club"', {"undated"}),
        ("bridge -club", {"governor"}),
        ("bridge NOT club", {"governor"}),
        ("club OR taxes", {"undated", "government"}),
        ("(club OR taxes) new", {"undated", "government"}),
        ("-(club OR taxes OR bridge)", {"café", "china"}),
        ("minister", {"governor", "government"}),
        ("ministers", {"governor", "government"}),
        ("voted", {"government"}),
        ("U.S.", {"government"}),
        ("us-led", {"government"}),
        ("cafe", {"café"}),
        ("CAFÉS", {"café"}),
        ("governor's", {"governor"}),
        ("中国", {"china"}),
        ("国中", set()),
        ("合作", {"china"}),
        ('"气候变化"', {"china"}),
        ("gov*", {"governor", "government"}),
        ("title:gov*", {"governor", "government"}),
        ("governer~", {"governor"}),
        ("goverment~", {"government"}),
        ("xyz*", set()),
        ("xyzzy~", set()),
        ("nowhere", set()),
        ("*", {"governor", "government", "café", "china", "undated"}),
        ("is:unread", {"government", "china", "undated"}),
        ("is:read", {"governor", "café"}),
        ("is:favourite", {"café"}),
        ("is:tagged", {"governor", "café"}),
        ("-is:tagged", {"government", "china", "undated"}),
        ('tag:"to read"', {"governor"}),
        ("tag:to*", {"governor", "café"}),
        ("tag:food tag:town", {"café"}),
        ("tag:food is:unread", set()),
        ('outlet:"Evening Mail"', {"government", "café"}),
        ("outlet:eve*", {"government", "café"}),
        ("outlet:*", {"governor", "government", "café", "china"}),
        ("-outlet:*", {"undated"}),
        ("outlet:e_e*", set()),
        ("id:café.txt", {"café"}),
        ("date:2021-04", {"governor", "government"}),
        ("date:2021-04-09..2021-05", {"government", "café"}),
        ("date:*", {"governor", "government", "café", "china"}),
        ("-date:*", {"undated"}),
        ("after:2021-04-09", {"government", "café"}),
        ("before:2021-04-09", {"governor", "china"}),
        ("before:2021-04-09 bridge", {"governor"}),
        ("newer:2m", {"governor", "government", "café"}),
        ("bridge is:unread OR tag:food", {"undated", "café"}),
        ("bridge (is:unread OR tag:food)", {"undated"}),
        ("is:unread (bridge OR 合作) -title:players", {"china"}),
        ("-bridge is:read", {"café"}),
        ("-(bridge is:read)", {"government", "café", "china", "undated"}),
    ],
)
def test_a_query_finds(library: Library, query: str, expected: set[str]) -> None:
    assert names(library, query) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.NEWEST, ["café", "government", "governor", "china", "undated"]),
        (Order.OLDEST, ["china", "governor", "government", "café", "undated"]),
        (Order.TITLE, ["undated", "café", "government", "governor", "china"]),
        (Order.OUTLET, ["china", "café", "government", "governor", "undated"]),
    ],
)
def test_an_order_is_the_same_with_and_without_a_question(library: Library, order: Order, expected: list[str]) -> None:
    files = [f"{name}.txt" for name in expected]
    assert found(library, "*", order) == files
    assert found(library, "-nowhere", order) == files
    assert found(library, "bridge", order) == [name for name in files if name in ("governor.txt", "undated.txt")]


def test_the_best_answer_comes_first_and_has_a_score(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "much.txt", text_about("lighthouse") * 3, title="Lighthouse", day="2020-01-01")
    write(made.folder, "little.txt", text_about("lighthouse") + text_about("weather") * 5, day="2021-01-01")
    write(made.folder, "none.txt", text_about("weather"), day="2021-01-02")
    library = made.refreshed()
    assert found(library, "lighthouse", None) == ["much.txt", "little.txt"]
    assert found(library, "lighthouse date:*", None) == ["much.txt", "little.txt"]
    assert found(library, "date:*", None) == ["none.txt", "little.txt", "much.txt"]
    answer = library.find(parse("lighthouse", TODAY), None)
    assert answer.scores is not None
    assert list(answer.scores) == list(answer.numbers)
    assert sorted(answer.scores.values(), reverse=True) == list(answer.scores.values())
    library.close()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("gov", {"governor", "government"}),
        ("governo", {"governor"}),
        ("bridge gov", {"governor"}),
        ("club OR gov", {"undated", "governor", "government"}),
        ("title:gov", {"governor", "government"}),
        ("new", {"governor", "government", "undated"}),  # a word of the folder is meant as it stands
        ("gov ", set()),  # the word is finished
        ("gov bridge", set()),
        ("中国", {"china"}),
        ("U.S.-led", {"government"}),
        ('"new brid', set()),
        ("tag:", {"governor", "government", "café", "china", "undated"}),
    ],
)
def test_the_last_word_may_be_unfinished_while_it_is_typed(library: Library, typed: str, expected: set[str]) -> None:
    assert {identifier.removesuffix(".txt") for identifier in found(library, typed, typing=True)} == expected


def test_a_beginning_stands_for_nothing_when_it_is_not_being_typed(library: Library) -> None:
    assert names(library, "gov") == set()


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("goverment", (("goverment", "government"),)),
        ("brigde", (("brigde", "bridge"),)),
        ("caffe", (("caffe", "Café"),)),  # as it stands in the text
        ("varnhollt", (("varnhollt", "Varnholt"),)),
        ("varnholtz", ()),  # no beginning of what was typed is meant
        ("qqqqq", ()),
        ("bridge taxes", ()),
    ],
)
def test_a_near_spelling_is_proposed_where_nothing_is_found(
    library: Library, query: str, near: tuple[tuple[str, str], ...]
) -> None:
    answer = library.find(parse(query, TODAY))
    assert list(answer.numbers) == []
    assert answer.near == near


def test_nothing_is_proposed_where_something_is_found(library: Library) -> None:
    assert library.find(parse("goverment OR bridge", TODAY)).near == ()


def test_articles_that_are_to_be_kept_stay_in_their_place(library: Library) -> None:
    kept = library.number("café.txt")
    numbers = library.find(parse("is:unread", TODAY), keep=[kept, 10_000]).numbers
    assert [one.id for one in library.headlines(numbers)] == ["café.txt", "government.txt", "china.txt", "undated.txt"]


def test_an_index_that_lags_behind_never_shows_an_article_that_vanished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = desk(tmp_path)
    for word in ("bridge", "harvest"):
        write(made.folder, f"{word}.txt")
    library = made.refreshed()
    (made.folder / "bridge.txt").unlink()
    monkeypatch.setattr("reader.refresh.indexing.Shards.flush", lambda *_: None)
    library.refresh(nothing)
    assert found(library, "bridge") == []
    assert found(library, "council") == ["harvest.txt"]
    assert found(library, "council", None) == ["harvest.txt"]
    monkeypatch.undo()
    library.refresh(nothing)
    assert found(library, "council") == ["harvest.txt"]
    library.close()


def test_a_search_that_was_open_sees_what_was_edited_since(tmp_path: Path) -> None:
    made = desk(tmp_path)
    path = write(made.folder, "a.txt", text_about("lighthouse"))
    write(made.folder, "b.txt")
    library = made.refreshed()
    assert found(library, "lighthouse") == ["a.txt"]
    rewrite(path, "lighthouse", "windmill")
    made.refresh()
    assert found(library, "lighthouse") == []
    assert found(library, "windmill") == ["a.txt"]
    assert sorted(found(library, "council")) == sorted(found(library, "council", None)) == ["a.txt", "b.txt"]
    path.unlink()
    made.refresh()
    assert found(library, "windmill") == []
    library.close()


def test_searches_from_four_threads_at_once_give_the_same_answers(made: Desk, library: Library) -> None:
    queries = [
        "bridge",
        "gov*",
        '"new bridge"',
        "is:unread",
        "中国",
        "minister -taxes",
        "cafe~",
        "tag:to*",
        "date:2021-04",
    ]
    orders = [Order.NEWEST, Order.TITLE, None]
    asked = [(query, order) for query in queries for order in orders] * 12
    alone = {pair: found(library, *pair) for pair in asked[: len(queries) * len(orders)]}
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda pair: found(library, *pair), asked))
    assert answers == [alone[pair] for pair in asked]


def test_searches_go_on_in_threads_while_the_folder_changes(tmp_path: Path) -> None:
    made = desk(tmp_path)
    for count in range(20):
        write(made.folder, f"word{count}.txt")
    library = made.refreshed()
    stopped = False

    def search() -> list[list[str]]:
        wrong = []
        while not stopped:
            answer = found(library, "word1")
            if answer != ["word1.txt"]:
                wrong.append(answer)
        return wrong

    with ThreadPoolExecutor(3) as pool:
        running = [pool.submit(search) for _ in range(3)]
        try:
            for count in range(20, 30):
                write(made.folder, f"word{count}.txt")
                made.refresh()
        finally:
            stopped = True
        assert [task.result() for task in running] == [[], [], []]
    library.close()


def test_ids_near_a_wrong_one_are_proposed(library: Library) -> None:
    from reader.errors import ArticleError

    with pytest.raises(ArticleError, match=r"did you mean governor\.txt\?"):
        library.number("governor")
    with pytest.raises(ArticleError, match="broadsheet list"):
        library.number("qqqq")
