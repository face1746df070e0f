"""Builders for the tests of the panes: an app of one pane, what its screen shows, and made-up articles."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.message import Message
from textual.widget import Widget

from reader.model.article import Article, Block, BlockKind, Value
from reader.model.headline import Headline
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.related_list import RelatedList

COLOURS = {
    "paper": "#faf8f3",
    "ink": "#22201c",
    "muted": "#6d675d",
    "faint": "#a09888",
    "rule": "#d9d3c5",
    "cursor": "#26415e",
    "cursor-ink": "#ffffff",
    "unread": "#b4451f",
    "favourite": "#b8860b",
    "tag": "#3d6b58",
    "match": "#ffe08a",
    "match-ink": "#22201c",
    "new": "#3d6b58",
    "highlight": "#e4ded0",
    "highlight-style": "none",
    "match-style": "none",
    "hit": "#26415e",
    "hit-ink": "#ffffff",
    "hit-style": "bold underline",
    "heading-style": "none",
}


class PaneApp(App[None]):
    """Some panes side by side and nothing else; remembers what they reported."""

    def __init__(self, *panes: Widget) -> None:
        super().__init__()
        self._panes = panes
        self.reported: list[Message] = []

    CSS = "Screen { layout: horizontal; }"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return COLOURS

    def compose(self) -> ComposeResult:
        yield from self._panes

    def shown(self) -> list[str]:
        """The lines of the screen, without the blanks and scrollbars at their ends."""
        return [strip.text.rstrip(" ▁▂▃▄▅▆▇█") for strip in self.screen._compositor.render_strips()]

    def on_article_list_highlighted(self, message: ArticleList.Highlighted) -> None:
        self.reported.append(message)

    def on_article_list_chosen(self, message: ArticleList.Chosen) -> None:
        self.reported.append(message)

    def on_article_list_scrolled(self, message: ArticleList.Scrolled) -> None:
        self.reported.append(message)

    def on_article_list_failed(self, message: ArticleList.Failed) -> None:
        self.reported.append(message)

    def on_article_view_scrolled(self, message: ArticleView.Scrolled) -> None:
        self.reported.append(message)

    def on_related_list_highlighted(self, message: RelatedList.Highlighted) -> None:
        self.reported.append(message)

    def on_related_list_chosen(self, message: RelatedList.Chosen) -> None:
        self.reported.append(message)


class Source:
    """A catalogue of made-up headlines that remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.known: dict[int, Headline] = {}
        self.missing: set[int] = set()

    def __call__(self, numbers: Sequence[int]) -> list[Headline]:
        self.asked.append(list(numbers))
        return [self.known.get(number) or made_up(number) for number in numbers if number not in self.missing]


def made_up(number: int) -> Headline:
    return Headline(
        number, f"{number}.txt", f"Title {number}", date="2021-04-08", date_confidence=1, outlet="Daily Ledger"
    )


def sample_article() -> Article:
    """One block of each kind."""
    blocks = (
        Block(BlockKind.BOILERPLATE, "Share this story"),
        Block(BlockKind.BOILERPLATE, "Subscribe to our letter"),
        Block(BlockKind.PARAGRAPH, "The harbour of Port Ellery closed on Monday after the ferry ran aground."),
        Block(BlockKind.HEADING, "What happened"),
        Block(BlockKind.QUOTATION, "Nobody was hurt."),
        Block(BlockKind.TWEET, "All safe.", author="Ada Moss", handle="@adamoss", date="2021-04-07"),
        Block(BlockKind.CAPTION, "The ferry at dawn", credit="J. Holt"),
        Block(BlockKind.PARAGRAPH, "The harbour reopens on Friday."),
    )
    return Article(
        "ferry.txt",
        title=Value("Ferry runs aground", "derived", 0.5),
        date=Value("2021-04-08", "crawl mark", 0.6),
        outlet=Value("Cape Herald", "header", 1),
        agency=Value("Xinhua", "credit", 1),
        byline=Value("Jane Doe", "byline", 1),
        standfirst=Value("Nobody hurt, says harbour master", "bold", 1),
        blocks=blocks,
        words=240,
        notes=("Read as cp1252 (guessed).",),
    )


def long_article(paragraphs: int = 40) -> Article:
    """Paragraph n says `word` often, and `needle<n>` once, at its end."""
    blocks = (Block(BlockKind.PARAGRAPH, "word " * 60 + f"needle{number}") for number in range(paragraphs))
    return Article("long.txt", title=Value("Long read", "header", 1), blocks=tuple(blocks), words=61 * paragraphs)
