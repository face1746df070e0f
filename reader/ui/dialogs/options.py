"""A list of options whose cursor changes the colour of all that stands in a row."""

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Options(OptionList):
    """What is said about an option in another colour is not so under the cursor: it might not be read there."""

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        strips = super()._get_option_render(option, style)
        if style != self.get_visual_style("option-list--option-highlighted"):
            return strips
        one = RichStyle(color=style.rich_style.color)
        return [Strip([_in(one, segment) for segment in strip], strip.cell_length) for strip in strips]


def _in(colour: RichStyle, segment: Segment) -> Segment:
    text, style, control = segment
    return Segment(text, (style or RichStyle()) + colour, control)
