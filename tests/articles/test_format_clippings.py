"""Articles that other readers keep: Readwise Reader, Omnivore, trafilatura's XML, and tables with an article a row."""

import pytest
from format_samples import FIRST, SECOND

from reader.articles import parse
from reader.errors import ArticleError
from reader.model.article import Article, BlockKind


def read(text: str, path: str) -> Article:
    (article,) = parse(text.encode(), path)
    return article


def told(article: Article) -> tuple[str, ...]:
    values = (article.title, article.date, article.outlet, article.byline, article.section, article.url)
    return tuple(value.text for value in values)


def test_a_readwise_clipping() -> None:
    article = read(
        "# How the harbour was saved\n\n![rw-book-cover](https://a.org/a.png)\n\n## Metadata\n- Author: [[Ada Quill]]\n"
        "- Full Title: How the Harbour Was Saved\n- Category: #articles\n- Summary: The vote was close.\n"
        "- Published: 2021-04-08\n- URL: https://www.example.org/saved\n\n## Full Document\n"
        f"{FIRST}\n\n## Highlights\n- {SECOND} ([View Highlight](https://read.readwise.io/read/01h))\n",
        "clips/a.md",
    )
    assert told(article) == (
        "How the Harbour Was Saved",
        "2021-04-08",
        "",
        "Ada Quill",
        "",
        "https://www.example.org/saved",
    )
    assert article.standfirst.text == "The vote was close."
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.PARAGRAPH, FIRST),
        (BlockKind.HEADING, "Highlights"),
        (BlockKind.LIST, f"• {SECOND}"),
    ]


def test_an_omnivore_clipping() -> None:
    article = read(
        "---\nid: 6f1b\ntitle: |\n  How the harbour was saved\nauthor: |\n  Ada Quill\n"
        "date_saved: 2023-01-02 10:00:00\n"
        "date_published: 2021-04-08 08:00:00\n---\n\n# How the harbour was saved\n#Omnivore\n\n"
        "[Read on Omnivore](https://omnivore.app/me/how-185)\n[Read Original](https://example.org/saved)\n\n"
        f"## Highlights\n\n> {FIRST} [⤴️](https://omnivore.app/me/how#x)\n",
        "a.md",
    )
    assert told(article) == (
        "How the harbour was saved",
        "2021-04-08",
        "",
        "Ada Quill",
        "",
        "https://example.org/saved",
    )
    assert [block.text for block in article.blocks] == ["Highlights", FIRST]


def test_trafilaturas_own_xml() -> None:
    article = read(
        '<doc sitename="Harbour News" title="Breakwater &amp; vote" author="Ada Quill; Ben Reed" date="2021-04-08" '
        'source="https://example.org/vote" hostname="example.org" excerpt="The vote was close." categories="Local;Sea" '
        f'fingerprint="abc" language="eng">\n  <main>\n    <head rend="h2">The costs</head><p>{FIRST}</p>\n'
        f'<quote><p>{SECOND}</p></quote><list rend="ol"><item>one</item><item>two</item></list>'
        "<table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row></table>\n  </main>\n"
        "  <comments><p>Nonsense, says a reader below.</p></comments>\n</doc>",
        "a.xml",
    )
    assert told(article) == (
        "Breakwater & vote",
        "2021-04-08",
        "Harbour News",
        "Ada Quill, Ben Reed",
        "Local",
        "https://example.org/vote",
    )
    assert (article.language, article.standfirst.text) == ("en", "The vote was close.")
    assert [(block.kind.value, block.text) for block in article.blocks] == [
        ("heading", "The costs"),
        ("paragraph", FIRST),
        ("quotation", SECOND),
        ("list", "1. one"),
        ("list", "2. two"),
        ("table", "a | b"),
        ("table", "c | d"),
    ]


def test_xml_of_the_text_encoding_initiative() -> None:
    article = read(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader><fileDesc><titleStmt><title type="main">Breakwater vote'
        "</title><author>Ada Quill</author></titleStmt><publicationStmt><publisher>Harbour News</publisher>"
        "</publicationStmt><sourceDesc><bibl>Harbour News, 2021-04-08</bibl><biblFull><publicationStmt>"
        '<ptr type="URL" target="https://example.org/vote"/><date>2021-04-08</date></publicationStmt></biblFull>'
        "</sourceDesc></fileDesc><profileDesc><abstract><p>The vote was close.</p></abstract><textClass><keywords>"
        '<term type="categories">Local</term></keywords></textClass><creation><date type="download">2022-01-01</date>'
        '</creation></profileDesc></teiHeader><text><body><div type="entry"><ab type="header">The costs</ab>'
        f"<p>{FIRST}</p>"
        '</div><div type="comments"><p>no</p></div></body></text></TEI>',
        "a.xml",
    )
    assert told(article) == (
        "Breakwater vote",
        "2021-04-08",
        "Harbour News",
        "Ada Quill",
        "Local",
        "https://example.org/vote",
    )
    assert [block.text for block in article.blocks] == ["The costs", FIRST]


def test_a_table_with_an_article_a_row() -> None:
    found = parse(
        f'title;text;publish_date;authors\n"Vote; at sea";"{FIRST}\n\n{SECOND}";2021-04-08;Ada Quill\n'
        f'Second vote;"{SECOND}";2021-04-09;Ben Reed\nNo text;;2021-04-09;\n'.encode(),
        "articles.csv",
    )
    assert [(each.id, each.title.text, each.date.text, each.byline.text) for each in found] == [
        ("articles.csv#1", "Vote; at sea", "2021-04-08", "Ada Quill"),
        ("articles.csv#2", "Second vote", "2021-04-09", "Ben Reed"),
    ]
    assert [block.text for block in found[0].blocks] == [FIRST, SECOND]


def test_a_table_without_texts_is_named() -> None:
    with pytest.raises(ArticleError, match="no row has a text"):
        parse(b"title,text,date\nA vote,,2021-04-08\nAnother vote,short,2021-04-08\n", "a.csv")
    with pytest.raises(ArticleError, match="links, no text"):
        parse(b"title,url,date\nA vote at sea,https://example.org/a,2021-04-08\n", "a.csv")


def test_html_below_front_matter_is_read_as_html() -> None:
    article = read(f"---\ntitle: Vote at sea\n---\n<p>{FIRST}</p>\n<ul><li>one</li></ul><p>{SECOND}</p>\n", "a.html")
    assert [block.text for block in article.blocks] == [FIRST, "• one", SECOND]
