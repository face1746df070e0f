"""Actions that send the text of an article to a command of the person's own: one that prints, one that reads aloud."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from textual.message import Message
from textual.worker import Worker, get_current_worker

from reader.model.article import Article, BlockKind
from reader.ui.messages import Failed
from reader.ui.programs.running import CommandError, Output, run
from reader.ui.screens.opening import Opening
from reader.ui.widgets.drawing import cut, drawable

PIPE_SECONDS = 60.0
"""How long a command may take to print."""
ALOUD_SECONDS = 24 * 3600.0
"""How long it may take to read aloud."""
LONGEST_COMMAND = 40
"""Cells of a command in an answer."""
_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.|.\x08")
"""What only has a meaning to a terminal: colours, titles, letters that are struck over."""


@dataclass
class Piped(Message):
    """A command has ended that an article was sent to."""

    number: int
    """Number of the article."""
    command: str
    """The command."""
    output: Output
    """What it printed."""


@dataclass
class Spoken(Message):
    """A command has ended that reads aloud."""

    command: str
    """The command."""
    output: Output
    """What it printed, and how it ended."""


class Sending(Opening):
    """What an article says is never part of a command: that is typed, or stands in the settings."""

    _typed_command: str | None = None
    """The command that was typed last."""
    _piping: Worker[None] | None = None
    _speaking: Worker[None] | None = None

    def do_article_pipe(self) -> None:
        """Ask for a command, and show what it makes of the text."""
        from reader.ui.dialogs.mode import FieldMode  # like every dialog: not needed for the first screen

        article = self._article_meant()
        if self.refused_in_browser("Text is sent to commands"):
            return
        if article is None:
            self.answer("There is no article to send to a command.")
            return
        number = self.marked

        def send(command: str | None) -> None:
            if command and command.strip():
                self._typed_command = command.strip()
                self._pipe(number, article, command.strip())

        proposed = self.config.commands.pipe if self._typed_command is None else self._typed_command
        self.app.push_screen(FieldMode("send to", "a command, such as wc -w", proposed), send)

    def _pipe(self, number: int, article: Article, command: str) -> None:
        self._stop(self._piping)
        text, variables = written(article), self._variables(number, article)

        def pipe() -> None:
            worker = get_current_worker()
            try:
                output = run(command, text, variables, PIPE_SECONDS, lambda: worker.is_cancelled)
            except CommandError as fault:
                self.post_message(Failed(fault))
            else:
                self.post_message(Piped(number, command, output))

        self.answer(f"{_named(command)} runs; {self.key('app.back')} stops it.")
        self._piping = self.run_worker(pipe, thread=True, group="pipe", exit_on_error=False)

    def on_piped(self, message: Piped) -> None:
        """Show what the command printed over the article."""
        self._piping = None
        if message.number != self.shown:
            self.load(message.number)
        if not self.reader.covered:
            self._pane_before_cover = self.pane
        told = f"{message.command} · {message.output.end}"
        self.reader.show_output(told, shown_output(message.output))
        self.go_to_pane(self.reader)
        self.answer(f"{self.key('app.back')} goes back to the article.")

    def do_article_aloud(self) -> None:
        """Read the text aloud, or stop that."""
        if self.refused_in_browser("Text is read aloud"):
            return
        if self._speaking:
            self._stop(self._speaking)
            self._speaking = None
            self.answer("Stopped reading aloud.")
            return
        command, article = self.config.commands.aloud, self._article_meant()
        if not command:
            self.answer(
                "Nothing reads aloud yet: the setting commands.aloud names a command, such as espeak-ng or say."
            )
        elif article is None:
            self.answer("There is no article to read aloud.")
        else:
            self._speak(command, article, self._variables(self.marked, article))

    def _speak(self, command: str, article: Article, variables: Mapping[str, str]) -> None:
        def speak() -> None:
            worker = get_current_worker()
            try:
                output = run(command, written(article), variables, ALOUD_SECONDS, lambda: worker.is_cancelled)
            except CommandError as fault:
                self.post_message(Failed(fault))
                return
            if not worker.is_cancelled:
                self.post_message(Spoken(command, output))

        self._speaking = self.run_worker(speak, thread=True, group="aloud", exit_on_error=False)
        self.answer(f"{_named(command)} reads aloud; {self.key('article.aloud')} stops it.")

    def on_spoken(self, message: Spoken) -> None:
        """Say why it has ended, where it was not at the end of the text."""
        self._speaking = None
        complaint = shown_output(message.output).strip().rpartition("\n")[2]
        ended = message.output.end
        self.answer("" if ended == "ended with 0" else f"{_named(message.command)} {ended}: {drawable(complaint)}")

    def go_back(self) -> bool:
        """Stop the command that runs, or one of the other steps back."""
        if self._piping:
            self._stop(self._piping)
            return True
        return super().go_back()

    def on_unmount(self) -> None:
        """Leave nothing running."""
        self._stop(self._piping)
        self._stop(self._speaking)

    def _stop(self, worker: Worker[None] | None) -> None:
        """Have a worker end its command; it looks for that every now and then."""
        if worker:
            worker.cancel()

    def _variables(self, number: int, article: Article) -> Mapping[str, str]:
        """What a command is told of the article in its environment."""
        told = {
            "ID": article.id,
            "TITLE": article.title.text,
            "URL": article.url.text,
            "DATE": article.date.text,
            "PATH": str(self.library.files.path(number).absolute()),
        }
        return {f"BROADSHEET_{name}": text.replace("\0", "") for name, text in told.items()}


def _named(command: str) -> str:
    """A command in an answer, which has little room."""
    return cut(drawable(command), LONGEST_COMMAND)


def written(article: Article) -> str:
    """An article as plain text: its title, a blank line, and its paragraphs with blank lines between them."""
    prose = (block.text for block in article.blocks if block.kind is not BlockKind.BOILERPLATE)
    title = "" if article.title_derived else article.title.text
    return "\n\n".join(filter(None, (title, article.standfirst.text, *prose))) + "\n"


def shown_output(output: Output) -> str:
    """What a command printed, its complaints last, without what only a terminal understands."""
    parts = [part for part in (output.out, output.errors) if part.strip()]
    text = "\n".join(part.strip("\n") for part in parts) or "It printed nothing."
    return _ESCAPES.sub("", text.replace("\r\n", "\n")).replace("\r", "\n")
