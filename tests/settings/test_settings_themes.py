"""Theme files: what is checked, and what the shipped ones must offer a reader's eyes."""

from collections.abc import Callable, Sequence
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich._palettes import EIGHT_BIT_PALETTE
from textual.color import Color

from reader.errors import ThemeError
from reader.settings.config import Config
from reader.settings.paths import shipped
from reader.settings.themes import REVERSE, ROLES, TERMINAL_COLOURS, Theme, available, load, named, template
from reader.ui.pen import nearest
from reader.ui.widgets.drawing import ASCII, UNICODE

SHIPPED = {theme.name: theme for theme in available([shipped("themes")])[0]}
IN_RGB = [theme for theme in SHIPPED.values() if theme.name not in ("terminal", "monochrome")]
GROUNDS = ("background", "surface")
WRITTEN = ("text", "muted", "faint", "accent", "tag", "unread", "favourite", "new", "error", "warning", "success")
TEXTS = (
    *((role, ground) for role in WRITTEN for ground in GROUNDS),
    ("cursor_text", "cursor"),
    ("muted", "cursor"),
    ("match_text", "match"),
    ("background", "accent"),
)
"""Every pair in which something is written: `tests/ui/test_contrast.py` looks whether there are others."""
BARS = (("accent", "cursor"),)
"""Every pair in which there is only a mark: that of the row under the cursor."""
AA, AAA, SEEN = 4.5, 7.0, 3.0
"""WCAG 2.2: contrast of text at the levels AA and AAA (1.4.3, 1.4.6), and of what carries meaning (1.4.11)."""
MARKS = ("accent", "unread", "favourite", "tag", "new", "error", "warning", "success")


def linear(colour: str) -> tuple[float, float, float]:
    """Light of red, green and blue, 0 to 1: WCAG 2.2, "relative luminance"."""
    red, green, blue = (lit(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return red, green, blue


def lit(part: float) -> float:
    """Light of one channel of sRGB, 0 to 1."""
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21: WCAG 2.2, "contrast ratio"."""
    return ratio(linear(one), linear(other))


def ratio(one: Sequence[float], other: Sequence[float]) -> float:
    """The same of light of red, green and blue."""
    lights = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


SIGHT = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""How colours look to those who lack one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1, linear RGB."""


def light_seen(colour: str, sight: str) -> list[float]:
    """Light of red, green and blue, 0 to 1, that looks to all as the colour looks to such eyes."""
    light = linear(colour)
    return [
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, light, strict=True)))) for row in SIGHT[sight]
    ]


def contrast_seen(one: str, other: str, sight: str) -> float:
    """Contrast of two colours as such eyes see them."""
    return ratio(light_seen(one, sight), light_seen(other, sight))


