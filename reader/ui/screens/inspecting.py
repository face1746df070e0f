"""Actions that look behind an article: evidence, corrections, its file as it is, the days it names, problems."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.errors import BroadsheetError
from reader.files import Raw
from reader.model.article import LIKELY, SURE, Article
from reader.model.refresh import Problem
from reader.ui.messages import Failed, FolderChanged, Loaded, RawRead
from reader.ui.screens.moving import Pane
from reader.ui.screens.noting import Noting
from reader.ui.screens.resuming import Resuming
from reader.ui.screens.saving import Saving
from reader.ui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from reader.articles.evidence import Evidence


class Inspecting(Saving, Resuming, Noting):
    """What is read for it is read by a worker."""

    _tells_days = False
    _raw_wanted = 0
    """Number of the article whose file is about to be shown."""
    _pane_before_cover: Pane | None = None

    # Evidence and corrections

    def do_article_evidence(self) -> None:
        """Show where every value of the article was found, and let it be corrected."""
        from reader.ui.dialogs.evidence import EvidenceDialog

        number = self.marked
        if not number:
            self.answer("There is no article to look into.")
            return
        # Read here and not by a worker: the keys that follow are meant for the dialog.
        evidence, headline = self.library.files.evidence(number), self.headline(number)

        def correct(field: str, text: str) -> "Sequence[Evidence]":
            self.library.corrections.correct(number, field, text)
            return self._corrected(number)

        def take_back(field: str) -> "Sequence[Evidence]":
            self.library.corrections.take_back(number, field)
            return self._corrected(number)

        if headline:
            title, marks = headline.title or headline.id, self.config.ascii_marks
            self.app.push_screen(EvidenceDialog(title, evidence, correct, take_back, ascii_marks=marks))

    def _corrected(self, number: int) -> "Sequence[Evidence]":
        """Show a correction everywhere, and have that file read again for what only a refresh can tell."""
        self.keep_listed([number])
        self.changed([number])
        if self.shown == number:
            self.load(number, opened=self.opened == number)
        self.post_message(FolderChanged())
        return self.library.files.evidence(number)

    # The file as it is

    def do_article_raw(self) -> None:
        """Show the file of the article as it is, or the article again."""
        if self.reader.covered:
            self._leave_cover()
            return
        self._raw_wanted = self.marked
        headline, article = self.headline(self.marked), self.reader.article
        if headline is None:
            self.answer("There is no article to show the file of.")
        elif article and article.id == headline.id and self.shown == self._raw_wanted:
            self._read_raw()
        else:
            self.load(self._raw_wanted)  # and then its file

    def _read_raw(self) -> None:
        number = self._raw_wanted
        self._read(lambda: self.post_message(RawRead(number, self.library.files.raw_view(number))))

    def on_raw_read(self, message: RawRead) -> None:
        """Show it, unless there is another article in the reader by now."""
        self._raw_wanted = 0
        if message.number in (0, self.shown):
            self._show_raw(message.raw)

    def _show_raw(self, raw: Raw) -> None:
        if not self.reader.covered:
            self._pane_before_cover = self.pane
        self.reader.show_raw(raw)
        self.go_to_pane(self.reader)
        self.answer(f"{self.key('article.raw')} or {self.key('app.back')} goes back to the article.")

    def _leave_cover(self) -> None:
        self.reader.uncover()
        if self._pane_before_cover and self.pane is self.reader:
            self.go_to_pane(self._pane_before_cover)

    def go_back(self) -> bool:
        """From the file as it is to the article, or one of the other steps back."""
        if self.reader.covered:
            self._leave_cover()
            return True
        return super().go_back()

    # Days

    def do_article_days(self) -> None:
        """Tell the days that the text names, or no longer."""
        self._tells_days = not self._tells_days
        article = self.reader.article
        day, confidence = self._day_of(self.shown, article) if article else ("", 0.0)
        self.reader.days_from = day if self._tells_days else ""
        if not self._tells_days:
            return
        if not article:
            self.answer("Days will be told in the text of articles.")
        elif not day:
            self.answer("The day of this article is not known, so the days that it names are not either.")
        elif not self.reader.days_told:
            self.answer("This text names no day by its distance from its own.")
        elif confidence < SURE:
            self.answer("Reckoned from a day of publication that was itself inferred.")

    def on_loaded(self, message: Loaded) -> None:
        """Show the article, with its days told where that is wanted, or then its file."""
        message.prevent_default()  # or Textual would call the handler of the base again
        if self._tells_days and message.number == self.shown:
            day, _ = self._day_of(message.number, message.article)
            self.reader.set_reactive(ArticleView.days_from, day)
        super().on_loaded(message)
        if message.number == self.shown == self._raw_wanted:
            self._read_raw()

    def _day_of(self, number: int, article: Article) -> tuple[str, float]:
        """The day of an article where it is at least likely, its own or that of a copy; and how sure it is."""
        if article.date.confidence >= LIKELY:
            return article.date.text, article.date.confidence
        headline = self.headline(number)
        return (headline.date, headline.date_confidence) if headline and headline.date_confidence >= LIKELY else ("", 0)

    # Problems

    def do_problems_open(self) -> None:
        """The files that gave no article or a doubtful one."""
        from reader.ui.screens.problems import ProblemsScreen

        library = self.library
        screen = ProblemsScreen(library.problem_groups, library.problems_of, ascii_marks=self.config.ascii_marks)
        self.app.push_screen(screen, self._open_problem)

    def _open_problem(self, problem: Problem | None) -> None:
        """Show a doubtful article, or the file that gave none as it is."""
        if problem and problem.article:
            self.open_article(problem.article)
        elif problem:
            self._read(lambda: self.post_message(RawRead(0, self.library.files.raw_problem(problem.id))))

    def _read(self, work: Callable[[], object]) -> None:
        """Have a worker read something and post it, or what kept it from that."""

        def read() -> None:
            try:
                work()
            except BroadsheetError as fault:
                self.post_message(Failed(fault))

        self.run_worker(read, thread=True, exclusive=True, group="inspect", exit_on_error=False)
