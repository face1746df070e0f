"""The query language: what each form means, what is refused and where, and that text and tree agree."""

import datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.query import (
    FIELDS,
    HELD,
    MARKS,
    MAX_DEPTH,
    MAX_LENGTH,
    And,
    DateRange,
    Everything,
    Is,
    Match,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Word,
    all_of,
    any_of,
    chips,
    completions,
    parse,
    text_of,
    without,
    words,
)

TODAY = datetime.date(2021, 4, 30)


def tree(text: str) -> Node:
    return parse(text, TODAY).root


def typed(text: str) -> Node:
    return parse(text, TODAY, typing=True).root


def refused(text: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        parse(text, TODAY)
    assert 0 <= caught.value.position <= len(text)
    return caught.value


A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Everything()),
        ("  \n", Everything()),
        ("*", Everything()),
        ("a * b", And((A, B))),
        ("a", A),
        ("(((a)))", A),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a or b", And((A, Word("or"), B))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("a (b c)", And((A, B, C))),
        ("a OR (b OR c)", Or((A, B, C))),
        ("a OR *", Everything()),
        ("-a", Not(A)),
        ("NOT a b", And((Not(A), B))),
        ("--a", Not(Not(A))),
        ("-(a b)", Not(And((A, B)))),
        ("-*", Not(Everything())),
        ("gov*", Word("gov", prefix=True)),
        ("blinkin~", Word("blinkin", fuzzy=True)),
        ("title:gov*", Word("gov", "title", prefix=True)),
        ("TITLE:iraq body:us", And((Word("iraq", "title"), Word("us", "body")))),
        ('"fuad hussein"', Phrase(("fuad", "hussein"))),
        ("“fuad, hussein”", Phrase(("fuad", "hussein"))),
        ('„a” «b» title:"c"', And((Phrase(("a",)), Phrase(("b",)), Phrase(("c",), "title")))),
        ('"OR"', Phrase(("OR",))),
        ("OR,", Phrase(("OR",))),
        ("person:blinken", Match("person", "blinken")),
        ('org:"Quds Force"', Match("org", "Quds Force")),
        ('name:"=Fuad Hussein"', Match("name", "=Fuad Hussein")),
        ("person:*", Match("person", "", prefix=True)),
        ("OR:", Phrase(("OR",))),
        ("Iraq’s U.S.-led 10:30 c++ #tag, café", "Iraq’s U.S.-led 10:30 c tag café"),
        ("伊拉克 العراق Ирак हिन्दी", "伊拉克 العراق Ирак हिन्दी"),
        ("Iraq: US – talks, start…", "Iraq US talks start"),
        ('"anti"-war', And((Phrase(("anti",)), Word("war")))),
        ("outlet:Reuters", Match("outlet", "Reuters")),
        ('outlet:"Asian  Lite News"', Match("outlet", "Asian Lite News")),
        ('outlet:"Asian L"*', Match("outlet", "Asian L", prefix=True)),
        ('outlet:"Asian L*"', Match("outlet", "Asian L", prefix=True)),
        ("tag:to*", Match("tag", "to", prefix=True)),
        ("tag:*", Match("tag", "", prefix=True)),
        ("-tag:*", Not(Match("tag", "", prefix=True))),
        ("id:world/0412.txt#2", Match("id", "world/0412.txt#2")),
        (r'id:"a \"b\"  \\c"', Match("id", 'a "b"  \\c')),
        ("(language:en)", Match("language", "en")),
        ("IS:Unread", Is("unread")),
        ("-is:tagged", Not(Is("tagged"))),
        ("date:2021", DateRange("2021-01-01", "2021-12-31")),
        ("date:2020-02", DateRange("2020-02-01", "2020-02-29")),
        ("date:2021-4-8", DateRange("2021-04-08", "2021-04-08")),
        ("date:2021-04..2021-05", DateRange("2021-04-01", "2021-05-31")),
        ("date:2021..", DateRange("2021-01-01", "")),
        ("date:..2021-04-08", DateRange("", "2021-04-08")),
        ("date:*", DateRange("", "")),
        ("after:2021-04", DateRange("2021-04-01", "")),
        ("before:2021-04", DateRange("", "2021-03-31")),
        ("newer:3d", DateRange("2021-04-27", "")),
        ("older:3d", DateRange("", "2021-04-26")),
        ("newer:2w", DateRange("2021-04-16", "")),
        ("newer:2m", DateRange("2021-02-28", "")),
        ("newer:14m", DateRange("2020-02-29", "")),
        ("newer:1y", DateRange("2020-04-30", "")),
    ],
)
def test_each_form_means_what_the_guide_says(text: str, expected: Node | str) -> None:
    if isinstance(expected, str):
        expected = And(tuple(map(Word, expected.split())))
    assert tree(text) == expected


