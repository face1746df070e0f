"""Two versions compared: paragraphs side by side or one in the other, what differs called out, other versions."""

from pathlib import Path

import pytest
from builders import Desk, write
from person import Person, copy_of, reading, settings
from told_story import BRIEF, COST, DAILY, POST, telling

from reader.model.marking import Highlight


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return telling(tmp_path_factory.mktemp("compare"))


@pytest.fixture
def news(read: Desk, tmp_path: Path) -> Desk:
    return copy_of(read, tmp_path)


async def compared(person: Person, title: str = "Bridge shut") -> None:
    """From the list to the comparison of the article with this title and its closest version."""
    await person.sees("Orchard prices")
    for _ in range(5):
        if title in person.row:
            break
        await person.press("j")
        await person.pilot.pause(0.05)
    await person.at(title)
    await person.press("d")
    await person.sees("Compare", "other version")


async def test_two_columns_stand_side_by_side_with_brackets_and_signs(news: Desk) -> None:
    async with reading(news) as person:
        await compared(person)
        await person.sees("- Bridge shut", "+ Bridge to close", "= shared   ~ reworded   - only left   + only right")
        await person.sees("figures    fifteen here, fourteen there (months)", "names      Adda / Ada Brenner")
        await person.sees("[fifteen]", "[fourteen]", "[Adda]", "[Ada]")
        first = next(line for line in person.lines if "The old harbour" in line)
        assert first.startswith(" =   1 The old harbour")
        assert first.count("The old harbour") == 2
        assert any(line.startswith(" -   4 Nobody will have to pay") for line in person.lines)
        assert any(line.startswith(" +  ") and " 4 The repair will cost" in line for line in person.lines)


async def test_on_a_narrower_screen_one_text_holds_both(news: Desk) -> None:
    async with reading(news, size=(109, 40)) as person:
        await compared(person)
        await person.sees("[-fifteen-]", "{+fourteen+} months", "[-Adda-] {+Ada+}")
        assert any(line.startswith(" -   4      Nobody will") for line in person.lines)
        assert any(line.startswith(" +       4  The repair will") for line in person.lines)
        assert sum("The old harbour" in line for line in person.lines) == 1


async def test_words_stand_apart_where_one_text_begins_later_and_nothing_is_cut_off(tmp_path: Path) -> None:
    made = telling(tmp_path)
    line = "the old grain market will be torn down before the winter, the council of Averham said on Thursday evening"
    write(made.folder, "a.txt", f"AVERHAM -- All told, {line}.\n", title="Market to go", day="2021-04-01")
    write(made.folder, "b.txt", f"All told, {line}.\n", title="Market goes", day="2021-04-02")
    made.refresh()
    async with reading(made, size=(40, 30)) as person:
        await compared(person, "Market goes")
        await person.sees("no figure, name or day differs in the", "one passage that both have")
        await person.press("s")
        await person.sees("[-AVERHAM ---] All told")


async def test_brackets_lead_from_difference_to_difference(news: Desk) -> None:
    async with reading(news, size=(80, 24)) as person:
        await compared(person)
        await person.until(lambda: person.foot.endswith("0/4"))
        await person.press("right_square_bracket")
        await person.until(lambda: person.foot.endswith("1/4") and any(line.startswith("▌=") for line in person.lines))
        await person.press("right_square_bracket", "right_square_bracket")
        await person.until(lambda: person.foot.endswith("3/4") and "▌+ " in person.screen)
        await person.press("right_square_bracket", "right_square_bracket")
        await person.sees("This is the last difference.")
        for _ in range(4):
            await person.press("left_square_bracket")
        await person.sees("This is the first difference.")


async def test_what_is_the_same_is_hidden_and_shown_again(news: Desk) -> None:
    async with reading(news) as person:
        await compared(person)
        await person.sees("Ferries are going to carry workers")
        await person.press("H")
        await person.sees("= … 1 shared paragraph (H)", "[fifteen]")
        await person.misses("Ferries are going to carry workers")
        await person.press("H")
        await person.sees("Ferries are going to carry workers", "Everything is shown.")


