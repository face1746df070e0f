"""The page of a story: versions, who has what, what differs, days, names, why; splitting, joining, and the ways out."""

import shutil
from pathlib import Path
from time import process_time

import pytest
from builders import BRIDGE, Desk, desk, write
from person import Person, copy_of, reading, settings
from told_story import BRIEF, DAILY, FRUIT, POST, telling

from reader.library import Library
from reader.ui.widgets.version_lines import host

SEEDS = Path(__file__).parents[2].parent / "shared/seeds"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return telling(tmp_path_factory.mktemp("story"))


@pytest.fixture
def news(read: Desk, tmp_path: Path) -> Desk:
    return copy_of(read, tmp_path)


def story_of(library: Library, identifier: str) -> list[str]:
    return sorted(each.id for each in library.stories.versions(library.number(identifier)))


def under_cursor(person: Person) -> str:
    """The first line of what is under the cursor."""
    return next((line[1:].strip() for line in person.lines if line.startswith(("▌", "|"))), "")


async def opened(person: Person, title: str = "Bridge closed") -> None:
    """From the list to the story of the article with this title."""
    await person.sees("Orchard prices")
    for _ in range(5):
        if title in person.row:
            break
        await person.press("j")
        await person.pilot.pause(0.1)
    await person.at(title)
    await person.press("S")
    await person.until(lambda: person.title.strip().startswith("Story") and "version" in person.title)
    await person.misses("Reading the texts")
    await person.pilot.pause()


async def go_to(person: Person, text: str) -> None:
    """Move the cursor to an entry, from the top."""
    await person.press("g", "g")
    for _ in range(40):
        await person.pilot.pause()
        if text in under_cursor(person):
            return
        await person.press("j")
    raise AssertionError(f"no entry says {text}:\n{person.screen}")


async def test_the_page_tells_the_whole_story(news: Desk) -> None:
    async with reading(news, size=(120, 60)) as person:
        await opened(person)
        await person.sees("Bridge to close", "3 versions · 2 outlets · 20–22 May 2021 · Varnholt")
        await person.sees("Varnholt Post · 20 May 2021 · ", "adds a paragraph · the fullest")
        await person.sees("brief.txt · 22 May 2021 · 28 words · adds nothing")
        await person.sees("figures    fourteen / fifteen months · 2 Kelmstad Daily", "Ada / Adda Brenner")
        await person.sees("≈20 May 2021 The old harbour bridge", "T all 8", "Why grouped   3 links, closeness 0.")
        await person.sees("1 Varnholt Post — 2 Kelmstad Daily · edited copy · closeness 0.7", "72 % same text")
        await person.until(lambda: under_cursor(person).startswith("3 ● Bridge closed"))


async def test_the_matrix_tells_by_signs_who_has_what(news: Desk) -> None:
    async with reading(news, size=(80, 24)) as person:
        await opened(person)
        await person.sees("+ only here   = shared   ▓ reworded   · lacks")
        await person.sees("1 Varnholt Post   = = = · +", "2 Kelmstad Daily  = = = + ·", "3 brief.txt       = · · · ·")


async def test_plain_marks_have_signs_of_their_own(news: Desk) -> None:
    async with reading(news, settings(ascii_marks=True)) as person:
        await opened(person)
        await person.sees("+ only here   = shared   ~ reworded   . lacks", "3 brief.txt       = . . . .")
        assert all(line[:-1].isascii() for line in person.lines)  # the last cell is the scrollbar's


