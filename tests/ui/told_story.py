"""A folder with one event in three versions, one of them long, beside articles about other things."""

from pathlib import Path

from builders import BRIDGE, Desk, desk, write

COST = (
    "The repair will cost 212 million crowns, the treasurer Ilse Varga told the council on Tuesday evening, which is"
    " twice what the port authority had set aside for it in the budget of 2019."
)
FERRY = (
    "Nobody will have to pay for the ferry before the autumn, the mayor of Kelmstad promised in a statement that was"
    " read out on Friday evening in front of the town hall."
)
ORCHARD = (
    "Apples are dear this year, all growers of the southern valley say, because it rained for weeks while the trees"
    " were in flower and the bees stayed in their hives.\n"
)
BRIEF, DAILY, POST, FRUIT = "brief.txt", "daily.txt", "post.txt", "orchard.txt"


def telling(root: Path) -> Desk:
    """The folder, read."""
    made = desk(root)
    daily = BRIDGE.replace("fourteen months", "fifteen months").replace("Ada Brenner", "Adda Brenner")
    write(made.folder, POST, f"{BRIDGE}\n{COST}\n", title="Bridge to close", day="2021-05-20", outlet="Varnholt Post")
    write(made.folder, DAILY, f"{daily}\n{FERRY}\n", title="Bridge shut", day="2021-05-21", outlet="Kelmstad Daily")
    write(made.folder, BRIEF, BRIDGE.partition("\n\n")[0] + "\n", title="Bridge closed", day="2021-05-22")
    write(made.folder, FRUIT, ORCHARD, title="Orchard prices", day="2021-05-23", outlet="Fruit Weekly")
    made.refresh()
    return made
