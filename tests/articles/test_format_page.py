"""Web pages: what they say about themselves, their main text, what is marked as not theirs."""

import json
import time
from contextlib import suppress

import pytest

from reader.articles import parse
from reader.articles.formats.markup import outline
from reader.errors import ArticleError
from reader.model.article import Article, BlockKind

FIRST = "The harbour council voted on Monday to rebuild the northern breakwater, officials said after the long meeting."
SECOND = "Work is expected to begin in the spring and to take two years, according to the plan shown to residents."
THIRD = "The fishing fleet asked for a temporary quay while the old one is closed, and the council promised to answer."
TEXT = f"<p>{FIRST}</p>\n<p>{SECOND}</p>\n<p>{THIRD}</p>"
MENU = "<nav><ul><li><a href=/>Home</a>" + "<li><a href=/sport>Sport</a><li>World<p>" * 100 + "</ul></nav>"
FOOT = "<footer><p>© 2024 Harbour News. All rights reserved by the people who wrote all of this.</p></footer>"
BROKEN = (
    '<!-- <![CDATA[ <! <a_ <a_" <div> </b> <div></b> <script> <p>x & &# <svg> <td>x <article> <li> <a> <br>x <_ <? '
    "<title> </script <p_class=share>x <a_b='"
)


def only(text: str, path: str = "a.html") -> Article:
    (article,) = parse(text.encode(), path)
    return article


def shown(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.BOILERPLATE]


def folded_away(article: Article) -> str:
    return " ".join(block.text for block in article.blocks if block.kind is BlockKind.BOILERPLATE)


def test_meta_elements_state_everything() -> None:
    article = only(
        '<!doctype html>\n<html lang="en-GB"><head><title>Breakwater vote | Harbour News</title>'
        '<meta property="og:title" content="Breakwater &amp; vote - Harbour News">'
        "<meta property='og:site_name' content='Harbour News'><meta name=author content='By Ada Quill'>"
        '<meta property="article:published_time" content="2021-04-08T10:00:00+00:00">'
        '<meta property="article:section" content="Local"><meta name="description" content="The vote was a clos'
        'e one, by six to five.">'
        f'<link rel=canonical href="https://example.org/vote"></head><body>{MENU}<main><h1>Breakwater & vote</h1'
        f">{TEXT}</main>{FOOT}"
    )
    assert (article.title.text, article.title.rule, article.title.confidence) == (
        "Breakwater & vote",
        "page metadata",
        0.99,
    )
    assert (article.outlet.text, article.byline.text, article.date.text) == ("Harbour News", "Ada Quill", "2021-04-08")
    assert (article.section.text, article.url.text, article.language) == ("Local", "https://example.org/vote", "en")
    assert (article.standfirst.text, article.standfirst.confidence) == (
        "The vote was a close one, by six to five.",
        0.8,
    )
    assert shown(article) == [FIRST, SECOND, THIRD]
    assert "Home" in folded_away(article)
    assert "All rights reserved" in folded_away(article)


@pytest.mark.parametrize("wrapped", [False, True])
def test_linked_data_states_everything(wrapped: bool) -> None:
    data: object = {
        "@type": ["NewsArticle"],
        "headline": "Breakwater vote",
        "datePublished": "2021-04-08T10:00:00Z",
        "dateModified": "2023-01-01",
        "author": [{"@type": "Person", "name": "Ada Quill"}, {"name": "Ben Reed"}],
        "publisher": {"@type": "Organization", "name": "Harbour News"},
        "mainEntityOfPage": {"@id": "https://example.org/vote"},
    }
    source = json.dumps({"@context": "x", "@graph": [{"@type": "WebSite", "name": "y"}, data]} if wrapped else data)
    article = only(
        f"<html><head><script type='application/ld+json'>{source}</script><body><article>{TEXT}</article></body></html>"
    )
    assert (article.title.text, article.date.text) == ("Breakwater vote", "2021-04-08")
    assert (article.byline.text, article.outlet.text) == ("Ada Quill, Ben Reed", "Harbour News")
    assert article.url.text == "https://example.org/vote"


def test_a_page_made_by_a_script_may_have_its_text_in_its_data() -> None:
    data = json.dumps({"@type": "Article", "headline": "Breakwater vote", "articleBody": f"{FIRST}\n\n{SECOND}"})
    article = only(f'<html><script type="application/ld+json">{data}</script><body><div id="app"></div></body></html>')
    assert shown(article) == [FIRST, SECOND]


