"""No spoilt file of any format breaks the parser, takes long, or lets anything through that a terminal would obey."""

import bz2
import gzip
import json
import lzma
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from test_article_robustness import QUIET, check
from test_format_mail import HEAD, HTML
from test_format_news_markup import GIGAWORD, NEWSML_1, NEWSML_G2, NITF, RCV1, REUTERS
from test_format_press_databases import BARE, LEXIS, PROQUEST, TAGGED, UNI

FIRST = "The harbour council voted on Monday to rebuild the northern breakwater, officials said after the meeting."
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
    f"<body><nav>Home</nav><article><h1>Vote</h1><p>{FIRST}</p><blockquote>{FIRST}</blockquote></article></body></html>"
)
MULTIPART = (
    f'{HEAD}Content-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain\n\n{FIRST}\n\n'
    "URL: https://a.org\n"
    f"--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n{HTML.replace('=', '=3D')}\n--b--\n"
)
SAMPLES = {
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
}
LINES = sorted({line for text in SAMPLES.values() for line in text.split("\n")})
EDIT = st.tuples(
    st.integers(0, 6000),
    st.sampled_from([0, 0, 1, 5, 40, 400]),
    st.binary(max_size=8)
    | st.sampled_from(LINES).map(str.encode)
    | st.sampled_from([b"<", b">", b"\n\n", b'"', b"&#27;", b"\\u001b"]),
)


@given(st.sampled_from(sorted(SAMPLES)), st.lists(EDIT, max_size=5), st.sampled_from(sorted(SAMPLES)))
@QUIET
def test_spoilt_files_of_every_format(name: str, edits: list[tuple[int, int, bytes]], called: str) -> None:
    data = SAMPLES[name].encode()
    for place, length, inserted in edits:
        start = place % (len(data) + 1)
        data = data[:start] + inserted + data[start + length :]
    check(data, f"sport/{called}")


@given(
    st.sampled_from([gzip.compress, bz2.compress, lzma.compress]),
    st.sampled_from(sorted(SAMPLES)),
    st.lists(st.tuples(st.integers(0, 3000), st.binary(max_size=4)), max_size=3),
    st.integers(0, 60),
)
@QUIET
def test_spoilt_compressed_files(
    pack: Callable[[bytes], bytes], name: str, edits: list[tuple[int, bytes]], cut: int
) -> None:
    data = pack(SAMPLES[name].encode())
    for place, inserted in edits:
        start = place % len(data)
        data = data[:start] + inserted + data[start + len(inserted) :]
    check(data[: len(data) - cut], f"{name}.gz")
