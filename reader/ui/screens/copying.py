"""Actions that take text out of an article: selecting, copying, quoting."""

import os
from dataclasses import dataclass

from textual.message import Message

from reader.clipboard import TERMINAL, Way
from reader.model.article import Article
from reader.told import counted
from reader.ui.screens.finding import Finding
from reader.ui.widgets.drawing import drawable


@dataclass
class Copied(Message):
    """A way to the clipboard was found."""

    text: str
    """What was to be copied."""
    told: str
    """How that is called."""
    way: Way
    """The way."""


class Copying(Finding):
    """What is copied goes the best way that there is, and which that was is told."""

    def do_text_select(self) -> None:
        """Select text with keys, from the first line in view on."""
        from reader.ui.dialogs.select_mode import SelectMode  # like every dialog: not needed for the first screen

        if not self.reader.begin_selecting():
            self.answer("There is no text to select.")
            return
        mode = SelectMode(self.reader, self.keys, self.key("article.copy"), self.key("article.cite"))
        self.app.push_screen(mode, self._selected)

    def _selected(self, action: str | None) -> None:
        if action:
            with self.faults_told():
                getattr(self, f"do_{action.replace('.', '_')}")()
        if action or action is None:
            self.reader.drop_selection()
        elif self.reader.selected:
            copy, back = self.key("article.copy"), self.key("app.back")
            self.answer(f"{copy} copies what is selected, {self.key('article.cite')} with its source; {back} drops it.")

    def do_article_copy(self) -> None:
        """Copy what is selected; otherwise the article's address, or the path of its file."""
        selected = self._selected_text()
        if selected:
            self._copy(selected, counted(len(selected.split()), "word"))
            return
        number, article = self.marked, self._article_meant()
        if article is None:
            self.answer("There is no article whose address could be copied.")
        elif article.url:
            self._copy(drawable(article.url.text), "the address")
        else:
            self._copy(str(self.library.files.path(number).absolute()), "the path")

    def do_article_cite(self) -> None:
        """Copy what is selected, or the beginning, as a quotation with its source."""
        from reader.articles.citation import citation  # not needed for the first screen

        article = self._article_meant()
        if article is None:
            self.answer("There is no article to quote.")
            return
        told = drawable(citation(article, self.headline(self.marked), self._selected_text()))
        self._copy(told, "the quotation with its source")

    def action_copy_text(self) -> None:
        """Copy what is selected, by the usual key of Textual."""
        if self.reader.selected:
            self.do_article_copy()
        else:
            super().action_copy_text()

    def _key_escape(self) -> None:
        """Leave the selection to `go_back`: Textual would drop it, and the same key would do something else too."""

    def _selected_text(self) -> str:
        return self.reader.selected if self.pane is self.reader else ""

    def refused_in_browser(self, what: str) -> bool:
        """Whether this is no place for programs: who looks through a browser may be anybody, on any machine."""
        if self.app.is_web:
            self.answer(f"{what} only in a terminal: through a browser no program is run.")
        return self.app.is_web

    def _article_meant(self) -> Article | None:
        """The article on show, or the one under the cursor of the list."""
        number = self.marked
        if number and number == self.shown and self.reader.article:
            return self.reader.article
        return self.library.article(number) if number else None

    def _copy(self, text: str, told: str) -> None:
        """Have a thread look for a way: a program may take its time."""
        from reader.clipboard import copied, ways

        if self.app.is_web:
            self.post_message(Copied(text, told, TERMINAL))  # which here is the browser
            return

        def copy() -> None:
            self.post_message(Copied(text, told, copied(text, ways(os.environ))))

        self.run_worker(copy, thread=True, group="copy", exit_on_error=False)

    def on_copied(self, message: Copied) -> None:
        """Say which way was found; the terminal can only be asked here."""
        if message.way is TERMINAL:
            self.app.copy_to_clipboard(message.text)
            self.answer(f"{message.told[:1].upper()}{message.told[1:]} sent {TERMINAL.told}.")
        else:
            self.answer(f"Copied {message.told} {message.way.told}.")

    def go_back(self) -> bool:
        """From what is selected to nothing selected, or one of the other steps back."""
        if self.reader.selected:
            self.reader.drop_selection()
            return True
        return super().go_back()
