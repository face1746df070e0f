"""JSON and JSON lines: one article, many, and what is spoilt."""

import json
import time
from contextlib import suppress

import pytest

from reader.articles import parse
from reader.errors import ArticleError
from reader.model.article import Article, BlockKind

FIRST = "The harbour council voted on Monday to rebuild the northern breakwater, officials said after the meeting."
SECOND = "Work is expected to begin in the spring and to take two years, according to the plan shown to residents."
BODY = f"{FIRST}\n\n{SECOND}"
DEEP = "[" * 100_000


def articles(content: object, path: str = "a.json") -> tuple[Article, ...]:
    return parse((content if isinstance(content, str) else json.dumps(content)).encode(), path)


def only(content: object, path: str = "a.json") -> Article:
    (article,) = articles(content, path)
    return article


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def test_what_trafilatura_extracts() -> None:
    article = only(
        {
            "title": "Breakwater vote",
            "author": "Ada Quill; Ben Reed",
            "hostname": "example.org",
            "date": "2021-04-08",
            "fingerprint": "abc",
            "id": None,
            "raw_text": "x" * 100,
            "text": f"{FIRST}\n{SECOND}",
            "source": "https://www.example.org/news/breakwater",
            "source-hostname": "Harbour News",
            "excerpt": "The vote was close.",
            "filedate": "2024-01-01",
            "language": "en",
        }
    )
    assert (article.id, article.title.text, article.title.rule, article.title.confidence) == (
        "a.json",
        "Breakwater vote",
        "json",
        0.99,
    )
    assert (article.date.text, article.byline.text, article.outlet.text) == (
        "2021-04-08",
        "Ada Quill, Ben Reed",
        "Harbour News",
    )
    assert article.url.text == "https://www.example.org/news/breakwater"
    assert article.standfirst.text == "The vote was close."
    assert texts(article) == [FIRST, SECOND]


def test_each_line_is_an_article_and_a_spoilt_line_is_skipped() -> None:
    lines = [json.dumps({"headline": f"Breakwater vote number {number}", "body": BODY}) for number in range(1, 4)]
    found = articles("\n".join((lines[0], '{"headline": "cut', lines[1], "", lines[2], lines[0][:60])), "b.jsonl")
    assert [article.id for article in found] == ["b.jsonl#1", "b.jsonl#2", "b.jsonl#3"]
    assert [article.title.text[-1] for article in found] == ["1", "2", "3"]


def test_a_list_cut_short_gives_the_articles_before_the_cut() -> None:
    whole = json.dumps([{"title": f"Vote {number}", "content": BODY} for number in range(5)])
    assert len(articles(whole[:-100])) == 4


def test_of_many_articles_those_without_text_are_left_out() -> None:
    found = articles([{"title": "One vote", "text": BODY}, {"title": "Links", "url": "https://a.org"}])
    assert [article.title.text for article in found] == ["One vote"]


def test_a_wallabag_export_has_html_inside() -> None:
    article = only(
        [
            {
                "is_archived": 0,
                "tags": ["sea"],
                "id": 7,
                "title": "Breakwater &amp; vote",
                "url": "https://example.org/a",
                "content": f"<h2>The costs</h2><p>{FIRST}</p><script>evil()</script><blockquote>“{SECOND}”</blockquote>"
                "<ul><li>one</li><li>two</li></ul>",
                "created_at": "2024-01-02T10:00:00+00:00",
                "published_at": "2021-04-08T10:00:00+00:00",
                "published_by": ["Ada Quill"],
                "domain_name": "www.example.org",
                "language": "en_GB",
            }
        ]
    )
    assert (article.title.text, article.date.text, article.byline.text) == (
        "Breakwater & vote",
        "2021-04-08",
        "Ada Quill",
    )
    assert (article.outlet.text, article.language) == ("example.org", "en")
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.HEADING, "The costs"),
        (BlockKind.PARAGRAPH, FIRST),
        (BlockKind.QUOTATION, f"“{SECOND}”"),
        (BlockKind.LIST, "• one"),
        (BlockKind.LIST, "• two"),
    ]