@pytest.mark.parametrize(
    ("text", "position", "part"),
    [
        ("titel:iraq", 0, "no field named titel; did you mean title?"),
        ("a titel:", 2, "did you mean title?"),
        ("lang:en", 0, "did you mean language?"),
        ("whom:blinken", 0, ", ".join(FIELDS)),
        ("http://example.org", 0, 'put it in "quotes"'),
        ("is:favorite", 3, "did you mean is:favourite?"),
        ("is:purple", 3, "unread, read, favourite, tagged, new"),
        ("has:notes", 4, "did you mean has:note?"),
        ("has:purple", 4, "note, highlight"),
        ("a title:", 8, "directly behind the colon"),
        ("title: a", 6, "directly behind the colon"),
        ("outlet:Globe(1)", 12, "in quotes"),
        ('outlet:""', 8, "outlet:*"),
        ('"fuad hus', 0, "never closed"),
        ('a title:"fuad', 8, "never closed"),
        ('""', 0, "nothing to find"),
        ('"a b"*', 5, "single words"),
        ("(a", 0, "never closed"),
        ("a)", 1, "without its ("),
        ("()", 1, "missing after ("),
        ("a OR", 4, "missing after OR"),
        ("OR a", 0, "missing before OR"),
        ("a OR OR b", 5, "missing after OR"),
        ("a AND", 5, "missing after AND"),
        ("-", 1, "missing after -"),
        ("a - b", 2, "directly after the -"),
        ("NOT", 3, "missing after NOT"),
        ("title:-a", 6, "-title:a"),
        ("&", 0, "no letter or digit"),
        ("g*v", 1, "end of a word"),
        ("*ov", 0, "end of a word"),
        ("gov*~", 4, "not both"),
        ("date:2021-13", 5, "calendar"),
        ("date:2021-02-30", 5, "calendar"),
        ("date:soon", 5, "2021-04-08"),
        ("date:..", 5, "two dots"),
        ("date:2022..2021", 5, "earlier one first"),
        ("before:0001", 7, "year 1"),
        ("newer:3", 6, "newer:3d"),
        ("newer:99999y", 6, "shorter time"),
        ("older:99999m", 6, "shorter time"),
    ],
)
def test_a_wrong_query_says_where_and_what_to_do(text: str, position: int, part: str) -> None:
    error = refused(text)
    assert part in str(error)
    assert error.position == position


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"fuad hus', Phrase(("fuad", "hus"))),
        ('a "', A),
        ("a title:", A),
        ("a title:  ", A),
        ("a -", A),
        ("a - ", A),
        ("a -title:", A),
        ("a OR", A),
        ("a OR ", A),
        ("a NOT", A),
        ("(a", A),
        ("a (", A),
        ("a (b OR (c", And((A, Or((B, C))))),
        ('a outlet:"Asian Li', And((A, Match("outlet", "Asian Li")))),
        ("a is:unr", A),
        ("a date:2021-0", A),
        ("a newer:3", A),
        ("OR", Everything()),
        ("&", Everything()),
        ("", Everything()),
    ],
)
def test_an_unfinished_end_is_forgiven_while_typing(text: str, expected: Node) -> None:
    assert typed(text) == expected


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("a after:banana", "'banana' is no date"),
        ("a after:2021-0", ""),
        ("a after:2021-00", "there is no 2021-00 in the calendar"),
        ("a after:20211", "'20211' is no date"),
        ('after:"ban', "'ban' is no date"),
        ("date:2021..", ""),
        ("date:2021-05-15..2021-05-1", ""),
        ("date:2021..2020", "2021 is later than 2020"),
        ("date:x..2021", "'x' is no date"),
        ("(newer:3", ""),
        ("newer:3x", "'3x' is no length of time"),
        ("is:unr", ""),
        ("is:odd", "no mark named odd"),
        ("has:no", ""),
        ("has:nothing", "no mark named nothing"),
        ("after:", ""),
        ("after:2021", ""),
    ],
)
def test_a_value_that_no_further_letter_can_mend_is_doubted_while_typing(text: str, doubt: str) -> None:
    assert parse(text, TODAY, typing=True).doubt == doubt


