"""What is really on the screen can be read in every theme, whichever colours were mixed on the way."""

from collections.abc import Iterator

import pytest
from builders import Desk
from person import Person, every_theme, reading, settings
from rich.color import Color
from textual.strip import Strip
from textual.widgets import Input

PATHS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("slash", *"lantern", "enter", "enter", "s"), "★"),
    (("escape", "escape", "escape", "j", "enter"), "Bridge shut"),
    (("S",), "versions"),
    (("escape", "0"), "Front page"),
    (("escape", "p"), "Names"),
    (("escape", "exclamation_mark"), "picture.txt"),
    (("escape", "d"), "more than a year"),
    (("escape", "question_mark"), "type to search"),
    (("escape", "f9"), "newsprint"),
)
"""Keys that lead from each screen to the next, and what is seen there."""
IN_COLOUR = [theme.name for theme in every_theme() if theme.name not in ("terminal", "monochrome")]


async def test_every_pair_of_colours_on_the_screen_can_be_read(made: Desk) -> None:
    weak: dict[str, dict[tuple[str, str], str]] = {name: {} for name in IN_COLOUR}
    async with reading(made, settings(theme=IN_COLOUR[0])) as person:
        await person.sees("Paragraph 0 of")
        for keys, text in PATHS:
            await person.press(*keys)
            await person.sees(text)
            for name in IN_COLOUR:
                person.app.theme = name
                await person.until(lambda name=name: shows(person, name))  # type: ignore[misc]
                floor = 7.0 if name == "contrast" else 4.5
                weak[name] |= {pair: text for pair, text in pairs(person) if contrast(*pair) < floor}
    assert weak == {name: {} for name in IN_COLOUR}


@pytest.mark.parametrize("theme", ["broadsheet", "harbour"])
@pytest.mark.parametrize(("key", "part"), [("colon", "placeholder"), ("t", "placeholder"), ("t", "suggestion")])
async def test_what_a_field_says_by_itself_can_be_read(made: Desk, theme: str, key: str, part: str) -> None:
    async with reading(made, settings(theme=theme)) as person:
        await person.press(key)
        await person.until(lambda: bool(person.app.screen.query(Input)))
        style = person.app.screen.query_one(Input).get_component_rich_style(f"input--{part}")
        assert style.color is not None
        assert style.bgcolor is not None
        assert contrast(hexadecimal(style.color), hexadecimal(style.bgcolor)) >= 4.5


async def test_the_cursor_of_a_field_is_seen_in_dark_and_in_light_terminals(made: Desk) -> None:
    async with reading(made, settings(theme="terminal")) as person:
        await person.press("f9")
        await person.until(lambda: bool(person.app.screen.query(Input)))
        style = person.app.screen.query_one(Input).get_component_rich_style("input--cursor")
        assert style.reverse
        assert all(each is None or each.is_default for each in (style.color, style.bgcolor))


def shows(person: Person, theme: str) -> bool:
    """Whether a screen is drawn in a theme, which takes Textual a while."""
    (colours,) = (each.colours for each in every_theme() if each.name == theme)
    grounds = {style.bgcolor.get_truecolor().hex for _, style, _ in shown(person)[-1] if style and style.bgcolor}
    return grounds <= {colours["background"], colours["surface"]}


def shown(person: Person) -> list[Strip]:
    """The lines that are looked at: what lies behind a dialog is faded on purpose."""
    strips = person.app.screen._compositor.render_strips()
    if not person.app.screen.is_modal:
        return strips
    region = person.app.screen.query(".dialog").first().region
    return [strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom]]


def pairs(person: Person) -> Iterator[tuple[tuple[str, str], str]]:
    """Every pair of colours in which words are written, with some of them."""
    for strip in shown(person):
        for text, style, _ in strip:
            if style and style.color and style.bgcolor and any(map(str.isalnum, text)):
                yield (hexadecimal(style.color), hexadecimal(style.bgcolor)), text


def hexadecimal(colour: Color) -> str:
    return colour.get_truecolor().hex


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21: WCAG 2.2, "contrast ratio"."""
    lights = sorted(light(colour) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def light(colour: str) -> float:
    """Light of a colour, 0 to 1: WCAG 2.2, "relative luminance"."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    lit = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return float(sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), lit, strict=True)))
