"""Actions that open what an article leads to: its links in a browser, its file in an editor."""

import os
import signal
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from textual.app import SuspendNotSupported
from textual.message import Message

from reader.ui.messages import Failed, FolderChanged
from reader.ui.screens.copying import Copying
from reader.ui.widgets.drawing import drawable


@dataclass
class LinkOpened(Message):
    """A browser has taken an address."""

    told: str
    """What is told of it."""


class Opening(Copying):
    """Commands come from the settings and the environment; an article gives no more than an address or a path."""

    # Links

    def do_link_open(self) -> None:
        """Number the links of the text, and open the one that is chosen; where there is only one, that."""
        from reader.ui.dialogs.links_mode import LinksMode  # like every dialog: not needed for the first screen

        addresses = self.reader.number_links()
        if len(addresses) < 2:
            self._open_link(addresses[0] if addresses else None)
            if not addresses:
                self.answer("There is no link in this text.")
            return
        self.go_to_pane(self.reader)
        self.app.push_screen(LinksMode(self.reader, addresses, self.keys), self._open_link)

    def _open_link(self, address: str | None) -> None:
        from reader.ui.programs.openers import IN_TERMINAL, browser_command, open_address, with_address

        self.reader.forget_links()
        if not address:
            return
        if self.app.is_web:
            self.app.open_url(address)  # in the browser that shows the reader
            return
        with self.faults_told():
            command = browser_command(self.config.commands.browser, os.environ)
            name = PurePath(command[0]).name
            if name in IN_TERMINAL:
                self._lend_terminal(with_address(command, address))
                return
            self.answer(f"{name} opens {drawable(address)} …")
            opened = LinkOpened(f"Opened {drawable(address)} with {name}.")
            self._try(lambda: open_address(command, address), opened)

    def _try(self, work: Callable[[], None], done: Message) -> None:
        """Have a thread do something that may take its time, and post that it is done, or what kept it from that."""
        from reader.ui.programs.openers import ProgramError

        def attempt() -> None:
            try:
                work()
            except ProgramError as fault:
                self.post_message(Failed(fault))
            else:
                self.post_message(done)

        self.run_worker(attempt, thread=True, group="open", exit_on_error=False)

    def on_link_opened(self, message: LinkOpened) -> None:
        """Say what was opened."""
        self.answer(message.told)

    # The file

    def do_article_edit(self) -> None:
        """Edit the file of the article, then have the folder read."""
        from reader.ui.programs.openers import at_line, editor_command

        number = self.marked
        if self.refused_in_browser("Files are edited"):
            return
        if not number:
            self.answer("There is no article whose file could be edited.")
            return
        path, line = self.library.files.place_to_edit(number)
        command = editor_command(self.config.commands.editor, os.environ)
        self._lend_terminal(at_line(command, str(path.absolute()), line))
        self.post_message(FolderChanged())

    def _lend_terminal(self, command: Sequence[str]) -> None:
        """Let another program have the terminal until it ends."""
        try:
            with self.app.suspend():
                fault = _run_in_terminal(command)
        except SuspendNotSupported:
            self.answer("This terminal cannot be lent to another program.")
            return
        self.app.refresh(layout=True)
        self.answer(fault)


def _run_in_terminal(command: Sequence[str]) -> str:
    """Run a program in the terminal until it ends; returns what is wrong, in words, or nothing."""
    # What ctrl+c ends there is that program and not the reader; a handler, unlike SIG_IGN, is not inherited.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        ended = subprocess.run(command, check=False).returncode
    except (OSError, ValueError) as fault:
        return f"{PurePath(command[0]).name} cannot be run: {fault}"
    finally:
        signal.signal(signal.SIGINT, before)
    return f"{PurePath(command[0]).name} ended with {ended}." if ended else ""
