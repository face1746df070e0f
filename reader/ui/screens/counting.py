"""How many articles the list is about, told again when marks change: rows stay listed that answer no longer."""

from collections.abc import Mapping, Sequence

from reader.library import Library
from reader.query import depends_on_marks
from reader.settings.config import Config
from reader.ui.messages import Counted
from reader.ui.screens.listing import Listing


class Counting(Listing):
    """A row does not vanish under the cursor, but it is not counted either."""

    def __init__(self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(library, config, keys)
        self._counts_asked = 0

    def changed(self, numbers: Sequence[int]) -> None:
        """Show the new marks of some articles everywhere, and count again where that may make a difference."""
        super().changed(numbers)
        if depends_on_marks(self.sought.root):
            self._counts_asked += 1
            self._count_again(self._counts_asked)

    def _count_again(self, asked: int) -> None:
        request, view, search = self.request, self.view, self.asked

        def count() -> None:
            self.post_answer(lambda: Counted(request, asked, self.found(view, search, ())))

        self.run_worker(count, thread=True, exclusive=True, group="count", exit_on_error=False)

    def on_counted(self, message: Counted) -> None:
        """Tell it, unless another list or other marks were asked about meanwhile."""
        if message.request == self.request and message.asked == self._counts_asked:
            answering = set(message.found.numbers)
            self.tell_count(sum(number not in answering for number in self.numbers))
