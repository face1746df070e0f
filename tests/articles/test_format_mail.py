"""E-mail: messages, those that feed readers send, mailboxes."""

import base64
import quopri
import time
from contextlib import suppress

import pytest

from reader.articles import parse
from reader.errors import ArticleError
from reader.model.article import Article, BlockKind

FIRST = "The harbour council voted on Monday to rebuild the northern breakwater, officials said after the meeting."
SECOND = "Work is expected to begin in the spring and to take two years, according to André’s plan shown to residents."
HEAD = (
    "From: Ada Quill <ada@example.org>\nTo: you@example.org\nSubject: Breakwater vote\n"
    "Date: Thu, 08 Apr 2021 23:30:00 +0200\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n"
)
HTML = f"<html><head><title>x</title><style>p {{}}</style></head><body><h2>The costs</h2><p>{FIRST}<p>{SECOND}</html>"


def only(text: str, path: str = "cur/1617.M1P2.host:2,S") -> Article:
    (article,) = parse(text.encode(), path)
    return article


def shown(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.BOILERPLATE]


def test_a_message_of_a_maildir_has_no_extension() -> None:
    article = only(
        f"{HEAD}Content-Type: text/plain; charset=utf-8\n\n{FIRST}\n\n{SECOND}\n\n-- \nAda Quill\n+47 55 55\n"
    )
    assert (article.title.text, article.title.rule, article.title.confidence) == (
        "Breakwater vote",
        "mail header",
        0.99,
    )
    assert (article.date.text, article.byline.text, article.outlet.text) == ("2021-04-08", "Ada Quill", "")
    assert shown(article) == [FIRST, SECOND]


def test_crlf_line_ends() -> None:
    article = only(f"{HEAD}\n{FIRST}\n\n{SECOND}\n".replace("\n", "\r\n"), "a.eml")
    assert (article.title.text, shown(article)) == ("Breakwater vote", [FIRST, SECOND])


def test_encoded_words_and_folded_fields() -> None:
    subject = (
        "Subject: =?utf-8?B?"
        + base64.b64encode("Fwd: Café vote".encode()).decode()
        + "?=\n =?iso-8859-1?Q?_in_M=FCnchen?="
    )
    text = HEAD.replace("Subject: Breakwater vote", subject).replace("Ada Quill", "=?utf-8?q?The_Harbour_News?=")
    article = only(f"{text}\n{FIRST}\n\n{SECOND}\n")
    assert article.title.text == "Café vote in München"
    assert (article.outlet.text, article.outlet.confidence) == ("The Harbour News", 0.8)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", quopri.encodestring(HTML.encode("utf-8")).decode()),
        ("base64", base64.encodebytes(HTML.encode("utf-8")).decode()),
        ("8bit", HTML),
    ],
)
def test_of_two_versions_the_one_with_headings_is_read(encoding: str, body: str) -> None:
    article = only(
        f'{HEAD}Content-Type: multipart/mixed; boundary="out er"\n\n'
        'preamble\n--out er\nContent-Type: multipart/alternative;\n boundary="inner"\n\n'
        f"--inner\nContent-Type: text/plain\n\n{FIRST} See the web page.\n"
        f"--inner\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n{body}\n--in"
        f"ner--\n"
        f"--out er\nContent-Type: text/plain\nContent-Disposition: attachment\n\n{'secret ' * 900}\n--out er--\n"
    )
    assert [(block.kind, block.text) for block in article.blocks] == [
        (BlockKind.HEADING, "The costs"),
        (BlockKind.PARAGRAPH, FIRST),
        (BlockKind.PARAGRAPH, SECOND),
    ]


def test_what_rss2email_sends_as_text() -> None:
    article = only(
        "Content-Type: text/plain; charset=utf-8\nFrom: Harbour News: Ada Quill <user@rss2email.invalid>\n"
        "Subject: Breakwater vote\nTo: you@example.org\nDate: Thu, 08 Apr 2021 10:00:00 -0000\n"
        "User-Agent: rss2email/3.14\n"
        "X-RSS-Feed: https://example.org/feed\nX-RSS-ID: tag:1\nX-RSS-URL: https://example.org/vote\nX-RSS-TAGS"
        ": sea\n\n"
        f"{FIRST}\n\n{SECOND}\n\n\nURL: https://example.org/vote\nEnclosure: https://example.org/a.mp3\n"
    )
    assert (article.outlet.text, article.byline.text) == ("Harbour News", "Ada Quill")
    assert article.url.text == "https://example.org/vote"
    assert shown(article) == [FIRST, SECOND]


