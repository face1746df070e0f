"""News in markup of the trade, and the summaries of `.story` files."""

import time
from contextlib import suppress

import pytest

from reader.articles import parse
from reader.errors import ArticleError
from reader.model.article import Article

FIRST = "The harbour council voted on Monday to rebuild the northern breakwater, officials said after the long meeting."
SECOND = "Work is expected to begin in the spring & to take two years, according to the plan shown to residents."
TEXT = f"<p>{FIRST}</p>\n<p>{SECOND.replace('&', '&amp;')}</p>"

NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/nitf-3-3.dtd">
<nitf change.date="June 10, 2005" version="-//IPTC//DTD NITF 3.3//EN">
<head><title>Breakwater vote</title>
<docdata><doc-id id-string="1"/></docdata>
<pubdata date.publication="20210408T000000" ex-ref="https://example.org/vote" name="Harbour News"/></head>
<body><body.head><hedline><hl1>Breakwater vote is won</hl1></hedline>
<byline class="print_byline">By ADA QUILL</byline><dateline>OSLO, April 7</dateline></body.head>
<body.content><block class="lead_paragraph"><p>{FIRST}</p></block><block class="full_text">{TEXT}</block></body.content>
</body></nitf>"""
RCV1 = f"""<?xml version="1.0" encoding="iso-8859-1" ?>
<newsitem itemid="2286" id="root" date="1996-08-20" xml:lang="en">
<title>NORWAY: Breakwater vote is won.</title>
<headline>Breakwater vote is won.</headline>
<dateline>OSLO 1996-08-20</dateline>
<text>
{TEXT}
</text>
<copyright>(c) Reuters Limited 1996</copyright>
<metadata><codes class="bip:countries:1.0"><code code="NORW"/></codes>
<dc element="dc.date.created" value="1996-08-20"/></metadata>
</newsitem>"""
REUTERS = """<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" OLDID="5544" NEWID="1">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<TOPICS><D>ship</D></TOPICS>
<UNKNOWN>
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0704&#31;reute</UNKNOWN>
<TEXT>&#2;
<TITLE>BREAKWATER VOTE IS WON</TITLE>
<DATELINE>    OSLO, Feb 26 - </DATELINE><BODY>The harbour council voted on Monday to rebuild the
northern breakwater, officials said after the long meeting.
    Work is expected to begin in the spring &amp; to take two
years, according to the plan shown to residents.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
"""
GIGAWORD = f"""<DOC id="NYT_ENG_20210408.0001" type="story" >
<HEADLINE>
Breakwater vote is won
</HEADLINE>
<DATELINE>
OSLO, April 7
</DATELINE>
<TEXT>
<P>
{FIRST}
</P>
<P>
{SECOND}
</P>
</TEXT>
</DOC>
"""
NEWSML_G2 = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>
<newsItem guid="urn:1" version="1" standard="NewsML-G2" xml:lang="en-GB">
<itemMeta><provider qcode="x"/><versionCreated>2021-04-09T10:00:00Z</versionCreated>
<firstCreated>2021-04-08T10:00:00Z</firstCreated></itemMeta>
<contentMeta><headline>Breakwater vote is won</headline>
<by>Ada Quill</by><dateline>OSLO, April 7</dateline></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html><head><title>x</title></head><body>{TEXT}</body>
</html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
NEWSML_1 = f"""<NewsML><NewsEnvelope><DateAndTime>20210408T100000Z</DateAndTime></NewsEnvelope>
<NewsItem><NewsComponent><NewsLines><HeadLine>Breakwater vote is won</HeadLine><ByLine>By Ada Quill</ByLine>
<DateLine>OSLO, April 7</DateLine></NewsLines><ContentItem><DataContent>{TEXT}</DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>"""


def only(text: str, path: str = "a.xml") -> Article:
    (article,) = parse(text.encode(), path)
    return article


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


@pytest.mark.parametrize(
    ("text", "rule", "title", "day"),
    [
        (NITF, "NITF", "Breakwater vote is won", "2021-04-08"),
        (RCV1, "NewsML", "Breakwater vote is won.", "1996-08-20"),
        (REUTERS, "Reuters SGML", "BREAKWATER VOTE IS WON", "1987-02-26"),
        (GIGAWORD, "news SGML", "Breakwater vote is won", "2021-04-08"),
        (NEWSML_G2, "NewsML", "Breakwater vote is won", "2021-04-08"),
        (NEWSML_1, "NewsML", "Breakwater vote is won", ""),
    ],
)
def test_each_markup(text: str, rule: str, title: str, day: str) -> None:
    article = only(text)
    assert (article.title.text, article.title.rule, article.title.confidence) == (title, rule, 0.97)
    assert article.date.text == day
    assert article.place.text.casefold() == "oslo"
    assert texts(article) == [FIRST, SECOND]


def test_nitf_names_outlet_writer_and_address() -> None:
    article = only(NITF)
    assert (article.outlet.text, article.byline.text, article.url.text) == (
        "Harbour News",
        "ADA QUILL",
        "https://example.org/vote",
    )


def test_reuters_files_hold_many_articles_and_credit_the_agency() -> None:
    found = parse(f'<!DOCTYPE lewis SYSTEM "lewis.dtd">\n{REUTERS}{REUTERS}'.encode(), "reut2-000.sgm")
    assert [article.id for article in found] == ["reut2-000.sgm#1", "reut2-000.sgm#2"]
    assert {article.agency.text for article in found} == {"Reuters"}
    assert texts(found[1]) == [FIRST, SECOND]


def test_a_file_cut_short_is_read_as_far_as_it_goes() -> None:
    assert texts(only(NITF[: NITF.index(SECOND[-20:])]))[0] == FIRST


def test_highlights_are_the_standfirst() -> None:
    article = only(
        f"LONDON, England (CNN) -- {FIRST}\n\n{SECOND}\n\n@highlight\n\nCouncil says yes\n\n"
        "@highlight\n\nTwo years of work .\n",
        "0001d1af.story",
    )
    assert article.standfirst.text == "Council says yes. Two years of work ."
    assert len(article.blocks) == 2
    assert article.title_derived


BOMB = '<!DOCTYPE nitf [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
)


@pytest.mark.parametrize("root", ["nitf", "newsitem"])
def test_an_xml_bomb_is_refused(root: str) -> None:
    with pytest.raises(ArticleError, match="defines entities"):
        only(f"{BOMB}]><{root}><body><p>&a9;</p></body></{root}>")


@pytest.mark.parametrize(
    "hostile",
    [
        "<nitf>" * 330_000,
        "<nitf><hl1" * 190_000,
        "<REUTERS >" * 190_000,
        "<doc><text><p>" * 130_000,
        "<newsitem " * 190_000,
        "<nitf><body.content>" + "<p" * 900_000,
        "<doc>" + "<headline " * 190_000,
        "<doc>" + "<headline>" * 190_000,
        "\n@highlight\n" * 160_000,
    ],
    ids=range(9),
)
def test_hostile_markup_takes_no_more_than_seconds(hostile: str) -> None:
    started = time.process_time()
    with suppress(ArticleError):
        parse(hostile.encode(), "a.xml")
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    ("written", "place"), [("NORTH VARNHOLT", "North Varnholt"), ("OSLO", "Oslo"), ("Åmål", "Åmål")]
)
def test_a_place_in_capitals_is_spelled_like_any_other(written: str, place: str) -> None:
    assert only(NITF.replace("<dateline>OSLO", f"<dateline>{written}")).place.text == place