async def test_enter_opens_the_version_in_the_reader(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await go_to(person, "2 ● Bridge shut")
        await person.press("enter")
        await person.sees("space page", "S story", "Nobody will have to pay")
        await person.until(lambda: person.library.headlines([person.library.number(DAILY)])[0].marks.read)


async def test_tab_goes_from_part_to_part_and_the_end_shows_the_last_line(news: Desk) -> None:
    async with reading(news, size=(60, 15)) as person:
        await opened(person)
        for begin in ("1 Varnholt Post", "figures", "≈18 May", "people", "▸ 1 Varnholt Post", "1 ● Bridge to close"):
            await person.press("tab")
            await person.until(lambda begin=begin: begin in under_cursor(person))  # type: ignore[misc]
        await person.press("shift+tab")
        await person.until(lambda: "▸ 1 Varnholt Post" in under_cursor(person))
        await person.press("G")
        await person.until(lambda: any("both resemble" in line and "next day" in line for line in person.lines[-4:]))


async def test_a_difference_and_a_link_lead_to_the_comparison_of_the_two(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await go_to(person, "fourteen / fifteen")
        await person.sees("compared: the", "that the fullest shares with another", "cannot be compared")
        await person.press("enter")
        await person.sees("Compare", "fourteen here, fifteen there (months)")
        await person.press("escape")
        await go_to(person, "▸ 2 Kelmstad Daily — 3 brief.txt")
        await person.press("enter")
        await person.sees("Compare", "Bridge shut", "Bridge closed")
        await person.press("escape", "escape")
        await person.sees("S story")


async def test_d_compares_with_the_fullest_and_that_one_with_its_closest(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await go_to(person, "3 ● Bridge closed")
        await person.press("d")
        await person.sees("- Bridge to close", "+ Bridge closed")
        await person.press("q")
        await go_to(person, "1 ● Bridge to close")
        await person.press("d")
        await person.sees("- Bridge to close", "+ Bridge shut")


async def test_names_of_the_story_lead_to_the_names_page_and_on(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await person.press("p")
        await person.sees("Names of the story", "Varnholt  place · 3 articles")
        assert "Apples" not in person.screen
        await person.type("brenner")
        await person.sees("Adda Brenner  person · 2 articles")
        await person.misses("Varnholt  place · 3 articles")
        await person.press("enter")
        await person.sees("person · 2 articles · 2 mentions")
        await person.press("enter")
        await person.sees("[person Adda Brenner]", "2 articles")


async def test_a_version_is_split_off_after_a_question_and_joined_again(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await go_to(person, "3 ● Bridge closed")
        await person.press("x")
        await person.sees("Split this version off?", "will stand by itself, the other 2 stay one story")
        await person.press("escape")
        assert story_of(person.library, BRIEF) == [BRIEF, DAILY, POST]
        await person.press("x")
        await person.sees("Split this version off?")
        await person.press("enter")
        await person.sees("“Bridge closed” stands by itself")
        await person.sees("2 versions · 2 outlets")
        await person.misses("stands by itself as soon")
        assert story_of(person.library, BRIEF) == [BRIEF]
        await person.press("plus")
        await person.sees("Join “Bridge to close” with", "Bridge closed")
        await person.type("closed")
        await person.press("enter")
        await person.sees("Joined with “Bridge closed”")
        await person.sees("3 versions · 2 outlets")
        assert story_of(person.library, BRIEF) == [BRIEF, DAILY, POST]
        await person.press("escape")
        await person.sees("S story")


async def test_what_is_split_off_stays_so_after_a_restart(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await go_to(person, "3 ● Bridge closed")
        await person.press("x")
        await person.sees("Split this version off?")
        await person.press("enter")
        await person.sees("2 versions · 2 outlets")
    library = news.refreshed()
    assert story_of(library, BRIEF) == [BRIEF]
    library.close()


async def test_a_story_is_joined_with_an_article_that_only_a_search_finds(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await person.press("plus")
        await person.sees("Nothing in this folder goes with that.")
        await person.type("orchard")
        await person.sees("Orchard prices  Fruit Weekly")
        await person.press("enter")
        await person.sees("4 versions · 3 outlets")
        await person.misses("as soon as the folder is read")
        await person.press("G")
        await person.sees("No link ties 4 Fruit Weekly to the others")
        assert FRUIT in story_of(person.library, BRIEF)


async def test_an_article_without_a_story_says_so_and_tells_its_days_and_names(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person, "Orchard prices")
        await person.sees("No other article here tells this story. + joins it with another one.", "23 May 2021")
        assert "Who has what" not in person.screen
        assert "Why grouped" not in person.screen
        await person.press("x")
        await person.sees("There is no other version to split it from.")
        await person.press("d")
        await person.sees("There is no other version to compare it with.")


async def test_the_keys_of_the_page_are_told(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await person.press("question_mark")
        await person.sees("Keys here: story", "Join the story with another one")
        await person.press("escape")
        await person.misses("Keys here")


async def test_news_from_the_folder_reach_the_page(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        write(news.folder, "fourth.txt", BRIDGE, title="Bridge: a fourth", day="2021-05-24", outlet="Cape Herald")
        news.refresh()
        await person.sees("4 versions · 3 outlets", "Cape Herald · 24 May 2021")
        assert under_cursor(person).startswith("3 ● Bridge closed")


async def test_the_page_stays_with_the_story_when_its_article_is_renamed_or_vanishes(news: Desk) -> None:
    async with reading(news, size=(120, 60)) as person:
        await opened(person)
        (news.folder / BRIEF).rename(news.folder / "renamed.txt")
        news.refresh()
        await person.until(lambda: getattr(person.app.screen, "about").id != BRIEF)  # noqa: B009 - no type knows it
        await person.sees("3 versions")
        await person.misses("no such article")
        (news.folder / "renamed.txt").unlink()
        news.refresh()
        await person.sees("2 versions · 2 outlets")
        await person.misses("Bridge closed")


async def test_a_version_that_vanished_closes_nothing(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        (news.folder / BRIEF).unlink()
        await person.press("escape", "S")
        await person.sees("cannot be read", "Versions")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are another's text and not in the repository")
async def test_the_seeds_show_their_statuses_exactly(tmp_path: Path) -> None:
    made = desk(tmp_path)
    for seed in sorted(SEEDS.glob("*.txt")):
        shutil.copy(seed, made.folder)
    made.refresh()
    async with reading(made, size=(120, 60)) as person:
        await person.sees("Iraqi FM")
        await person.press("S")
        await person.sees("adds 2 paragraphs", "adds 5 paragraphs, a tweet, a picture", "Anthony / Antony Blinken")
        await person.sees(" 1 000_c4d47938a8aa6427… + + ▓ · = = = = · =  ·  ·  ·  ·  ·  ·")
        await person.sees(" 2 Asian Lite News       · · ▓ ▓ = = = = + =  +  +  +  +  +  +")
        await person.press("g", "g", "d", "s")  # 000 on the left
        await person.sees("- Iraqi FM")
        signs = []
        for _ in range(5):
            signs += [line[:7].strip("▌ ").split() for line in person.lines if line[1:2] in "=~-+" and line[1:2]]
            await person.press("pagedown")
        statuses = {found[1]: found[0] for found in signs if len(found) > 1 and found[1].isdecimal()}
        assert statuses == dict(zip("12345678", "--~=====", strict=True))


async def test_the_question_before_splitting_fits_the_smallest_screen(news: Desk) -> None:
    async with reading(news, size=(40, 10)) as person:
        await opened(person)
        await person.press("x")
        await person.sees("Split this version off?", "enter split it off")
        await person.press("n")
        await person.misses("Split this version off?")


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = telling(tmp_path_factory.mktemp("foreign"))
    title = "港口大桥因裂缝关闭,工程师多年来警告盐水腐蚀"
    write(made.folder, "cjk.txt", BRIDGE, title=title, outlet="海港新闻", day="2021-05-30")
    write(made.folder, "arabic.txt", BRIDGE, title="إغلاق جسر الميناء بسبب تشققات عميقة في اثنين من أعمدته")
    made.refresh()
    return made


@pytest.mark.parametrize("size", [(40, 10), (120, 40)])  # the others are tried in test_every_screen
async def test_every_page_fits_every_screen(foreign: Desk, size: tuple[int, int]) -> None:
    async with reading(foreign, size=size) as person:
        await person.at("港口")
        for key, told in (("S", "Story"), ("d", "Compare"), ("m", "Merged reading"), ("T", "Timeline")):
            await person.press(key)
            await person.until(lambda told=told: person.title.strip().startswith(told))  # type: ignore[misc]
            await person.pilot.pause(0.1)  # not for a result: every page is looked at when it is whole
            for keys in ((), ("G", "k"), ("ctrl+u", "g", "g")):
                await person.press(*keys)
                strips = person.app.screen._compositor.render_strips()
                assert {strip.cell_length for strip in strips} == {size[0]}
            await person.press("escape")
            await person.sees("enter")


def test_a_story_of_thirty_versions_is_told_in_half_a_second(tmp_path: Path) -> None:
    made = desk(tmp_path)
    filler = "The council of {} met on Monday and talked about the {} for hours, until {} asked for a vote of all.\n\n"
    for count in range(40):
        words = [f"{stem}{count}" for stem in ("Holm", "market", "Varga")]
        text = BRIDGE + "\n" + "".join(filler.format(*(f"{word}{line}" for word in words)) for line in range(18))
        write(made.folder, f"v{count:02}.txt", text, title="Bridge to close", day=f"2021-05-{count % 9 + 10}")
    library = made.refreshed()
    for count in range(1, 40):
        if "v00.txt" not in story_of(library, f"v{count:02}.txt"):
            library.stories.join(library.number("v00.txt"), library.number(f"v{count:02}.txt"))
    library.refresh(lambda _: None)
    number = library.number("v07.txt")
    begin = process_time()
    page = library.stories.page(number)
    spent = process_time() - begin
    assert (len(page.texts.versions), len(page.texts.read), page.texts.left_out) == (40, 30, 10)
    assert all(len(page.matrix.row(version)) == len(page.matrix.columns) for version in range(30))
    begin = process_time()
    library.stories.versions(number)
    assert process_time() - begin < 0.05  # what the page shows first
    assert spent < 2.0  # a guard against another order of growth, on a busy machine


async def test_a_version_without_an_outlet_is_told_by_its_site_everywhere(news: Desk) -> None:
    text = (news.folder / BRIEF).read_text()
    address = "https://www.quays.example/2021/05/bridge-closed"
    (news.folder / BRIEF).write_text(text.replace("date:", f"url: {address}\ndate:"))
    news.refresh()
    async with reading(news, size=(120, 60)) as person:
        await opened(person)
        await person.sees("3 quays.example   = · · · ·", "quays.example · 22 May 2021")
        await person.press("T")
        await person.sees("— 3 quays.example · Bridge closed")
        await person.press("escape", "d")
        await person.sees("quays.example · 22 May 2021")


@pytest.mark.parametrize(
    ("address", "shown"), [("http://[broken", ""), ("", ""), ("https://www.a.example/b", "a.example")]
)
def test_the_site_of_an_address_is_its_host(address: str, shown: str) -> None:
    assert host(address) == shown
