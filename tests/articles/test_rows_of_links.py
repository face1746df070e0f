"""Rows of links on a page, told from the headings and lists of an article by their shape."""

from reader.articles import parse
from reader.articles.names import names
from reader.model.article import Article, BlockKind

FIRST = (
    "The harbour council voted on Monday to rebuild the northern breakwater, which was damaged by three storms "
    "last winter, officials said."
)
SECOND = (
    "Work is expected to begin in the spring and to take two years, according to the plan that was shown to residents."
)
THIRD = "Fishing crews have asked for a temporary quay, because the inner basin is too shallow for the larger boats."
LINKS = ("Regional services", "Traffic and travel", "Weather this week", "Ferry to Kelmstad runs again", "Obituaries")


def read(*blocks: str) -> Article:
    (article,) = parse("\n\n".join(blocks).encode(), "page.txt")
    return article


def kept(*blocks: str) -> list[str]:
    """What stays of an article's text."""
    return [block.text for block in read(*blocks).blocks if block.kind is not BlockKind.BOILERPLATE]


def test_links_below_the_text_are_of_the_page() -> None:
    assert kept(FIRST, SECOND, *LINKS) == [FIRST, SECOND]


def test_links_between_two_paragraphs_are_of_the_page() -> None:
    assert kept(FIRST, *LINKS, "Copy the address", SECOND) == [FIRST, "Copy the address", SECOND]


def test_a_teaser_among_links_goes_with_them() -> None:
    assert kept(FIRST, SECOND, *LINKS, "Two cars collided.", *LINKS) == [FIRST, SECOND]


def test_a_short_sentence_that_ends_the_text_is_of_the_article() -> None:
    assert kept(FIRST, SECOND, "Nobody was hurt.", *LINKS) == [FIRST, SECOND, "Nobody was hurt."]


def test_a_short_sentence_and_a_heading_before_a_paragraph_are_of_the_article() -> None:
    assert kept(FIRST, *LINKS, "Nobody was hurt.", SECOND) == [FIRST, "Nobody was hurt.", SECOND]
    assert kept(FIRST, *LINKS, "Who is to pay", SECOND) == [FIRST, "Who is to pay", SECOND]


def test_a_few_headings_are_of_the_article() -> None:
    texts = [FIRST, "What the plan says", SECOND, "Who is to pay", "The larger boats", THIRD]
    assert kept(*texts) == texts


def test_what_a_paragraph_announces_is_of_the_article() -> None:
    announced = f"{SECOND[:-1]}; these towns were asked:"
    towns = ("Kelmstad", "Varnholt", "Pellworth", "Osterby", "Lindholm")
    assert kept(FIRST, announced, *towns, THIRD) == [FIRST, announced, *towns, THIRD]
    assert kept(FIRST, SECOND, "Results:", *towns) == [FIRST, SECOND, "Results:", *towns]


def test_lines_that_begin_with_a_figure_are_of_the_article() -> None:
    results = ("3 Kelmstad", "2 Varnholt", "2 Pellworth", "1 Osterby", "1 Lindholm", "0 Marwick")
    assert kept(FIRST, *results, SECOND) == [FIRST, *results, SECOND]


def test_lines_whose_breaks_could_not_be_mended_are_of_the_article() -> None:
    lines = (
        "The plan of the harbour council for the northern breakwater, with two",
        "sketches of the inner basin by the engineers of the port and by the",
        "fishing crews of Varnholt, and letters of residents about the noise,",
        "the lorries and the ferries to Kelmstad, none of them shorter than a",
        "page and few without a drawing of the quay as it stood in the days of",
        "Their Majesties, was laid before the public yesterday.",
    )
    long = f"{SECOND} {THIRD}"
    assert kept(FIRST, "\n".join(lines), long) == [FIRST, *lines, long]


def test_a_text_of_short_lines_alone_stays_as_it_is() -> None:
    poem = ("The tide comes in", "The tide goes out", "The boats lie still", "And all the gulls", "Are gone about.")
    assert [block.kind for block in read(*poem).blocks].count(BlockKind.BOILERPLATE) == 0


def test_links_name_nobody() -> None:
    found = names(read(FIRST, SECOND, "Instagram", "Follow the Varnholt Chamber of Commerce", "Instagram", "Threads"))
    assert not {"Instagram", "Varnholt Chamber of Commerce"} & {name.text for name in found}


def test_links_are_not_counted_but_are_part_of_the_digest_by_which_marks_find_a_renamed_article() -> None:
    bare, linked = read(FIRST, SECOND), read(FIRST, SECOND, *LINKS)
    assert bare.words == linked.words
    assert bare.content_hash != linked.content_hash
