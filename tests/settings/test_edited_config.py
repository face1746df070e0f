"""What of an edited configuration counts at once."""

from dataclasses import fields

from reader.settings.config import Config, Layout, MarkRead
from reader.settings.rereading import AT_START, Reread, reread


def test_what_is_only_looked_at_when_broadsheet_starts_stays_and_is_named() -> None:
    before = Config(folder="/a")
    edited = Config(folder="/b", mouse=False, mark_read=MarkRead.NEVER, layout=Layout(measure=60))
    assert reread(before, edited) == Reread(
        Config(folder="/a", mark_read=MarkRead.NEVER, layout=Layout(measure=60)),
        ("mark_read", "layout"),
        ("folder", "mouse"),
    )


def test_what_stays_is_named_again_as_long_as_the_file_says_otherwise() -> None:
    once = reread(Config(), Config(watch=False))
    assert reread(once.config, Config(watch=False)).later == ("watch",)
    assert reread(once.config, Config()) == Reread(Config())


def test_every_name_is_that_of_a_setting() -> None:
    assert {each.name for each in fields(Config)} >= AT_START
