"""Every layout that the design lists, exactly: values, rules and confidences."""

import pytest

from reader.articles import parse
from reader.model.article import Article, Value

PROSE = (
    "The harbour council voted on Monday to rebuild the northern breakwater, which was damaged by three storms "
    "last winter, officials said.",
    "Work is expected to begin in the spring and to take two years, according to the plan that was shown to residents.",
    "Fishing crews have asked for a temporary quay, because the inner basin is too shallow for the larger boats.",
)
FIELDS = ("title", "date", "outlet", "agency", "section", "place", "byline", "standfirst")

Told = dict[str, tuple[str, float]]


def read(*blocks: str, path: str = "article.txt") -> Article:
    (article,) = parse("\n\n".join(blocks).encode(), path)
    return article


def values(article: Article) -> Told:
    found: dict[str, Value] = {field: getattr(article, field) for field in FIELDS}
    return {field: (value.text, value.confidence) for field, value in found.items() if value}


@pytest.mark.parametrize(
    ("blocks", "told"),
    [
        (
            (
                " date 2020-06-11 UrduPoint.com\nTwo Ports, One Plan To Start Dredging This Summer",
                "Faizan Aziz 46 seconds ago Thu 11th June 2020 | 10:10 AM",
                f"MOSCOW (UrduPoint News / Sputnik - 11th June, 2020) {PROSE[0]}",
            ),
            {
                "title": ("Two Ports, One Plan To Start Dredging This Summer", 0.9),
                "date": ("2020-06-11", 0.95),
                "outlet": ("UrduPoint", 0.95),
                "agency": ("Sputnik", 0.95),
                "place": ("Moscow", 0.9),
                "byline": ("Faizan Aziz", 0.6),
            },
        ),
        (
            (
                " date 2018-10-07 FinancialGovernment SolutionsLegalReuters EventsProducts",
                "October 7, 2018",
                "At least 10 boats lost in harbour storm: officials",
                "1 Min Read",
                f"PORT-AU-PRINCE (Reuters) - {PROSE[0]}",
                PROSE[1],
                "Reporting by Ada Quill; Editing by Tom Brandt",
            ),
            {
                "title": ("At least 10 boats lost in harbour storm: officials", 0.9),
                "date": ("2018-10-07", 0.95),
                "agency": ("Reuters", 0.95),
                "place": ("Port-au-Prince", 0.9),
                "byline": ("Ada Quill", 0.8),
            },
        ),
        (
            (
                " date 2021-04-07 Governor places emphasis on the harbour talks",
                "Category: Iraq News",
                "Date: 2021-04-07T16:33:31+0000",
                f"Shafaq News / {PROSE[0]}",
            ),
            {
                "title": ("Governor places emphasis on the harbour talks", 0.9),
                "date": ("2021-04-07", 0.95),
                "section": ("Iraq News", 0.9),
                "outlet": ("Shafaq News", 0.85),
            },
        ),
        (
            (
                " date 2020-06-16 2020/06/16 | 23:00 - Source: Shafaq News",
                f"(ThisDay | Iraq News Now )- Shafaq News / {PROSE[0]}",
            ),
            {
                "title": ("The harbour council voted on Monday to rebuild the northern breakwater", 0.35),
                "date": ("2020-06-16", 0.95),
                "outlet": ("Shafaq News", 0.85),
            },
        ),
        (
            (
                " date 2021-02-04 Headlines",
                "'No storm will stop us' : Harbour minister on breakwater debate",
                "The harbour minister retweeted a note which was posted by the council and called the criticism "
                "unfounded.",
                "DNA Web Team",
                "Updated: Feb 04, 2021, 09:19 AM IST",
                PROSE[0],
            ),
            {
                "title": ("'No storm will stop us' : Harbour minister on breakwater debate", 0.9),
                "date": ("2021-02-04", 0.95),
                "section": ("Headlines", 0.7),
                "byline": ("DNA Web Team", 0.6),
                "standfirst": (
                    "The harbour minister retweeted a note which was posted by the council and called the criticism "
                    "unfounded.",
                    0.7,
                ),
            },
        ),
        (
            (f" date 2018-05-11 {PROSE[1]}", PROSE[2]),
            {
                "title": ("Work is expected to begin in the spring and to take two years", 0.35),
                "date": ("2018-05-11", 0.95),
            },
        ),
        (
            (
                "Two towns agree to share the costs of dredging",
                "0 Comment(s)Print E-mail Xinhua, April 8, 2021\nAdjust font size:",
                f"BAGHDAD, April 7 (Xinhua) -- {PROSE[0]}",
            ),
            {
                "title": ("Two towns agree to share the costs of dredging", 0.9),
                "date": ("2021-04-08", 0.85),
                "agency": ("Xinhua", 0.95),
                "place": ("Baghdad", 0.9),
            },
        ),
        (
            (
                "Dredging to begin in the northern harbour in spring",
                "Source: Xinhua| 2018-02-05 22:26:24|Editor: pengying\nVideo PlayerClose",
                f"BAGHDAD, Feb. 5 (Xinhua) -- {PROSE[0]}",
                *PROSE[1:],
                "TOP STORIES",
                "Another story that nobody asked for",
            ),
            {
                "title": ("Dredging to begin in the northern harbour in spring", 0.9),
                "date": ("2018-02-05", 0.85),
                "agency": ("Xinhua", 0.95),
                "place": ("Baghdad", 0.9),
            },
        ),
        (
            (
                "Governor asks ports to lower their fees this year",
                "By IANS | Updated: October 28, 2023 14:35 IST",
                f"Washington, Oct 28 {PROSE[0]}",
                "The fees were raised twice within a year, Xinhua news agency reported.",
            ),
            {
                "title": ("Governor asks ports to lower their fees this year", 0.9),
                "date": ("2023-10-28", 0.7),
                "agency": ("IANS", 0.9),
                "place": ("Washington", 0.9),
            },
        ),
        (
            (
                "Ports of the north look for new partners abroad",
                "By Wang Linyan in New York | chinadaily.com.cn | Updated: 2017-04-28 13:23",
                *PROSE,
            ),
            {
                "title": ("Ports of the north look for new partners abroad", 0.9),
                "date": ("2017-04-28", 0.7),
                "outlet": ("chinadaily.com.cn", 0.85),
                "place": ("New York", 0.7),
                "byline": ("Wang Linyan", 0.9),
            },
        ),
        (
            (f"Beijing [China], December 26 (ANI): {PROSE[0]}", *PROSE[1:]),
            {
                "title": ("The harbour council voted on Monday to rebuild the northern breakwater", 0.35),
                "agency": ("ANI", 0.95),
                "place": ("Beijing", 0.9),
            },
        ),
        (
            (f"ERBIL (Kurdistan 24) – {PROSE[0]}", *PROSE[1:]),
            {
                "title": ("The harbour council voted on Monday to rebuild the northern breakwater", 0.35),
                "agency": ("Kurdistan 24", 0.95),
                "place": ("Erbil", 0.9),
            },
        ),
        (
            ("World news", "Iraq | Governors stress their keenness to share the costs of the harbour", *PROSE),
            {
                "title": ("Governors stress their keenness to share the costs of the harbour", 0.9),
                "section": ("World news", 0.9),
                "place": ("Iraq", 0.9),
            },
        ),
        (
            (
                " date 2021-04-08 The decision was made after two years of talks about the northern breakwater"
                "…reports Asian Lite News",
                *PROSE,
            ),
            {
                "title": ("The harbour council voted on Monday to rebuild the northern breakwater", 0.35),
                "date": ("2021-04-08", 0.95),
                "outlet": ("Asian Lite News", 0.9),
                "standfirst": ("The decision was made after two years of talks about the northern breakwater", 0.9),
            },
        ),
        (
            ("Harbour council votes to rebuild breakwater", *PROSE, "Source: National Iraqi News Agency"),
            {
                "title": ("Harbour council votes to rebuild breakwater", 0.9),
                "agency": ("NINA", 0.85),
            },
        ),
        (
            ("Harbour council votes to rebuild breakwater", *PROSE, "- AP"),
            {"title": ("Harbour council votes to rebuild breakwater", 0.9), "agency": ("AP", 0.8)},
        ),
    ],
)
def test_a_layout_gives_exactly_these_values(blocks: tuple[str, ...], told: Told) -> None:
    assert values(read(*blocks)) == told


