"""Draw the README's tour: the main job step by step, one picture that moves by itself, into `tests/pictures/tour.svg`.

    python tests/tour.py

Each step is a picture as `tests/pictures.py` takes them, shown for some seconds with a line that says what was done.
Whoever asks for less motion sees the first step alone.
"""

import asyncio
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from pictures import FONTS, PICTURES, go_to, marked_library, plain, settled, write_settings

from reader.settings import choices
from reader.settings.paths import locate
from reader.ui.app import BroadsheetApp

SIZE = (110, 30)
SECONDS = 4.5
"""How long a step is shown."""
BAND = 46
"""Height of the line under the picture, in its own units."""


@dataclass(frozen=True, slots=True)
class Step:
    """One picture of the tour."""

    keys: tuple[str, ...]
    """The keys that lead to it from the step before."""
    told: str
    """What they do."""


STEPS = (
    Step((), "broadsheet ~/articles: one line for each story; what tells the same stands beside the text"),
    Step(("enter",), "enter: read it; what other versions told already is dim, what only this one has is marked"),
    Step(("S",), "S: the whole story: who published it when, who has what, in what they differ, and why it is one"),
    Step(("d",), "d: two versions word by word"),
    Step(("escape", "escape", "t", *"water"), "t: tag it; s: keep it as a favourite"),
    Step(("escape", "slash", *"volcano"), "/: search as you type"),
    Step(("escape", "escape", "0"), "0: the front page: what matters now, and day by day what did"),
)


async def drawn(root: Path) -> list[str]:
    """Every step as SVG."""
    chosen = choices.load(locate(config=write_settings(root, "broadsheet"), environment={}))
    library = marked_library(root)
    app = BroadsheetApp(library, chosen)
    frames = []
    try:
        async with app.run_test(size=SIZE) as pilot:
            await settled(pilot)
            await go_to(pilot, "four dead as ferry")
            for step in STEPS:
                await pilot.press(*step.keys)
                await settled(pilot)
                frames.append(plain(app.export_screenshot(title="Broadsheet")))
    finally:
        library.close()
    return frames


def moving(frames: Sequence[str], told: Sequence[str]) -> str:
    """One picture that shows the frames in turn, each with its line."""
    width, height = (float(part) for part in re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', frames[0])[0])
    whole = SECONDS * len(frames)
    shown = 100 / len(frames)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height + BAND:g}">',
        "<style>",
        f"@keyframes turn {{ 0%, {shown:.3f}% {{ opacity: 1 }} {shown + 0.01:.3f}%, 100% {{ opacity: 0 }} }}",
        f".step {{ opacity: 0; animation: turn {whole:g}s infinite step-end }}",
        *(f"#step-{n} {{ animation-delay: {n * SECONDS:g}s }}" for n in range(len(frames))),
        f".told {{ font: 17px {FONTS}; fill: #5c5446 }}",
        "@media (prefers-reduced-motion: reduce) { .step { animation: none } #step-0 { opacity: 1 } }",
        "</style>",
    ]
    for number, (frame, line) in enumerate(zip(frames, told, strict=True)):
        parts.append(f'<g class="step" id="step-{number}">')
        parts.append(frame.replace("<svg ", f'<svg width="{width:g}" height="{height:g}" ', 1))
        parts.append(f'<text class="told" x="12" y="{height + BAND * 0.62:g}">{number + 1}. {escape(line)}</text></g>')
    return "\n".join([*parts, "</svg>", ""])


def main() -> None:
    """Draw the tour."""
    with tempfile.TemporaryDirectory() as directory:
        frames = asyncio.run(drawn(Path(directory)))
    text = moving(frames, [step.told for step in STEPS])
    (PICTURES / "tour.svg").write_text(text, encoding="utf-8")
    print(f"tour.svg: {len(text.encode()) // 1000} kB")


if __name__ == "__main__":
    main()
