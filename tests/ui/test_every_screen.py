"""Every screen at every size, with titles in scripts that terminals find hard: nothing runs over."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from builders import BRIDGE, Desk, desk, write
from person import Person, reading, settings
from rich.cells import cell_len
from told_story import COST, FERRY

SIZES = ((40, 10), (60, 15), (80, 24), (120, 40), (200, 60))
BETWEEN = ((60, 15), (200, 60))
"""Sizes at which dialogs are as at those beside them."""
TITLES = {
    "chinese": "伊拉克和美国同意重新部署驻扎在该国的剩余作战部队，联合声明说。",
    "japanese": "外相、米国との戦略対話「安全保障・エネルギー」で合意（共同声明）",
    "korean": "이라크와 미국, 전투 병력 재배치에 합의했다고 공동 성명이 밝혔다",
    "arabic": "العراق والولايات المتحدة يتفقان على إعادة نشر القوات القتالية المتبقية",
    "hebrew": "עיראק וארצות הברית הסכימו לפרוס מחדש את כוחות הלחימה",
    "hindi": "इराक और अमेरिका शेष लड़ाकू सैनिकों की पुनः तैनाती पर सहमत हुए",
    "thai": "อิรักและสหรัฐเห็นพ้องให้ถอนกำลังรบที่เหลืออยู่ออกนอกประเทศ",
    "emoji": "Family 👨‍👩‍👧‍👦 wins 🏳️‍🌈 flag 🇮🇶 day ☀️ and a 👍🏽 from the crowd ❤️",
    "combining": "Z̷a̷l̷g̷o̷ e\u0301te\u0301 a\u030arhus n\u0303andu\u0301 o\u0308l and m\u0304a\u0304r\u0304k\u0304s\u0304",
    "turned": "Turned \u202eround\u202c and\u2066 iso\u2069lated \u200b\u200fmarks\ufeff",
    "unbroken": "W" * 150,
}
DIALOGS: tuple[tuple[str, ...], ...] = (
    ("question_mark",),
    ("t",),
    ("i",),
    ("exclamation_mark",),
    ("f9",),
    ("colon",),
)
PAGES: tuple[tuple[str, ...], ...] = (
    ("0",),
    ("p",),
    ("S",),
    ("S", "x"),
    ("d",),
    ("m",),
    ("T",),
    ("T", "question_mark"),
)
PANES: tuple[tuple[str, ...], ...] = ((), ("enter",), ("r",), ("enter", "backslash"), ("z",), ("slash", *"bridg"))


@dataclass(frozen=True, slots=True)
class Fault:
    """Something on a screen that should not be so."""

    where: str
    row: int
    what: str


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A folder of articles in many scripts, three of which tell one story."""
    made = desk(tmp_path_factory.mktemp("strange"))
    for count, (name, title) in enumerate(TITLES.items()):
        text = f"{title} {title}\n\n> {title}\n\n{title}"
        outlet = title[:14].strip() if name in ("chinese", "arabic", "emoji") else ""
        write(made.folder, f"{name}.txt", text, title=title, day=f"2021-05-{10 + count}", outlet=outlet)
    for count, more in enumerate((COST, FERRY, "")):
        title = f"{list(TITLES.values())[count]} bridge"
        outlet = ("新华社", "وكالة", "Post 👍🏽")[count]
        write(
            made.folder, f"b{count}.txt", f"{BRIDGE}\n{more}\n", title=title, day=f"2021-05-3{count % 2}", outlet=outlet
        )
    (made.folder / "圖片 👍🏽.txt").write_bytes(b"\x89PNG\r\n" + bytes(range(256)))
    made.refresh()
    return made


async def visit(person: Person, keys: tuple[str, ...]) -> None:
    """Press keys and wait until nothing changes any more."""
    await person.press(*keys)
    await at_rest(person)


async def at_rest(person: Person) -> None:
    await person.pilot.pause(0.08)  # as long as a cursor or typing rests before something is read
    await person.until(lambda: not any(worker.is_running for worker in person.app.workers))
    await person.pilot.pause()


async def back(person: Person) -> None:
    """Leave dialogs and pages, panes and searches, to the list."""
    while len(person.app.screen_stack) > 1:
        await person.press("escape")
    await person.press("escape", "escape", "escape", "g", "g")


def overflows(person: Person, where: str) -> Iterator[Fault]:
    """Lines that are not just as wide as the screen."""
    width = person.app.size.width
    for row, strip in enumerate(person.app.screen._compositor.render_strips()):
        wide = sum(cell_len(segment.text) for segment in strip)
        if wide != width:
            yield Fault(where, row, f"{wide} cells in place of {width}: {strip.text!r}")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_nothing_runs_over_at_any_size(strange: Desk, size: tuple[int, int]) -> None:
    found: list[Fault] = []
    async with reading(strange, settings(stories=True), size=size) as person:
        await at_rest(person)
        for keys in (*PANES, *PAGES, *(() if size in BETWEEN else DIALOGS)):
            await visit(person, keys)
            found += overflows(person, f"{'x'.join(map(str, size))} {' '.join(keys)}")
            await back(person)
    assert found == []


async def test_the_columns_stand_straight(strange: Desk) -> None:
    async with reading(strange, settings(stories=False), size=(120, 40)) as person:
        await at_rest(person)
        places = set()
        for line in person.lines[2:30]:
            before, rule, _ = line.partition("│")
            if rule:
                places.add(cell_len(before))
        assert len(places) == 1


def test_the_folder_has_what_is_tried(strange: Desk, tmp_path: Path) -> None:
    library = strange.open()
    try:
        counts = library.counts()
        assert (counts.articles, counts.stories, counts.problems) == (len(TITLES) + 3, 1, 1)
    finally:
        library.close()