@pytest.mark.parametrize(
    ("mark", "place", "confidence"),
    [("Iraq: ", "Iraq", 0.6), ("Iraq | ", "Iraq", 0.9), ("Mayor: ", "", 0.0)],
)
def test_a_place_before_a_headline(mark: str, place: str, confidence: float) -> None:
    found = read(f"{mark}Governors stress their keenness to share the costs", *PROSE).place
    assert (found.text, found.confidence) == (place, confidence)


def test_the_address_tells_day_section_and_title() -> None:
    head = "---\nurl: https://example.org/2021/04/08/politics/council-rebuild-northern-breakwater\n---\n\n"
    (article,) = parse(f"{head}{PROSE[0]}\n\n{PROSE[1]}\n".encode(), "a.md")
    assert (article.date.text, article.date.rule, article.date.confidence) == ("2021-04-08", "address", 0.8)
    assert (article.title.rule, article.title.confidence) == ("address", 0.4)


def test_a_day_without_a_year_takes_it_from_a_tweet() -> None:
    article = read(
        f"BAGHDAD, April 7 (Xinhua) -- {PROSE[0]}",
        "We will rebuild it together. — Ada Quill (@ada) April 8, 2021",
        *PROSE[1:],
    )
    assert (article.date.text, article.date.rule, article.date.confidence) == ("2021-04-07", "dateline and year", 0.6)


def test_a_value_found_twice_with_equal_confidence_stays_that_of_the_earlier_rule() -> None:
    article = read(
        "Harbour council votes to rebuild breakwater", "Published: 3 May 2021", "Published: 9 May 2021", *PROSE
    )
    assert article.date.text == "2021-05-03"


def test_what_a_container_states_comes_before_what_the_text_says() -> None:
    head = "---\ntitle: A title of the container\ndate: 2020-01-02\nsitename: Pier Gazette\n---\n\n"
    (article,) = parse(f"{head}Another line as a title\n\nPublished: 3 May 2021\n\n{PROSE[0]}\n".encode(), "a.md")
    assert values(article)["title"] == ("A title of the container", 0.99)
    assert values(article)["date"] == ("2020-01-02", 0.99)
    assert values(article)["outlet"] == ("Pier Gazette", 0.99)
