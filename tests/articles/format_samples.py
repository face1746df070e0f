"""One realistic file of every format, for the tests that spoil them and for the fuzzer."""

import bz2
import gzip
import json
import lzma

from test_format_mail import HEAD, HTML
from test_format_news_markup import GIGAWORD, NEWSML_1, NEWSML_G2, NITF, RCV1, REUTERS
from test_format_press_databases import BARE, LEXIS, PROQUEST, TAGGED, UNI

FIRST = "The harbour council voted on Monday to rebuild the northern breakwater, officials said after the meeting."
SECOND = "Work is expected to begin in the spring and to take two years, according to the plan shown to residents."
BODY = f"{FIRST}\n\n{SECOND}\n"
RECORD = {
    "title": "A \x1b[31mvote\u202e",
    "text": f"<p>{FIRST}</p>",
    "date": 1617840000,
    "authors": [{"name": "Ada Quill"}],
    "source": {"title": "Harbour News\x9b"},
    "url": "https://example.org/2021/04/08/vote",
    "language": "en",
}
PAGE = (
    "<!doctype html><html lang=en><head><title>Vote | Harbour\x1b News</title>"
    "<meta property='og:title' content='Vote &#27;[1m'>"
    '<script type="application/ld+json">{"@type":"Article","headline":"Vote","author":{"name":"Ada"}}</script></head>'
    f"<body><nav>Home</nav><article><h1>Vote</h1><p>{FIRST}</p><blockquote>{FIRST}</blockquote>"
    "<ul><li>one<ol start=3><li>two</li></ol></li></ul><table><tr><th>a</th><td>1</td></tr><tr><td>b<td>2</table>"
    f"<pre>- one\n- two\n\n{FIRST}</pre><![CDATA[<p>{SECOND}</p>]]></article></body></html>"
)
MULTIPART = (
    f'{HEAD}Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\n{FIRST}\n\n'
    "URL: https://a.org\n"
    f"--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n{HTML.replace('=', '=3D')}\n--b--\n"
)
MARKDOWN = f"""---
title: "Vote: the council"
author: [Ada Quill, "[[Ben Reed]]"]
date: 2021-04-08
---
# Vote: the council

{FIRST}

> {SECOND}
> – she said

- one [link](https://a.org "t") and **bold**
    - inner ![picture](a.png)
1. first
2. second

| a | b |
|---|--:|
| 1 | x\\|y |

![A crane lifts stones](https://a.org/x.jpg)

```python
code()
```
[^1]: note
"""
READWISE = f"""# A vote

![rw-book-cover](https://a.org/a.png)

## Metadata
- Author: [[Ada Quill]]
- Full Title: A Vote on the Sea
- URL: https://example.org/vote

## Highlights
- {FIRST} ([View Highlight](https://read.readwise.io/read/1))
"""
SCRAPED = f"""<doc sitename="Harbour News" title="A &amp; vote" author="Ada; Ben" date="2021-04-08" source="https://a.org/v">
<main><head rend="h2">Costs</head><p>{FIRST}</p><quote>{SECOND}</quote><list rend="ol"><item>one</item></list>
<table><row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row></table></main>
<comments><p>no</p></comments></doc>"""
TEI = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A vote</title>
<author>Ada</author></titleStmt>
<sourceDesc><biblFull><publicationStmt><publisher>Harbour News</publisher>
<ptr type="URL" target="https://a.org/v"/><date>2021-04-08</date></publicationStmt></biblFull></sourceDesc></fileDesc></teiHeader>
<text><body><div type="entry">
<ab type="header">Costs</ab><p>{FIRST}</p><p>{SECOND}</p></div></body></text></TEI>"""
COLUMNS = f"""Harbour council votes on the breakwater

By Ada Quill in Oslo | a.com | Updated: 2017-04-28 13:23

OSLO, April 7 (AP / B - 8 April, 2021) -- {FIRST}

Harbour      Boats     Cost
North           12     3,000
--------------------------
South           11     2,000

Text (Reuters) pic.twitter.com/x — Ada (@ ada) 2 Mei 2021

