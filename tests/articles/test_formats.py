"""Containers: front matter, header blocks, what newsboat saves."""

import textwrap

import pytest

from reader.articles import parse
from reader.articles.doubts import advice, doubts
from reader.model.article import Article, BlockKind

BODY = (
    "The harbour council voted on Monday to rebuild the northern breakwater, officials said after the meeting.\n\n"
    "Work is expected to begin in the spring and to take two years, according to the plan shown to residents.\n"
)


def read(text: str, path: str = "a.md") -> Article:
    (article,) = parse(text.encode(), path)
    return article


def test_yaml_front_matter_states_everything() -> None:
    article = read(
        "---\ntitle: 'Breakwater: council says yes'\nauthor: Ada Quill\nurl: https://example.org/news/breakwater\n"
        "hostname: example.org\nsitename: Harbour News\ndescription: The vote was close.\ndate: 2021-04-08\n"
        f"categories: [Local, Sea]\nlanguage: en-GB\nfingerprint: abc\n---\n# Breakwater: council says yes\n\n{BODY}"
    )
    assert article.title.text == "Breakwater: council says yes"
    assert (article.title.rule, article.title.confidence) == ("front matter", 0.99)
    assert article.date.text == "2021-04-08"
    assert article.byline.text == "Ada Quill"
    assert article.outlet.text == "Harbour News"
    assert article.standfirst.text == "The vote was close."
    assert article.section.text == "Local"
    assert article.url.text == "https://example.org/news/breakwater"
    assert article.language == "en"
    assert len(article.blocks) == 2


def test_malformed_yaml_is_read_line_by_line() -> None:
    article = read(f"---\ntitle: US: talks: go on\ndate: 2021-04-08\n  bad: [indent\n---\n{BODY}")
    assert article.title.text == "US: talks: go on"
    assert article.date.text == "2021-04-08"


@pytest.mark.parametrize("content", ["no", "2021", "~x", "1e3"])
def test_a_title_stays_the_text_it_is(content: str) -> None:
    assert read(f"---\ntitle: {content}\n---\n{BODY}").title.text == content


def test_a_web_clipping_has_its_address_and_not_the_day_of_clipping() -> None:
    article = read(
        '---\ntitle: "Breakwater vote"\nsource: "https://a.org/2021/04/08/vote"\nauthor:\n  - "[[Ada Quill]]"\n'
        f"published: 2021-04-07\ncreated: 2022-01-01\ntags:\n  - clippings\n---\n{BODY}"
    )
    assert article.url.text == "https://a.org/2021/04/08/vote"
    assert article.byline.text == "Ada Quill"
    assert article.date.text == "2021-04-07"
    assert not article.outlet


def test_an_address_gives_the_date_where_nothing_else_does() -> None:
    article = read(f"---\ntitle: A vote\nsource: https://a.org/world/2021/04/08/a-b-c\n---\n{BODY}")
    assert (article.date.text, article.date.rule, article.date.confidence) == ("2021-04-08", "address", 0.8)
    assert (article.section.text, article.section.rule) == ("World", "address")


def test_front_matter_that_refers_to_itself_is_read_without_growing_and_a_note_says_so() -> None:
    bomb = "a0: &a0 [ha, ha]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    article = read(f"---\ntitle: Breakwater vote\n{bomb}author: *a59\n---\n{BODY}")
    assert (article.title.text, article.title.rule) == ("Breakwater vote", "front matter")
    assert not article.byline
    assert article.notes == ("its front matter refers to itself: 178 aliases (`*name`) were left out",)
    assert doubts(article) == article.notes
    assert advice(article.notes[0])


def test_toml_and_json_front_matter() -> None:
    toml = read(f'+++\ntitle = "Breakwater vote"\ndate = 2021-04-08T10:00:00Z\n+++\n\n{BODY}')
    json = read(f'{{"title": "Breakwater vote", "date": "2021-04-08", "author": {{"name": "Ada Quill"}}}}\n\n{BODY}')
    assert (toml.title.text, toml.date.text) == ("Breakwater vote", "2021-04-08")
    assert (json.title.text, json.date.text, json.byline.text) == ("Breakwater vote", "2021-04-08", "Ada Quill")


def test_a_line_of_dashes_is_no_front_matter() -> None:
    assert read(f"---\n{BODY}\n---\n{BODY}").title_derived


def test_markdown_is_reduced_to_its_words() -> None:
    article = read(
        f"# Breakwater vote\n\n{BODY}\n## The costs\n\nThe [plan](https://a.org) is **bold** enough, they said.\n"
    )
    assert article.title.text == "Breakwater vote"
    assert [block.text for block in article.blocks if block.kind is BlockKind.HEADING] == ["The costs"]
    assert article.blocks[-1].text == "The plan is bold enough, they said."


def test_a_header_block() -> None:
    article = read(
        f"Title: Breakwater vote\nBy: Ada Quill\nDate: Thu, 8 Apr 2021 10:00:00 +0000\nSection: Local\n\n{BODY}",
        "a.txt",
    )
    assert (article.title.text, article.title.rule, article.title.confidence) == (
        "Breakwater vote",
        "header block",
        0.97,
    )
    assert (article.byline.text, article.date.text, article.section.text) == ("Ada Quill", "2021-04-08", "Local")
    assert len(article.blocks) == 2


def test_a_title_key_alone_is_a_header() -> None:
    assert read(f"Headline: Breakwater vote\n\n{BODY}", "a.txt").title.text == "Breakwater vote"


def test_words_before_a_colon_are_no_header() -> None:
    article = read(f"Harbour: the council votes on a new breakwater\n\n{BODY}", "a.txt")
    assert article.title.text == "Harbour: the council votes on a new breakwater"


@pytest.mark.parametrize(
    "labels",
    [
        ("Feed", "Title", "Author", "Date", "Link", "Flags"),
        ("Kanaal", "Titell", "Schrijverr", "Dagg", "Verbinding", "Vlag"),
    ],
)
def test_what_newsboat_saves_in_any_language(labels: tuple[str, ...]) -> None:
    values = (
        "Harbour News",
        "Breakwater vote",
        "Ada Quill",
        "Thu, 08 Apr 2021 10:00:00 +0000",
        "https://example.org/a",
        "n",
    )
    head = "\n".join(f"{label}: {value}" for label, value in zip(labels, values, strict=True))
    wrapped = "\n\n".join(textwrap.fill(part, 60) for part in BODY.replace("council", "council[1]").split("\n\n"))
    article = read(f"{head}\n\n{wrapped}\n\nLinks: \n[1]: https://example.org/council (link)\n", "a.txt")
    assert (article.outlet.text, article.title.text, article.byline.text) == (
        "Harbour News",
        "Breakwater vote",
        "Ada Quill",
    )
    assert (article.date.text, article.url.text) == ("2021-04-08", "https://example.org/a")
    assert [block.text.count("[1]") for block in article.blocks] == [0, 0]
    assert article.blocks[0].text.startswith("The harbour council voted")


def test_deep_nesting_and_aliases_harm_nobody() -> None:
    deep = "[" * 60_000
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(99))
    for source in (deep, f"title: {deep}", bomb, "- " * 20_000, "? " * 20_000):
        assert read(f"---\n{source}\n---\n{BODY}").blocks
