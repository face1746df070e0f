"""Saved searches: kept under a name with their view, listed with counts, shown as a view, removed, brought back."""

from builders import Desk
from person import Person, reading


async def save(person: Person, name: str) -> None:
    """Save the unread articles about a bridge."""
    await person.press("2", "slash")
    await person.type("bridge")
    await person.sees("2 found")
    await person.press("enter", "w")
    await person.sees("Save this search as", "is:unread bridge")
    await person.type(name)
    await person.press("enter")
    await person.sees(f"Saved as “{name}”; 6 lists it.")


async def test_a_search_is_saved_and_shown_as_a_view_with_its_words_lit(made: Desk) -> None:
    async with reading(made) as person:
        await save(person, "Bridges")
    async with reading(made) as person:
        await person.press("6")
        await person.sees("Saved searches", "Bridges  2 articles · is:unread bridge")
        await person.press("enter")
        await person.sees("[Bridges]", "2 articles")
        await person.at("Bridge shut")
        await person.sees("The old harbour bridge at Varnholt will be")  # a snippet
        await person.press("escape")
        await person.sees("34 articles")


async def test_without_a_name_a_search_is_called_as_it_is_written(made: Desk) -> None:
    async with reading(made) as person:
        await save(person, "Bridges")
        await person.press("w")
        await person.sees("a name; without one")
        await person.press("enter")
        await person.sees("Saved as “is:unread bridge”")


async def test_a_search_is_narrowed_inside_of_a_saved_one_and_saved_again(made: Desk) -> None:
    async with reading(made) as person:
        await save(person, "Bridges")
        await person.press("escape", "escape", "6", "enter")
        await person.sees("[Bridges]")
        await person.press("slash")
        await person.type("outlet:kelm* OR outlet:none")
        await person.sees("1 found")
        await person.press("enter", "w")
        await person.sees("is:unread bridge (outlet:kelm* OR outlet:none)", "saved already: Bridges")
        await person.type("bridges")
        await person.press("enter")
        await person.sees("Saved as “bridges”")
        await person.press("6")
        await person.sees("bridges  1 article")


async def test_a_saved_search_is_removed_and_brought_back(made: Desk) -> None:
    async with reading(made) as person:
        await save(person, "Bridges")
        await person.press("6", "ctrl+x")
        await person.sees("“Bridges” is removed; U undoes that.")
        await person.press("6")
        await person.sees("No search is saved yet; w saves the one on show.")
        await person.press("U")
        await person.sees("Undone: removal of saved search Bridges")
        await person.press("6")
        await person.sees("Bridges  2 articles")


async def test_saved_searches_are_narrowed_by_typing(made: Desk) -> None:
    async with reading(made) as person:
        for name, query in (("Bridges", "bridge"), ("Orchards", "orchard"), ("Roads", "road")):
            person.library.saved_searches.save(name, query)
        await person.press("6")
        await person.sees("Bridges", "Orchards", "Roads     3 articles")
        await person.type("orch")
        await person.misses("Bridges ")
        await person.press("enter")
        await person.sees("[Orchards]", "1 article")


async def test_everything_is_nothing_to_save_and_who_leaves_saves_nothing(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("w")
        await person.sees("There is nothing to save: / searches")
        await person.press("2", "w", "escape")
        await person.misses("Save this search as")
        assert person.library.saved_searches.all() == ()


async def test_the_articles_of_a_tag_and_of_a_name_can_be_saved(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("t")
        await person.type("to check")
        await person.press("enter", "4", "enter")
        await person.sees("[tag to check]")
        await person.press("w")
        await person.sees('tag:"to check"')
        await person.press("x", "enter")
        await person.press("p")
        await person.sees("[1 all")
        await person.press("enter", "enter")
        await person.sees("[person ")
        await person.press("w")
        await person.sees("person:")
        await person.press("y", "enter", "6")
        await person.sees("x  1 article ·", "y  2 articles ·")
