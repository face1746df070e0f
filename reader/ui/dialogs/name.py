"""Choose a name of the folder by part of it."""

from textual.content import Content
from textual.widgets.option_list import Option

from reader.model.name import NameCount
from reader.told import counted
from reader.ui.dialogs.choice import nothing_holds
from reader.ui.dialogs.found import FoundDialog
from reader.ui.widgets.drawing import drawable
from reader.ui.widgets.name_lines import KIND_NAMES


class NameDialog(FoundDialog[NameCount]):
    """Returns the name that was chosen, or nothing."""

    HINT = "type part of a name"

    def described(self, each: NameCount, room: int) -> Content:  # noqa: ARG002 - as the others
        """The name, its kind, and in how many articles it stands."""
        told = f"{KIND_NAMES[each.kind][0]} · {counted(each.articles, 'article')}"
        return Content.assemble(f"{drawable(each.text)}  ", (told, "$muted"))

    def nothing(self, part: str) -> Option:
        """That no name holds it."""
        return nothing_holds(part)