def of_256(colour: str) -> str:
    """The colour that a terminal with 256 colours shows instead."""
    shown = EIGHT_BIT_PALETTE[nearest(*(int(colour[start : start + 2], 16) for start in (1, 3, 5)))]
    return f"#{shown.red:02x}{shown.green:02x}{shown.blue:02x}"


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    """Lightness, a and b (CIE 1976 L*a*b*, D65) of a colour as such eyes see it."""
    rgb = light_seen(colour, sight)
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    x, y, z = (
        sum(weight * part for weight, part in zip(row, rgb, strict=True)) / full
        for row, full in zip(to_xyz, white, strict=True)
    )
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def difference(one: str, other: str, sight: str) -> float:
    """How far apart two colours look (CIE 1976): 2 is just noticed, 20 is plain."""
    pairs = zip(seen(one, sight), seen(other, sight), strict=True)
    return float(sum((left - right) ** 2 for left, right in pairs) ** 0.5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.yaml"


def faults_of(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ThemeError) as caught:
        load(path)
    return str(caught.value).replace(f"{path.parent}/", "").splitlines()


def test_the_formula_gives_the_known_extremes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert difference("#ff0000", "#00ff00", "tritan") > 100
    assert difference("#b04a00", "#6b6b00", "deutan") < 20 < difference("#b04a00", "#6b6b00", "tritan")


def test_nine_themes_are_shipped_and_all_of_them_load() -> None:
    themes, faults = available([shipped("themes")])
    assert faults == ()
    assert [theme.name for theme in themes] == [
        "broadsheet",
        "broadsheet-dark",
        "colour-blind",
        "contrast",
        "forest",
        "harbour",
        "monochrome",
        "sepia",
        "terminal",
    ]
    assert {theme.dark for theme in themes} == {True, False}
    assert {Config().theme_light, Config().theme_dark} <= set(SHIPPED)
    assert [SHIPPED[name].dark for name in (Config().theme_light, Config().theme_dark)] == [False, True]


@pytest.mark.parametrize("file", sorted(shipped("themes").iterdir()), ids=lambda file: file.name)
def test_a_shipped_theme_says_at_its_top_what_it_is_for(file: Path) -> None:
    assert file.suffix == ".yaml"
    assert file.read_text(encoding="utf-8").startswith("# ")
    assert 10 < len(load(file).description) <= 60


@pytest.mark.parametrize("theme", SHIPPED.values(), ids=lambda theme: theme.name)
def test_textual_takes_every_colour_of_a_shipped_theme(theme: Theme) -> None:
    assert tuple(theme.colours) == tuple(ROLES)
    for colour in set(theme.colours.values()) - {REVERSE}:
        assert Color.parse(colour).a == 1 or colour == "ansi_default"


def test_textual_takes_every_colour_that_may_be_written() -> None:
    for colour in (*TERMINAL_COLOURS, "#abc", "#ABCDEF"):
        assert isinstance(Color.parse(colour), Color)


def too_weak(theme: Theme, floor: float, by: Callable[[str, str], float]) -> list[tuple[str, str, float]]:
    """The pairs of a theme whose contrast is too low, with that contrast."""
    floors = [(pair, floor) for pair in TEXTS] + [(pair, SEEN) for pair in BARS]
    found = [(*pair, by(*(theme.colours[role] for role in pair)), least) for pair, least in floors]
    return [(one, other, round(value, 2)) for one, other, value, least in found if value < least]


@pytest.mark.parametrize("theme", IN_RGB, ids=lambda theme: theme.name)
def test_all_that_is_written_can_be_read(theme: Theme) -> None:
    assert too_weak(theme, AAA if theme.name == "contrast" else AA, contrast) == []
    for text, ground in (
        ("text", "background"),
        ("text", "surface"),
        ("cursor_text", "cursor"),
        ("match_text", "match"),
    ):
        assert contrast(theme.colours[text], theme.colours[ground]) >= AAA, (text, ground)


@pytest.mark.parametrize("theme", IN_RGB, ids=lambda theme: theme.name)
def test_all_that_is_written_can_be_read_in_256_colours(theme: Theme) -> None:
    assert too_weak(theme, AA, lambda one, other: contrast(of_256(one), of_256(other))) == []


@pytest.mark.parametrize("theme", IN_RGB, ids=lambda theme: theme.name)
@pytest.mark.parametrize("sight", SIGHT)
def test_all_that_is_written_can_be_read_with_any_colour_sight(theme: Theme, sight: str) -> None:
    floor = AA if theme.name in ("colour-blind", "contrast") else SEEN
    assert too_weak(theme, floor, lambda one, other: contrast_seen(one, other, sight)) == []


def test_marks_are_told_apart_by_their_characters_too() -> None:
    for marks in (UNICODE, ASCII):
        assert (
            len({marks.unread, marks.favourite, marks.opening, marks.about, marks.new, marks.partly, marks.known}) == 7
        )


@pytest.mark.parametrize("theme", IN_RGB, ids=lambda theme: theme.name)
def test_cursor_hits_and_lines_stand_out_and_grounds_are_what_the_theme_says(theme: Theme) -> None:
    colours = theme.colours
    assert contrast(colours["cursor"], colours["background"]) >= 1.2
    assert contrast(colours["match"], colours["background"]) >= 1.3
    assert contrast(colours["border"], colours["background"]) >= 1.4
    assert (contrast(colours["background"], "#ffffff") > 7) is theme.dark


@pytest.mark.parametrize("theme", IN_RGB, ids=lambda theme: theme.name)
def test_grades_of_text_can_be_told_apart(theme: Theme) -> None:
    ground = theme.colours["background"]
    grades = [contrast(theme.colours[role], ground) for role in ("text", "muted", "faint", "border")]
    assert grades == sorted(grades, reverse=True)
    assert all(above / below >= 1.2 for above, below in pairwise(grades))


def test_the_contrast_theme_reaches_the_highest_grade() -> None:
    colours = SHIPPED["contrast"].colours
    for role in ("text", "muted", "faint", "border", *MARKS):
        assert contrast(colours[role], colours["background"]) >= 7, role
    assert contrast(colours["cursor_text"], colours["cursor"]) >= 7
    assert (
        contrast(colours["cursor"], colours["background"]) >= 2.2
    )  # more of it would be less for what is written on it


@pytest.mark.parametrize("sight", SIGHT)
def test_the_colour_blind_theme_keeps_its_marks_apart_for_every_sight(sight: str) -> None:
    colours = SHIPPED["colour-blind"].colours
    for one, other in combinations(("unread", "favourite", "tag"), 2):
        assert difference(colours[one], colours[other], sight) >= 20, (one, other)
    for good, bad in (("success", "error"), ("success", "warning"), ("new", "error"), ("accent", "error")):
        assert difference(colours[good], colours[bad], sight) >= 20, (good, bad)


@pytest.mark.parametrize("theme", IN_RGB, ids=lambda theme: theme.name)
@pytest.mark.parametrize("sight", SIGHT)
def test_no_mark_looks_like_text_that_is_only_faint(theme: Theme, sight: str) -> None:
    for mark in ("unread", "favourite"):
        assert difference(theme.colours[mark], theme.colours["faint"], sight) >= 10, mark


def test_the_terminal_theme_uses_the_terminals_own_colours_only() -> None:
    colours = SHIPPED["terminal"].colours
    assert set(colours.values()) <= set(TERMINAL_COLOURS)
    assert colours["background"] == colours["text"] == "ansi_default"
    assert colours["cursor"] != colours["cursor_text"]
    assert colours["match"] != colours["match_text"]


def test_the_monochrome_theme_has_no_colours_at_all() -> None:
    theme = SHIPPED["monochrome"]
    assert theme.monochrome
    assert set(theme.colours.values()) == {"ansi_default", "reverse"}
    assert not any(other.monochrome for other in SHIPPED.values() if other is not theme)


def test_a_reversed_ground_goes_with_no_colour_and_only_behind_cursor_and_hits(path: Path) -> None:
    text = template(SHIPPED["monochrome"])
    assert faults_of(path, text.replace("  tag: ansi_default", "  tag: ansi_red")) == [
        "mine.yaml:7: colours: reverse goes with ansi_default only, for it has no colour"
    ]
    assert faults_of(path, text.replace("  tag: ansi_default", "  tag: reverse"))[0].startswith(
        "mine.yaml:19: colours.tag"
    )


def test_no_theme_can_be_called_auto(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="a theme cannot be called auto"):
        load(tmp_path / "auto.yaml")


def test_everything_that_is_wrong_is_told_at_once_with_line_and_near_spelling(path: Path) -> None:
    text = template(SHIPPED["harbour"])
    text = text.replace("dark: true", "dark: perhaps").replace("  accent:", "  acent:")
    text = text.replace('  text: "#dbe4ee"', "  text: #dbe4ee").replace('  border: "#2f3e50"', "  border: ansi_blu")
    text = text.replace('  tag: "#93d5c4"', "  tag: teal").replace("  new:", "  new: [a]\n  unread: ansi_red\n  news:")
    assert faults_of(path, text) == [
        "mine.yaml:4: dark: must be true or false, not 'perhaps'",
        "mine.yaml:6: colours.accent: is missing",
        "mine.yaml:8: colours.text: has no colour; one that begins with # must stand in quotes",
        "mine.yaml:11: colours.border: 'ansi_blu' is no colour; write #rgb, #rrggbb or a name such as ansi_blue"
        "; did you mean ansi_blue?",
        "mine.yaml:12: colours.acent: there is no such role; did you mean accent?",
        "mine.yaml:17: colours.tag: 'teal' is no colour; write #rgb, #rrggbb or a name such as ansi_blue",
        "mine.yaml:20: colours.new: must be a single value, not a list",
        "mine.yaml:21: colours.unread: stands in line 15 already",
        "mine.yaml:22: colours.news: there is no such role; did you mean new?",
    ]


@pytest.mark.parametrize(
    "colour", ["#12", "#12345", "#1234", "#12345678", "#ggg", "rgb(1,2,3)", "auto", "red 50%", "ansi_grey"]
)
def test_a_colour_that_is_none_never_reaches_the_screen(path: Path, colour: str) -> None:
    text = template(SHIPPED["harbour"]).replace('"#dbe4ee"', f'"{colour}"')
    (fault,) = faults_of(path, text)
    assert fault.startswith(f"mine.yaml:8: colours.text: '{colour}' is no colour")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", ["description: is missing", "dark: is missing", "colours: is missing"]),
        ("[a]", ["mine.yaml:1: must hold description, dark, colours"]),
        ("dark: no\ndescription: x\ncolours: red\n", ["colours: must hold a colour for every role"]),
        ("colours: {}\ndark: no\ndescription: x\nname: x\n", ["name: a theme has no such setting"]),
        ('dark: no\ndescription: "a\\nb"\ncolours: {}\n', ["description: must be one line"]),
        ("dark: [\n", ["mine.yaml:2: no valid YAML"]),
    ],
)
def test_a_file_that_is_no_theme_says_what_belongs_there(path: Path, text: str, faults: list[str]) -> None:
    found = "\n".join(faults_of(path, text))
    assert all(fault in found for fault in faults), found