async def test_the_two_are_swapped(news: Desk) -> None:
    async with reading(news) as person:
        await compared(person)
        await person.sees("fifteen here, fourteen there")
        await person.press("s")
        await person.sees("fourteen here, fifteen there", "- Bridge to close", "+ Bridge shut")


async def test_the_next_version_follows_and_any_can_be_chosen(news: Desk) -> None:
    async with reading(news) as person:
        await compared(person)
        await person.sees("2 other versions", "+ Bridge to close")
        await person.press("n")
        await person.sees("+ Bridge closed")
        await person.press("N")
        await person.sees("+ Bridge to close")
        await person.press("v")
        await person.sees("Compare with", "Varnholt Post · 20 May 2021")
        await person.type("closed")
        await person.press("enter")  # before the list has followed: what is typed counts
        await person.sees("- Bridge shut", "+ Bridge closed")
        await person.press("enter")
        await person.sees("S story", "Bridge closed")
        await person.until(lambda: person.library.headlines([person.library.number(BRIEF)])[0].marks.read)


async def test_an_article_without_another_version_is_not_compared(news: Desk) -> None:
    async with reading(news) as person:
        await person.at("Orchard prices")
        await person.press("d")
        await person.sees("No other version of this article is known.")


async def test_a_file_that_vanished_is_told_in_place_of_the_comparison(news: Desk) -> None:
    async with reading(news) as person:
        await compared(person, "Bridge closed")
        await person.press("escape")
        (news.folder / POST).unlink()
        await person.press("d")
        await person.until(lambda: "post.txt: " in person.screen and "Compare" in person.title)
        await person.press("escape")
        await person.sees("S story")


async def test_texts_cannot_move_the_cursor_and_east_asian_words_are_compared(news: Desk) -> None:
    text = "港口大桥将从星期四起关闭十四个月,因为检查人员在两个桥塔上发现了深深的裂缝。工程师多年来一直在警告。"
    text += "\x1b[2J\u202e"
    write(news.folder, "one.txt", text, title="大桥关闭\u202e", day="2021-06-01")
    write(news.folder, "two.txt", text.replace("十四", "十五"), title="大桥关闭二", day="2021-06-02")
    news.refresh()
    async with reading(news, settings(ascii_marks=True), size=(80, 24)) as person:
        await compared(person, "大桥关闭二")
        await person.sees("[-五-]", "{+四+}")
        assert not any(sign in person.screen for sign in "\x1b\u202e")
        assert "十 [-" not in person.screen


@pytest.mark.parametrize("columns", [80, 120])
async def test_highlights_of_either_version_are_shown_in_the_comparison(news: Desk, columns: int) -> None:
    library = news.open()
    library.notes.highlight(library.number(POST), [Highlight(COST, "ask the treasurer")])
    library.close()
    async with reading(news, size=(columns, 40)) as person:
        await compared(person)
        await person.sees("» The repair will cost", "✎ ask the treasurer")
        assert sum("»" in line for line in person.lines) == 1


async def test_a_highlight_is_told_in_words_in_a_linear_comparison(news: Desk) -> None:
    library = news.open()
    library.notes.highlight(library.number(POST), [Highlight(COST, "ask the treasurer")])
    library.close()
    async with reading(news, settings(linear=True), size=(80, 40)) as person:
        await person.sees("Orchard prices")
        await person.press("j", "j", "d")
        await person.sees("Compare", "other version")
        await person.sees("Highlighted. Only", "note: ask the treasurer")


async def test_where_every_paragraph_differs_there_is_nothing_to_hide(news: Desk) -> None:
    write(news.folder, BRIEF, COST, title="Bridge closed", day="2021-05-22")
    write(news.folder, POST, COST.replace("212", "300"), title="Bridge to close", day="2021-05-20")
    (news.folder / DAILY).unlink()
    news.refresh()
    async with reading(news) as person:
        await compared(person, "Bridge closed")
        await person.press("H")
        await person.sees("There is nothing to hide: every paragraph differs.")
