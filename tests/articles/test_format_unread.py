"""Files that hold no article are named, and the reader is told what to do."""

import gzip
import io
import json
import zipfile

import pytest

from reader.articles import parse
from reader.errors import ArticleError


def zipped(*names: str) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        for name in names:
            archive.writestr(name, "application/epub+zip" if name == "mimetype" else "x" * 100)
    return stored.getvalue()


LINKS = [{"title": f"A page {number}", "url": f"https://example.org/{number}", "time_added": 1} for number in range(5)]
POCKET = "<!DOCTYPE html>\n<html>\n<head><title>Pocket Export</title></head>\n<body>\n<ul>\n" + "".join(
    f'<li><a href="{each["url"]}" time_added="1617840000" tags="">{each["title"]}</a></li>\n' for each in LINKS
)
INSTAPAPER = "URL,Title,Selection,Folder,Timestamp\n" + "".join(
    f"{each['url']},{each['title']},,Unread,1\n" for each in LINKS
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (POCKET.encode(), "a bookmark list: links, no text"),
        (json.dumps(LINKS).encode(), "a bookmark list: links, no text"),
        (INSTAPAPER.encode(), "links, no text"),
        (b"title,url,time_added,tags,status\nA page,https://example.org/1,1,,unread\n", "links, no text"),
        (b"{\\rtf1\\ansi The harbour council voted.}", "rich-text file.*save it as plain text"),
        (zipped("[Content_Types].xml", "_rels/.rels", "word/document.xml"), "office document .DOCX.*save it as"),
        (zipped("mimetype", "META-INF/container.xml"), r"a book \(EPUB\).*convert it"),
        (zipped("a.txt", "b.txt"), "ZIP archive.*unpack it"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF file.*save its text"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "web archive"),
        (gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo\r\n" * 9, mtime=0), "web archive"),
        (b'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Harbour</title></channel></rss>', "a news feed"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour news of today</title></feed>", "a news feed"),
        (b'<?xml version="1.0"?>\n<opml version="2.0"><body><outline text="a"/></body></opml>', "a list of feeds"),
        (b'{"roots": {"bar": {"children": [{"name": "A", "url": "https://a.org"}]}}}', "a bookmark list"),
        (b'{"title": "", "children": [{"title": "A", "uri": "https://example.org"}]}', "a bookmark list"),
        (b"[InternetShortcut]\nURL=https://example.org/a/long/address\n", "a link to a page: open it"),
        (b"BEGIN:VCARD\nVERSION:3.0\nFN:Ada Quill\nEND:VCARD\n", "an address book or calendar"),
        (b"TY  - NEWS\nTI  - Vote at sea\nAU  - Quill, Ada\nER  - \n", "references .RIS.: titles, no text"),
        (b"@article{quill2021,\n  title = {Vote at sea},\n}\n", "references .BibTeX.: titles, no text"),
        (b"1\n00:00:01,000 --> 00:00:04,000\nThe council voted on Monday\n", "subtitles"),
        (b"WEBVTT\n\n00:01.000 --> 00:04.000\nThe council voted on Monday\n", "subtitles"),
        (b"Highlight,Book Title,Book Author,URL\nx,y,z,\n", "links or highlights .CSV.: links, no text"),
        (b'<?xml version="1.0"?>\n<urlset><url><loc>https://example.org</loc></url></urlset>', "a site map"),
        (b'<?xml version="1.0"?>\n<catalogue><entry>Some words of no use</entry></catalogue>', "an XML file"),
    ],
)
def test_it_is_named(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        parse(data, "a.txt")