@pytest.mark.parametrize("text", ["titel:iraq ", "is:unr a", "a)", "() a", "date:2021-0 a", "OR a", '"" a'])
def test_a_fault_before_the_end_is_told_while_typing(text: str) -> None:
    with pytest.raises(QueryError):
        typed(text)


def test_spans_point_at_what_was_typed() -> None:
    text = 'a title:"b c" -(d OR tag:e) newer:3d'
    root = tree(text)
    assert isinstance(root, And)
    pieces = [text[slice(*child.span)] for child in root.children]
    assert pieces == ["a", 'title:"b c"', "-(d OR tag:e)", "newer:3d"]


def test_chips_are_the_filters_as_typed() -> None:
    query = parse('iraq newer:3d (tag:a OR tag:b) -is:read "x y" (c OR tag:d)', TODAY)
    assert chips(query) == ("newer:3d", "(tag:a OR tag:b)", "-is:read")
    assert chips(parse("iraq", TODAY)) == chips(Query()) == ()
    assert chips(parse("tag:a OR tag:b", TODAY)) == ("tag:a OR tag:b",)


def test_a_chip_taken_away_leaves_the_rest_as_typed() -> None:
    query = parse('iraq newer:3d (tag:a OR tag:b) "x y"', TODAY)
    assert without(query, 0) == 'iraq (tag:a OR tag:b) "x y"'
    assert without(query, 1) == 'iraq newer:3d "x y"'
    assert without(query, 2) == query.text
    assert without(parse("tag:a", TODAY), 0) == ""


def test_words_to_light_leave_out_what_is_excluded() -> None:
    query = parse('a -b title:c (d* OR "e f") -(g -h) tag:i', TODAY)
    assert [text_of(node) for node in words(query)] == ["a", "title:c", "d*", '"e f"', "h"]


def test_newer_and_older_divide_time() -> None:
    newer, older = tree("newer:5w"), tree("older:5w")
    assert isinstance(newer, DateRange)
    assert isinstance(older, DateRange)
    gap = datetime.date.fromisoformat(newer.first) - datetime.date.fromisoformat(older.last)
    assert gap == datetime.timedelta(days=1)


