"""The configuration read again while the main screen is on show."""

from collections.abc import Mapping

from reader.settings.config import Config
from reader.ui.arrangement import Arrangement
from reader.ui.screens.welcoming import Welcoming


class Configuring(Welcoming):
    """Keys, marks and layout follow the file."""

    def do_config_reload(self) -> None:
        """Have the file read again."""
        self.call_later(self.app.run_action, "read_configuration")

    def take_configuration(self, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Be as another configuration says, as far as that counts at once."""
        before = self.config
        self.hear(config, keys)
        self.set_up_panes()
        if config.layout != before.layout:
            self.rearrange(Arrangement.of(config.layout))
        if config.stories != before.stories:
            self.by_story = config.stories
        self.relist(keep=True, news=False)  # also an empty list names keys
