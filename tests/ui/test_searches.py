"""Earlier searches as plain values."""

from reader.ui.searches import LONGEST, MOST, Searches, read


def kept(*texts: str) -> Searches:
    searches = Searches()
    for text in texts:
        searches = searches.kept(text)
    return searches


def test_the_latest_is_last_and_no_two_are_the_same() -> None:
    assert kept("a", "b", " a ", "").texts == ("b", "a")


def test_no_more_than_a_hundred_are_kept_and_none_that_is_endless() -> None:
    many = kept(*(f"word {count}" for count in range(MOST + 5)), "x" * (LONGEST + 1))
    assert len(many.texts) == MOST == 100
    assert many.texts[-1] == "word 104"


def test_what_was_begun_comes_back_behind_the_last_one() -> None:
    searches = kept("a", "b")
    earlier = searches.gone(-1, "beg")
    assert earlier.text == "b"
    assert earlier.gone(-1, "b").text == "a"
    assert earlier.gone(-1, "b").gone(-1, "a").text == "a"
    assert earlier.gone(1, "b").text == "beg"


def test_an_earlier_one_that_was_changed_comes_back_behind_the_last_one() -> None:
    searches = kept("a", "b").gone(-1, "beg").gone(-1, "b changed")
    assert searches.text == "a"
    assert searches.gone(1, "a").gone(1, "b").text == "b changed"


def test_what_stands_in_the_bar_already_is_passed_over() -> None:
    assert kept("a", "b").gone(-1, "b").text == "a"


def test_whatever_was_remembered_is_read() -> None:
    assert read(kept("a", "b").written) == kept("a", "b")
    assert read("") == Searches()
    assert len(read("\n".join(map(str, range(500)))).texts) == MOST
