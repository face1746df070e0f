"""Every action of the table does something that can be seen; in `system/test_all_keys` all its keys are tried."""

from pathlib import Path

import pytest
from builders import Desk
from person import reading

from reader.settings.keys import ACTIONS, PANES, Scope

SHOWS = {
    "article.open": ((), "33 unread"),
    "article.next": ((), "33 unread"),
    "article.favourite": ((), "★ The long report"),
    "article.tag": ((), "Tags of “The long report”"),
    "article.related": (("r", "r"), "Nothing in this"),
    "article.unread": (("enter",), "34 unread"),
    "article.boilerplate": (("j", "j", "j"), "Your email address"),
    "article.evidence": ((), "front matter at the top"),
    "article.raw": ((), "title: The long report"),
    "article.days": (("enter",), "This text names no day"),
    "marks.undo": ((), "Nothing to undo."),
    "marks.redo": ((), "Nothing to redo."),
    "list.select": ((), "1 chosen"),
    "list.select_above": (("j",), "2 chosen"),
    "list.select_below": (("j",), "33 chosen"),
    "list.select_all": ((), "34 chosen"),
    "list.mark_read": ((), "Mark 34 articles as read?"),
    "article.note": ((), "Note on “The long report”"),
    "passage.highlight": (("tab",), "Highlight: Paragraph 0 of"),
    "view.saved": ((), "No search is saved yet"),
    "search.save": ((), "There is nothing to save"),
    "text.find": ((), "words of this text"),
    "text.select": (("tab",), "other end"),
    "article.copy": ((), "path sent to the terminal (OSC 52)"),
    "article.cite": ((), "quotation with its source sent to the terminal (OSC 52)"),
    "link.open": ((), "There is no link in this text."),
    "article.edit": ((), "No editor is set"),
    "article.pipe": ((), "send to"),
    "article.aloud": ((), "Nothing reads aloud yet"),
    "search.open": ((), "title:x"),
    "search.accept": (("slash", *"lantern"), "1 found"),
    "search.earlier": (("slash",), "There is no earlier search."),
    "search.later": (("slash", *"lantern"), "1 found"),
    "search.clear": (("slash", *"lantern"), "enter open"),
    "search.next_hit": (("slash", *"lantern", "enter"), "Another lantern"),
    "search.previous_hit": ((), "Nothing is found in this text."),
    "move.down": ((), "Bridge to close"),
    "move.up": (("j", "j"), "more than a year"),
    "move.page_down": ((), "talked about the note"),
    "move.page_up": (("G",), "talked about the note"),
    "move.top": (("G",), "Paragraph 0 of"),
    "move.bottom": ((), "talked about the note-29"),
    "other.down": (("tab",), "more than a year"),
    "other.up": (("j", "tab"), "Paragraph 0 of"),
    "pane.next": ((), ""),
    "pane.previous": ((), ""),
    "pane.wider": ((), "48 columns of 120"),
    "pane.narrower": ((), "38 columns of 120"),
    "pane.usual": ((), "as in the configuration"),
    "pane.list": ((), "Paragraph 0 of"),
    "pane.text": ((), "● The long report"),
    "pane.related": ((), "Paragraph 0 of"),
    "text.wider": ((), "columns: the pane has no more."),
    "text.narrower": ((), "42 columns"),
    "history.back": ((), "No article has been opened yet."),
    "history.forward": ((), "No article has been opened yet."),
    "pane.text_only": ((), "Paragraph 0 of"),
    "view.all": (("2",), "34 articles"),
    "view.unread": ((), "[unread]"),
    "view.favourites": ((), "[favourites]"),
    "view.tag": ((), "No tags yet"),
    "novelty.next": ((), "Nothing here is marked as new."),
    "novelty.previous": ((), "Nothing here is marked as new."),
    "novelty.hide": ((), "There is nothing to hide"),
    "list.stories": ((), "Stories, with their versions folded."),
    "story.unfold": ((), "Every article has a line of its own"),
    "story.open": ((), "No other article here tells this story"),
    "story.compare": ((), "No other version of this article is known."),
    "story.merged": ((), "the only version here"),
    "story.timeline": ((), "1 day · 1 version"),
    "help.open": ((), "type to search"),
    "palette.open": ((), "Search for commands"),
    "theme.choose": ((), "newsprint"),
    "front.open": ((), "now · 5 Apr – 30 May 2021"),
    "names.open": ((), "[1 all"),
    "problems.open": ((), "1 file without an article"),
    "app.back": (("2",), "34 articles"),
    "app.leave": (("2",), "34 articles"),
    "app.refresh": ((), "1 new article"),
    "app.suspend": ((), "There is no shell here to go to."),
}
"""By action: the keys that lead to where it is tried, and what is seen then. Those without a key are tried below."""
ENDS = {"app.quit"}
KEYLESS = {"app.screenshot", "config.reload", "welcome.open"}
UNSEEN = {"app.repaint"}
"""What shows nothing new; it is tried in a real terminal."""


IN_PANES = [action for action in ACTIONS if action.scope.places & {*PANES, Scope.SEARCH}]


def test_every_action_is_tried() -> None:
    assert {*SHOWS, *ENDS, *KEYLESS, *UNSEEN} == {action.id for action in IN_PANES}
    assert {action.id for action in IN_PANES if not action.keys} == KEYLESS


@pytest.mark.parametrize("name", SHOWS)
async def test_the_first_key_of_an_action_shows_something(made: Desk, name: str) -> None:
    before, text = SHOWS[name]
    (action,) = (each for each in ACTIONS if each.id == name)
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press(*before)
        if "lantern" in "".join(before):
            await person.sees("A lantern stood there")
        if name == "app.refresh":
            (made.folder / "fresh.txt").write_text("---\ntitle: Fresh\n---\nThe news of the day.\n")
        await person.pilot.pause(0.1)  # not for a result: for what the keys before may still have to draw
        was, focus = person.screen, person.app.screen.focused
        await person.press(*action.keys[0].split(" "))
        await person.sees(text)
        await person.until(lambda: person.screen != was or person.app.screen.focused is not focus)


@pytest.mark.parametrize("key", ["Q", "ctrl+q"])
async def test_the_application_is_left(made: Desk, key: str) -> None:
    async with reading(made) as person:
        await person.press(key)
        await person.until(lambda: not person.app.is_running)


async def test_an_action_without_a_key_is_found_by_its_words(
    made: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(made) as person:
        await person.press("colon")
        await person.sees("Search for commands")
        await person.type("save a picture")
        await person.sees("app.screenshot")
        await person.press("enter")
        await person.sees("Saved ./Broadsheet")
    assert list(tmp_path.glob("Broadsheet*.svg"))


async def test_the_help_is_searched_by_words(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("question_mark")
        await person.sees("Open the article under the cursor")
        await person.type("favour")
        await person.sees("Mark or unmark as favourite", "Show the favourites")
        assert "Open the article" not in person.screen
        await person.type("xyz")
        await person.sees("No key does that, and no mark looks like that.")
        await person.press("escape")
        await person.sees("The long report")