def test_what_news_please_writes() -> None:
    article = only(
        {
            "authors": ["Ada Quill", "Ben Reed"],
            "date_download": "2024-01-01 00:00:00",
            "date_modify": "2024-01-01 00:00:00",
            "date_publish": "2021-04-08 10:00:00",
            "description": "The vote was close.",
            "maintext": BODY,
            "source_domain": "example.org",
            "text": None,
            "title": "Breakwater vote",
            "url": "https://example.org/a",
        }
    )
    assert (article.date.text, article.byline.text, article.outlet.text) == (
        "2021-04-08",
        "Ada Quill, Ben Reed",
        "example.org",
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            {
                "status": "ok",
                "articles": [
                    {
                        "source": {"id": None, "name": "Harbour News"},
                        "author": "Ada Quill",
                        "title": "Breakwater vote",
                        "publishedAt": "2021-04-08T10:00:00Z",
                        "content": BODY,
                    }
                ],
            },
            ("Breakwater vote", "2021-04-08", "Harbour News"),
        ),
        (
            {
                "uri": "1",
                "lang": "eng",
                "title": "Breakwater vote",
                "body": BODY,
                "dateTime": "2021-04-08T10:00:00Z",
                "source": {"uri": "example.org", "title": "Harbour News"},
            },
            ("Breakwater vote", "2021-04-08", "Harbour News"),
        ),
        (
            {
                "title": "A feed",
                "description": "What the harbour says about itself, at length",
                "items": [{"title": "Breakwater vote", "content_html": f"<p>{BODY}</p>", "date_published": 1617840000}],
            },
            ("Breakwater vote", "2021-04-08", ""),
        ),
        (
            [
                {
                    "title": {"rendered": "Breakwater &#8220;vote&#8221;"},
                    "content": {"rendered": BODY},
                    "date": "20210408",
                }
            ],
            ("Breakwater “vote”", "2021-04-08", ""),
        ),
        (
            {"thread": {"site": "example.org"}, "title": "Breakwater vote", "text": BODY, "published": 1617840000000},
            ("Breakwater vote", "2021-04-08", "example.org"),
        ),
        (
            {
                "link": "https://example.org/a",
                "headline": "Breakwater vote",
                "short_description": SECOND,
                "date": "2021-04-08",
            },
            ("Breakwater vote", "2021-04-08", ""),
        ),
    ],
)
def test_other_programs_names_for_the_same_things(content: object, expected: tuple[str, str, str]) -> None:
    article = only(content)
    assert (article.title.text, article.date.text, article.outlet.text) == expected


def test_escapes_inside_of_strings_reach_no_screen() -> None:
    article = only('{"title": "A \\u001b[31mred\\u001b[0m \\u202evote", "text": "' + FIRST + ' \\u0007"}')
    assert article.title.text == "A red vote"
    assert texts(article) == [FIRST]


def test_the_size_is_capped() -> None:
    lines = "\n".join(json.dumps({"title": f"Vote {number}", "text": BODY}) for number in range(20))
    found = parse(lines.encode(), "a.jsonl", limit=1000)
    assert 1 < len(found) < 5
    assert found[0].notes == ("only the first 1000 bytes were read",)


@pytest.mark.parametrize("content", ['{"a": 1}', '[{"title": "x", "comment": "none at all"}]', '{"text": "short"}'])
def test_data_without_articles_says_so(content: str) -> None:
    with pytest.raises(ArticleError, match="data in JSON without the text of an article"):
        articles("\n".join([content] * 20))


def test_words_in_brackets_are_no_data() -> None:
    assert only(f"[Reuters] {BODY}", "a.txt").blocks
    assert only(f"{{ a note }} {BODY}", "a.txt").blocks


@pytest.mark.parametrize(
    "hostile",
    [
        '{"a":' * 100_000,
        '{"a":[\n' * 280_000,
        '{"a":[\n' * 900 + '{"a":1},\n' * 200_000,
        '[{"text":' + DEEP,
        f'{{"title": "x", "text": {DEEP}',
        '{"text": "' + "9" * 2_000_000,
        '{"text": ' + "9" * 2_000_000 + "}",
        '{"date": 1e999, "text": "' + FIRST + '"}',
        '[{"text":"<' + "<p" * 900_000 + '"}]',
    ],
    ids=range(9),
)
def test_hostile_data_is_refused_in_time(hostile: str) -> None:
    started = time.process_time()
    with suppress(ArticleError):
        articles(hostile)
    assert time.process_time() - started < 2