def test_a_huge_or_deep_query_is_refused() -> None:
    assert refused("a" * (MAX_LENGTH + 1)).position == MAX_LENGTH
    assert "nest" in str(refused("(" * 4999 + "a" + ")" * 4999))
    assert "nest" in str(refused("-" * 9000 + "a"))
    assert "nest" in str(refused("(-" * (MAX_DEPTH // 2 + 1) + "a"))
    deepest = "(-" * (MAX_DEPTH // 2) + "a" + ")" * (MAX_DEPTH // 2)
    assert tree(text_of(tree(deepest))) == tree(deepest)
    assert len(text_of(tree("a " * 4999))) == 9997


LETTERS = st.sampled_from("abzÉßñşжЩعक文한7")
INNER = st.sampled_from("ab'’-./&@\\é\u0301c")
WORD_TEXTS = st.builds(lambda first, inner, last: first + inner + last, LETTERS, st.text(INNER, max_size=5), LETTERS)
BLANKLESS = st.text(st.sampled_from("abÉ文 '\"“”()\\:-#*~./"), min_size=1, max_size=8)
DAYS = st.dates(datetime.date(1000, 1, 1)).map(datetime.date.isoformat)


def word_of(text: str, field: str, ending: str) -> Node:
    return Word(text, field, ending == "*", ending == "~")


def match_of(field: str, text: str, prefix: bool) -> Node:
    return Match(field, " ".join(text.split()).rstrip("* "), prefix)


LEAVES: st.SearchStrategy[Node] = st.one_of(
    st.builds(word_of, WORD_TEXTS, st.sampled_from(("", "title", "body")), st.sampled_from(("", "*", "~"))),
    st.builds(Phrase, st.lists(WORD_TEXTS, min_size=1, max_size=4).map(tuple), st.sampled_from(("", "title", "body"))),
    st.builds(match_of, st.sampled_from(("outlet", "tag", "place", "id")), BLANKLESS, st.booleans()),
    st.builds(Is, st.sampled_from((*MARKS, *HELD))),
    st.builds(lambda days: DateRange(min(days), max(days)), st.tuples(DAYS, DAYS)),
    st.builds(DateRange, DAYS | st.just("")),
    st.builds(lambda day: DateRange("", day), DAYS),
)
TREES: st.SearchStrategy[Node] = st.recursive(
    LEAVES | st.just(Everything()),
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(all_of, st.lists(inner, min_size=1, max_size=4)),
        st.builds(any_of, st.lists(inner, min_size=1, max_size=4)),
    ),
    max_leaves=12,
)
PIECES = st.lists(
    st.sampled_from(
        ["a", "OR", "AND", "NOT", "-", "(", ")", '"', "“", "*", "~", " ", "\t", ":", "title:", "is:", "tag:", "date:",
         "..", "2021", "-04", "newer:", "3d", "has:", "foo:", "unread",
         "\\", "é", "\u0301", "文", "&", "\x00", "\u2028"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


def can_be_written(node: Node) -> bool:
    """Whether the tree is one that text can ask for: a value that is compared with nothing is not."""
    if isinstance(node, And | Or):
        return all(map(can_be_written, node.children))
    if isinstance(node, Not):
        return can_be_written(node.child)
    return not isinstance(node, Match) or bool(node.value or node.prefix)


@settings(max_examples=300, deadline=None)
@given(TREES)
def test_every_tree_comes_back_from_its_text(root: Node) -> None:
    assume(can_be_written(root))
    assert tree(text_of(root)) == root


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=40), PIECES), st.booleans())
def test_any_text_is_understood_or_refused_inside_itself(text: str, typing: bool) -> None:
    try:
        query = parse(text, TODAY, typing=typing)
    except QueryError as error:
        fault = error
    else:
        assert query.text == text
        assert tree(text_of(query.root)) == query.root
        assert 0 <= query.root.span[0] <= query.root.span[1] <= len(text)
        return
    assert 0 <= fault.position <= len(text)
    assert str(fault)


@settings(max_examples=150, deadline=None)
@given(st.one_of(TREES.filter(can_be_written).map(text_of), PIECES))
def test_every_beginning_of_a_valid_query_is_forgiven_while_typing(text: str) -> None:
    try:
        parse(text, TODAY)
    except QueryError:
        assume(False)
    for end in range(len(text) + 1):
        assert parse(text[:end], TODAY, typing=True).doubt == ""
    assert parse(text, TODAY, typing=True).root == parse(text, TODAY).root or text.rstrip().endswith(
        ("OR", "NOT", "AND")
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(LEAVES.filter(can_be_written), min_size=1, max_size=5))
def test_taking_away_every_chip_leaves_no_filter(leaves: list[Node]) -> None:
    query = parse(text_of(all_of(leaves)), TODAY)
    while chips(query):
        query = parse(without(query, 0), TODAY)
    kept = [leaf for leaf in leaves if isinstance(leaf, Word | Phrase)]
    assert query.root == all_of(kept)


def _held(field: str, part: str) -> tuple[str, ...]:
    """The values of a folder, as the library tells them."""
    values = {"outlet": ("Fox News", "Fox Sports"), "tag": ("weather",)}.get(field, ())
    return tuple(value for value in values if part.lower() in value.lower())


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("war out", ("war outlet:",)),
        ("new", ("newer:",)),
        ("outlet:fox", ('outlet:"Fox News"', 'outlet:"Fox Sports"')),
        ('-outlet:"fox n', ('-outlet:"Fox News"',)),
        ("(tag:wea", ("(tag:weather",)),
        ("OUTLET:spo", ('outlet:"Fox Sports"',)),
        ("is:un", ("is:unread",)),
        ("has:", ("has:note", "has:highlight")),
        ("tag:weather", ()),
        ("tag:weather ", ()),
        ("w", ()),
        ("war", ()),
        ('"out', ()),
        ("title:x", ()),
        ("", ()),
    ],
)
def test_the_last_term_is_completed(text: str, completed: tuple[str, ...]) -> None:
    assert completions(text, _held) == completed
