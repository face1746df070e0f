"""Without colours weight, lines and reversed grounds tell apart what colours tell apart elsewhere."""

from collections.abc import Iterator

import pytest
from builders import Desk
from person import Person, every_theme, reading, settings
from rich.segment import Segment
from rich.style import Style
from test_contrast import IN_COLOUR, contrast
from textual.color import Color
from textual.widgets import Input

from reader.ui.themes import Colourless, textual_theme

MONOCHROME = settings(theme="monochrome")


def styles(person: Person, text: str) -> list[Style]:
    """How each place looks where a text stands."""
    return [style for strip in strips(person) for found, style, _ in strip if style and text in found]


def strips(person: Person) -> Iterator[list[Segment]]:
    return map(list, person.app.screen._compositor.render_strips())


async def test_the_hit_that_was_gone_to_differs_from_the_others(made: Desk) -> None:
    async with reading(made, MONOCHROME, size=(120, 60)) as person:
        await person.press("slash", *"weather", "enter", "enter", "n")
        await person.sees("2 of 60")
        hits = [style for style in styles(person, "weather") if style.underline]
        assert sum(bool(style.reverse and style.bold) for style in hits) == 1
        assert sum(bool(style.bold and not style.reverse) for style in hits) > 5


async def test_headings_are_bold_and_what_is_said_of_versions_is_dim(made: Desk) -> None:
    async with reading(made, MONOCHROME) as person:
        await person.press("j", "S")
        await person.sees("Versions", "Varnholt Post")
        assert all(style.bold for style in styles(person, "Versions"))
        assert any(style.dim for style in styles(person, "Varnholt Post"))


async def test_lines_above_and_below_the_panes_are_underlined(made: Desk) -> None:
    async with reading(made, MONOCHROME) as person:
        await person.sees("34 unread", "s favourite")
        lines = list(strips(person))
        for line in (lines[0], lines[-1]):
            assert all(style and style.underline for text, style, _ in line if text.strip())
        assert not any(style and style.underline for line in lines[1:-1] for _, style, _ in line)


async def test_a_field_is_a_line_and_its_hint_dim(made: Desk) -> None:
    async with reading(made, MONOCHROME) as person:
        await person.press("f9")
        await person.until(lambda: bool(person.app.screen.query(Input)))
        await person.sees("type to narrow")
        (hint,) = styles(person, "ype to narrow")
        assert (hint.dim, hint.underline) == (True, True)


def colourless(text: str, style: str) -> tuple[str, Style]:
    (segment,) = Colourless().apply([Segment(text, Style.parse(style))], Color.parse("#000000"))
    assert segment.style is not None
    return segment.text, segment.style


@pytest.mark.parametrize(
    ("text", "style", "drawn", "looks"),
    [
        ("title", "#000000 on #ffffff", "title", "reverse"),
        ("detail", "#c0c0c0 on #000000", "detail", "dim"),
        ("detail", "#c0c0c0 on #ffffff", "detail", "reverse"),
        ("▌", "#ffffff on #ffffff", " ", "reverse"),
        (" ", "#a0a0a0 on #a0a0a0", "▐", "dim"),
        ("▂", "#a0a0a0 on #000000", "▐", "dim"),
        ("│", "#a0a0a0 on #000000", "│", "dim"),
        ("done", "default on default", "done", ""),
    ],
)
def test_colours_become_weight_and_grounds(text: str, style: str, drawn: str, looks: str) -> None:
    shown, look = colourless(text, style)
    assert shown == drawn
    assert {name for name in ("reverse", "dim") if getattr(look, name)} == set(looks.split())
    assert all(colour is None or colour.is_default for colour in (look.color, look.bgcolor))


@pytest.mark.parametrize("name", IN_COLOUR)
@pytest.mark.parametrize("ground", ["notice", "highlight"])
def test_grounds_of_notices_and_highlights_are_seen_and_can_be_read_on(name: str, ground: str) -> None:
    (theme,) = (each for each in every_theme() if each.name == name)
    behind = textual_theme(theme).variables[ground]
    assert contrast(behind, theme.colours["background"]) >= 1.25
    assert contrast(behind, theme.colours["surface"]) >= 1.2
    assert contrast(behind, theme.colours["text"]) >= (7.0 if name == "contrast" else 4.5)
    assert contrast(behind, theme.colours["muted"]) >= (7.0 if name == "contrast" else 4.5) or ground == "notice"