def test_what_rss2email_sends_as_html() -> None:
    article = only(
        "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nFrom: Harbour News <user@rss2email.invalid>\n"
        "Subject: Breakwater vote\nDate: Thu, 08 Apr 2021 10:00:00 -0000\nX-RSS-Feed: https://example.org/feed\n\n"
        '<html><body><div id="entry"><h1 class="header"><a href="https://example.org/vote">Breakwater vote</a></h1>'
        f'<div id="body"><p>{FIRST}</p><p>{SECOND}</p></div>'
        '<div class="footer"><p>URL: <a href="#">https://example.org/vote</a></p></div></html>'
    )
    assert (article.title.text, article.outlet.text) == ("Breakwater vote", "Harbour News")
    assert shown(article) == [FIRST, SECOND]


def test_what_feed2maildir_writes() -> None:
    article = only(
        f"{HEAD.replace('Ada Quill', 'Harbour News')}\nLink: https://example.org/vote\n\n{FIRST}\n\n{SECOND}\n"
    )
    assert (article.url.text, article.outlet.text) == ("https://example.org/vote", "Harbour News")
    assert shown(article) == [FIRST, SECOND]


def test_a_mailbox_holds_many_messages() -> None:
    message = f"From ada@example.org Thu Apr  8 10:00:00 2021\n{HEAD}\n{FIRST}\n\n>From here it goes on: {SECOND}\n\n"
    short = f"From ada@example.org Thu Apr  8 10:00:00 2021\n{HEAD}\nThank you!\n\n"
    found = parse((message + short + message.replace("Breakwater vote", "Second vote")).encode(), "box.mbox")
    assert [(article.id, article.title.text) for article in found] == [
        ("box.mbox#1", "Breakwater vote"),
        ("box.mbox#2", "Second vote"),
    ]
    assert shown(found[0]) == [FIRST, f"From here it goes on: {SECOND}"]


def test_prose_that_speaks_of_letters_is_no_message() -> None:
    article = only(f"From: the harbour\n\n{FIRST}\n\n{SECOND}\n", "a.txt")
    assert article.title.rule != "mail header"
    assert only(f"From London it was said in 2021\n\n{FIRST}\n\n{SECOND}\n", "a.txt").title.text.startswith(
        "From London"
    )


@pytest.mark.parametrize(
    "hostile",
    [
        f"{HEAD}Content-Type: multipart/mixed; boundary=a\n\n"
        + "--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 40_000,
        HEAD.replace("Ada Quill", "(" * 100_000) + "\n" + FIRST,
        HEAD.replace("Breakwater", "=?utf-8?B?x" * 90_000) + "\n" + FIRST,
        HEAD.replace("Breakwater", "=?no-such?Q?x?= =?utf-7?B?+?=") + "\n" + FIRST,
        f"{HEAD}Content-Type: text/plain; charset=\x00\nContent-Transfer-Encoding: base64\n\nAAA=A" + "=" * 1_900_000,
        f"{HEAD}Content-Type: text/plain; charset=idna\nContent-Transfer-Encoding: quoted-printable\n\n"
        + "=C3=28 word " * 150_000,
        f"{HEAD}Content-Type: text/html\n\n" + "<!--" * 490_000,
        "From a Thu Apr  8 10:00:00 2021\n" + HEAD + "\n\nFrom a 2021\nA: b\n" * 100_000,
        HEAD + "\n" + "\nURL: http://a" * 140_000,
        "A: b\n" * 390_000,
    ],
    ids=range(10),
)
def test_hostile_mail_takes_no_more_than_seconds(hostile: str) -> None:
    started = time.process_time()
    with suppress(ArticleError):
        parse(hostile.encode(), "a.eml")
    assert time.process_time() - started < 3