Ada QuillMinister of Sea(Twitter)

Reporting by X; Editing by Y

TOP STORIES
"""
NEWSBOAT = (
    "Лента: Harbour News\nЗаголовок: A vote\nАвтор: Ada\nДата: Thu, 08 Apr 2021 10:00:00 +0200\n"
    f"Ссылка: https://example.org/a\n\n{FIRST}[1]\n\nLinks: \n[1]: https://a.org (link)\n"
)
TEXTS = {
    "a.json": json.dumps(RECORD),
    "a.jsonl": "\n".join([json.dumps(RECORD)] * 3),
    "list.json": json.dumps({"items": [RECORD, RECORD]}, indent=1),
    "a.eml": MULTIPART,
    "a.mbox": f"From a@b.org Thu Apr  8 10:00:00 2021\n{MULTIPART}\nFrom a@b.org Thu Apr  8 10:00:00 2021\n{MULTIPART}",
    "a.html": PAGE,
    "lexis.txt": LEXIS % 1 + LEXIS % 2,
    "uni.txt": UNI + UNI,
    "factiva.txt": TAGGED + BARE,
    "proquest.txt": PROQUEST + PROQUEST,
    "nitf.xml": NITF,
    "rcv1.xml": RCV1,
    "g2.xml": NEWSML_G2,
    "newsml.xml": NEWSML_1,
    "reut2.sgm": REUTERS + REUTERS,
    "gigaword.sgml": GIGAWORD + GIGAWORD,
    "a.story": f"{FIRST}\n\n@highlight\n\nCouncil says yes\n",
    "a.md": MARKDOWN,
    "toml.md": f'+++\ntitle = "A vote"\ndate = 2021-04-08T10:00:00Z\n+++\n\n{BODY}',
    "json.md": f'{{"title": "A vote", "date": "2021-04-08"}}\n\n{BODY}',
    "readwise.md": READWISE,
    "scraped.xml": SCRAPED,
    "tei.xml": TEI,
    "columns.txt": COLUMNS,
    "newsboat.txt": NEWSBOAT,
    "crawl.txt": f" date 2021-04-08 World news\n\nIraq | A title of several words | Site\n\n{BODY}",
    "header.txt": f"Title: A vote\nBy: Ada\nDate: 08 Apr 21\nLanguage: English\n\n{BODY}",
    "a.csv": f'title,text,date\n"A, vote","{BODY}",2021-04-08\nSecond,"{SECOND}",2021-04-09\n',
    "links.html": "<ul>" + '<li><a href="https://a.org" time_added="1">A</a></li>\n' * 4,
    "feed.xml": '<?xml version="1.0"?><rss><channel><title>A</title></channel></rss>',
}
"""By name; the extension is that of the format."""
SAMPLES: dict[str, bytes] = {
    **{name: text.encode() for name, text in TEXTS.items()},
    "a.txt.gz": gzip.compress(COLUMNS.encode(), mtime=0),
    "a.jsonl.bz2": bz2.compress(TEXTS["a.jsonl"].encode()),
    "a.html.xz": lzma.compress(PAGE.encode()),
    "utf-16.txt": BODY.encode("utf-16-le"),
    "cp1252.txt": BODY.replace("harbour", "harböur – “é”").encode("cp1252"),
    "cp1251.txt": ("Городской совет решил в понедельник восстановить северный волнорез. " * 4).encode("cp1251"),
    "shift_jis.txt": ("港の防波堤を再建することを市議会が月曜日に決定した。" * 6).encode("shift_jis"),
    "iso-2022.txt": ("港の防波堤を再建することを市議会が月曜日に決定した。" * 6).encode("iso2022_jp"),
    "mojibake.txt": "".join(chr(byte) for byte in f"The ferry’s “café” {FIRST}".encode()).encode(),
    "a.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a.zip": b"PK\x03\x04" + b"word/" * 9,
    "warc.warc": b"WARC/1.0\r\nWARC-Type: warcinfo\r\n" * 9,
}
"""Texts and what is stored otherwise, as bytes."""