def test_a_theme_may_name_a_colour_once_and_use_it_again(path: Path) -> None:
    text = template(SHIPPED["sepia"]).replace('accent: "#733b11"', 'accent: &brown "#733b11"')
    path.write_text(text.replace('unread: "#73310f"', "unread: *brown"), encoding="utf-8")
    assert load(path).colours["unread"] == "#733b11"


def test_a_name_that_could_not_be_written_in_the_configuration_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="a theme file's name consists of letters"):
        load(tmp_path / "my theme!.yaml")


def test_an_own_theme_replaces_the_shipped_one_of_its_name_and_a_broken_one_does_not(tmp_path: Path) -> None:
    (tmp_path / "sepia.yaml").write_text(template(SHIPPED["forest"]), encoding="utf-8")
    (tmp_path / "forest.yaml").write_text("dark: maybe\n", encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(template(SHIPPED["forest"]), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no theme", encoding="utf-8")
    themes, faults = available([shipped("themes"), tmp_path])
    assert {theme.name for theme in themes} == {*SHIPPED, "mine"}
    assert named("sepia", themes).colours == named("mine", themes).colours == SHIPPED["forest"].colours
    assert named("forest", themes) == SHIPPED["forest"]
    assert {fault.path.name for fault in faults} == {"forest.yaml"}


def test_a_directory_that_is_not_there_holds_no_themes(tmp_path: Path) -> None:
    assert available([tmp_path / "none", tmp_path / "none" / "below"]) == ((), ())


def test_an_unknown_theme_is_an_error_with_the_near_spelling() -> None:
    with pytest.raises(ThemeError, match=r"no theme is called 'habour'; did you mean harbour\?"):
        named("habour", SHIPPED.values())


@pytest.mark.parametrize("theme", SHIPPED.values(), ids=lambda theme: theme.name)
def test_a_template_explains_every_role_and_gives_the_same_theme(path: Path, theme: Theme) -> None:
    text = template(theme)
    path.write_text(text, encoding="utf-8")
    again = load(path)
    assert (again.dark, again.description, again.colours) == (theme.dark, theme.description, theme.colours)
    assert all(f"# {purpose}\n" in text for purpose in ROLES.values())


PIECES = st.sampled_from(
    [*ROLES, "dark", "description", "colours", ": ", "\n", "  ", '"#fff"', "#fff", "[", "]", "*a", "&a "]
)


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60))
def test_a_theme_file_gives_a_theme_or_faults_and_never_fails(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    themes, faults = available([path.parent])
    assert bool(themes) is not bool(faults)
    assert all(tuple(theme.colours) == tuple(ROLES) for theme in themes)
    assert all(str(fault).startswith(str(path)) and str(fault).isprintable() for fault in faults)