def test_the_article_element_is_the_text_and_what_is_for_sharing_is_not() -> None:
    article = only(
        f"<html><title>Breakwater vote - Harbour News</title><body><header><a href=/>Harbour News</a></header><d"
        f"iv class=wide>"
        f"<article><h1>Breakwater vote</h1><p>By Ada Quill</p><div class='share-bar'>Share this on every network"
        f" that there is now</div>"
        f"<figure><img src='data:image/png;base64,{'A' * 9000}'><figcaption>The harbour in March</figcaption></f"
        f"igure>"
        f"{TEXT}<h2>The costs</h2><blockquote><p>We cannot wait any longer.</p></blockquote></article>"
        f"<aside><p>{SECOND}</p></aside><article class=teaser><p>Another article, in a few words that say very l"
        f"ittle.</p></article></div>"
    )
    assert (article.title.text, article.outlet.text) == ("Breakwater vote", "Harbour News")
    assert (article.title.rule, article.outlet.confidence) == ("page heading", 0.6)
    assert article.byline.text == "Ada Quill"
    kinds = [(block.kind, block.text) for block in article.blocks if block.kind is not BlockKind.BOILERPLATE]
    assert kinds == [
        (BlockKind.CAPTION, "The harbour in March"),
        (BlockKind.PARAGRAPH, FIRST),
        (BlockKind.PARAGRAPH, SECOND),
        (BlockKind.PARAGRAPH, THIRD),
        (BlockKind.HEADING, "The costs"),
        (BlockKind.QUOTATION, "We cannot wait any longer."),
    ]
    assert "every network" in folded_away(article)


def test_without_such_elements_the_densest_one_is_the_text() -> None:
    links = "".join(
        f"<li><a href=/{number}>A headline of another article, number {number}</a></li>" for number in range(30)
    )
    article = only(
        f"<html><body><div><ul>{links}</ul></div><div><div>{TEXT}</div><div><p>Short</p></div></div></body></html>"
    )
    assert shown(article) == [FIRST, SECOND, THIRD]


def test_a_reader_view_save_is_a_bare_fragment() -> None:
    article = only(f"<div class='page'><h1>Breakwater vote</h1>{TEXT}</div>", "saved.htm")
    assert (article.title.text, shown(article)) == ("Breakwater vote", [FIRST, SECOND, THIRD])


def test_a_lone_heading_is_surer_than_the_title_of_the_window() -> None:
    article = only(f"<html><title>News of the day</title><body><h1>Breakwater vote is won</h1>{TEXT}")
    assert (article.title.text, article.title.confidence) == ("Breakwater vote is won", 0.85)


def test_a_saved_page_knows_its_address() -> None:
    article = only(
        f"<!-- saved from url=(0028)https://example.org/a/vote -->\n<html><body>{TEXT}</body></html>", "a.txt"
    )
    assert article.url.text == "https://example.org/a/vote"


def test_a_page_saved_as_one_file_by_a_browser() -> None:
    article = only(
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/vote\nSubject: Breakwater vote\n"
        "Date: Wed, 3 Jan 2024 10:00:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="x"\n\n\n'
        "--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
        f'<html><meta property=3D"og:title" content=3D"Breakwater vote"><body>{TEXT}</body></html>\n--x--\n',
        "a.mhtml",
    )
    assert (article.title.text, article.date.text) == ("Breakwater vote", "")
    assert shown(article) == [FIRST, SECOND, THIRD]


def test_a_tweet_inside_a_page_is_a_tweet() -> None:
    tweet = (
        '<blockquote class="twitter-tweet"><p lang="en">We will build it. <a href="#">pic.twitter.com/abc</a></p>'
        '&mdash; Ada Quill (@ada) <a href="#">April 7, 2021</a></blockquote>'
    )
    article = only(f"<html><body><article><p>{FIRST}</p>{tweet}<p>{SECOND}</p><p>{THIRD}</p></article>")
    assert [block.handle for block in article.blocks if block.kind is BlockKind.TWEET] == ["@ada"]


def test_a_table_reads_row_by_row() -> None:
    lines = outline("<table><tr><th>Port<th>Ships<tr><td>Oslo</td><td>12</td></tr></table>").lines
    assert [line.text for line in lines] == ["Port | Ships", "Oslo | 12"]


def test_entities_and_comments_and_odd_tags() -> None:
    lines = outline(
        "<p>a &lt;b&gt; &#8220;c&#8221;<!-- <p>no -->d<br/>1 < 2 <3<p title='>'>e</p><script>if (a<b) '</p>'</script>f"
    ).lines
    assert [line.text for line in lines] == ["a <b> “c”d", "1 < 2 <3", "e", "f"]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html><body><div id=root></div><script>render()</script></body></html>", "web page with no text"),
        (
            "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><DT><A HREF='#'>x</A></DL>",
            "bookmark list",
        ),
        (
            "<!DOCTYPE html><html><head><title>Pocket Export</title></head><ul><li><a href='#'>x</a></ul>",
            "bookmark list",
        ),
    ],
)
def test_pages_without_text_say_so(page: str, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        parse(page.encode(), "a.html")


@pytest.mark.parametrize("piece", BROKEN.split())
def test_two_megabytes_of_broken_markup_take_no_more_than_seconds(piece: str) -> None:
    data = f"<html><body><p>{FIRST}{piece.replace('_', ' ') * (1_900_000 // len(piece))}".encode()
    started = time.process_time()
    with suppress(ArticleError):
        parse(data, "a.html")
    assert time.process_time() - started < 5
