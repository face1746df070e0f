"""Bytes of every sort, read as a person would read them or refused with a reason."""

import pytest

from reader.articles import parse, raw_text
from reader.articles.decode import plain
from reader.errors import ArticleError
from reader.model.article import Article

TITLE = "Café owners say “enough” to the ferry’s new timetable"
BODY = (
    "The owners of nine cafés on the quay met on Monday and asked for the old hours, their leader said.",
    "“We can’t open at five – nobody can,” said André Møller, whose café has stood on the quay for forty years.",
    "The company said it would answer within a week. It expects 12,000 passengers in July, a third more than before.",
)
TEXT = "\n\n".join((TITLE, *BODY))
DANGEROUS = {
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
} - {"\n", "\t"}


def read(data: bytes, path: str = "a.txt") -> Article:
    (article,) = parse(data, path)
    return article


@pytest.mark.parametrize(
    ("stored", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("utf-16-le"), "utf-16-le (guessed)"),
        (TEXT.encode("utf-16-be"), "utf-16-be (guessed)"),
        (TEXT.encode("cp1252"), "cp1252 (guessed)"),
        (TEXT.encode("mac_roman"), "mac_roman (guessed)"),
    ],
)
def test_an_encoding_is_recognised(stored: bytes, encoding: str) -> None:
    article = read(stored)
    assert article.encoding == encoding
    assert article.title.text == TITLE
    assert [block.text for block in article.blocks] == list(BODY)


def test_pounds_in_latin_1_are_pounds() -> None:
    text = "Profits at the ferry company rose by £12m last year, the company said on Monday.\n\nIt owes £3m.\n"
    assert "£12m" in read(text.encode("latin-1")).text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "shift_jis",
            "港の防波堤を再建することを市議会が月曜日に決定した。費用は三百万円と見込まれている。漁師たちは仮の岸壁を求めている。"
            * 4,
        ),
        (
            "cp1251",
            "Городской совет решил в понедельник восстановить северный волнорез, повреждённый зимними штормами. " * 4,
        ),
        ("gb18030", "市议会星期一决定重建北部防波堤，预计工程将在春季开始，历时两年。渔民要求修建临时码头。" * 4),
    ],
)
def test_other_scripts_are_guessed_and_the_guess_is_named(encoding: str, text: str) -> None:
    article = read(text.encode(encoding))
    assert article.encoding.endswith("(guessed)")
    assert article.text.replace("\n", "")[:30] == text[:30]


def test_a_letter_cut_in_two_at_the_end_does_not_change_the_encoding() -> None:
    article = read(f"{TEXT} Noël".encode()[:-2])
    assert article.encoding == "utf-8"
    assert article.title.text == TITLE


def test_one_broken_byte_does_not_change_the_encoding() -> None:
    article = read(TEXT.encode().replace(b"Monday", b"Mon\xffday"))
    assert article.encoding == "utf-8"
    assert article.title.text == TITLE


def test_mojibake_is_mended_and_quotes_stay_curly() -> None:
    article = read("".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in TEXT.encode()).encode())
    assert article.title.text == TITLE
    assert article.notes == ("wrongly decoded characters were mended",)


def test_the_raw_view_keeps_mojibake() -> None:
    assert "â€™" in raw_text("The ferryâ€™s new timetable".encode())


RUSSIAN = "Городской совет решил в понедельник восстановить северный волнорез, сообщили чиновники после заседания."
GREEK = "Το συμβούλιο του λιμανιού αποφάσισε τη Δευτέρα να ξαναχτίσει τον βόρειο κυματοθραύστη της πόλης."
ARABIC = "قرر مجلس الميناء يوم الاثنين إعادة بناء حاجز الأمواج الشمالي الذي تضرر من العواصف في الشتاء."
JAPANESE = "港の防波堤を再建することを市議会が月曜日に決定した。費用は三百万円と見込まれている。"
CHINESE = "市议会星期一决定重建北部防波堤，预计工程将在春季开始，历时两年。渔民要求修建临时码头。"
KOREAN = "시의회는 월요일에 북쪽 방파제를 재건하기로 결정했다. 공사는 봄에 시작될 예정이다."


@pytest.mark.parametrize("text", [RUSSIAN, GREEK, ARABIC, JAPANESE, CHINESE, KOREAN])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_characters_of_other_scripts_need_no_mark(text: str, encoding: str) -> None:
    article = read(f"{text}\n\n{text}\n".encode(encoding))
    assert article.encoding == f"{encoding} (guessed)"
    assert article.blocks[-1].text == text


def test_japanese_in_seven_bits() -> None:
    article = read(f"{JAPANESE}\n\n{JAPANESE}\n".encode("iso2022_jp"))
    assert (article.encoding, article.language) == ("iso2022_jp", "ja")
    assert article.blocks[-1].text == JAPANESE


def test_polish_in_latin_2() -> None:
    polish = "Rada portu zdecydowała w poniedziałek o odbudowie północnego falochronu, uszkodzonego przez sztormy."
    assert polish in read(f"{polish}\n\n{polish}\n".encode("iso8859_2")).text


def test_mojibake_of_cyrillic_is_mended() -> None:
    article = read("".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in RUSSIAN.encode()).encode())
    assert article.text == RUSSIAN


def test_lost_characters_are_counted() -> None:
    article = read(TEXT.encode().replace(b"Monday", b"Mon\xffday"))
    assert article.notes == ("1 character could not be read, shown as \ufffd: look at the original for them",)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system(end: str) -> None:
    assert [block.text for block in read(TEXT.replace("\n", end).encode()).blocks] == list(BODY)


def test_nuls_controls_and_terminal_escapes_vanish() -> None:
    spoilt = (
        TEXT.replace("owners", "ow\x00ners")
        .replace("Monday", "\x1b[31mMonday\x1b[0m")
        .replace("week", "\x1b]0;title\x07week")
    )
    article = read(spoilt.encode())
    assert article.title.text == TITLE
    assert [block.text for block in article.blocks] == list(BODY)


def test_bidirectional_overrides_and_invisible_characters_vanish() -> None:
    spoilt = (
        TEXT.replace("owners", "ow\u202ene\u2069rs")
        .replace("quay", "qu\u00aday")
        .replace(" ", "\u00a0", 5)
        .replace("met", "\u200bmet")
    )
    article = read(f"\ufeff{spoilt}\ufeff".encode())
    assert article.title.text == TITLE
    assert [block.text for block in article.blocks] == list(BODY)


def test_the_raw_view_shows_controls_as_pictures_and_nothing_else_changed() -> None:
    raw = raw_text(b"  two  spaces\r\nand \x1b[31mred\x00 text\x7f\xe2\x80\xae!\n")
    assert raw == "  two  spaces\nand ␛[31mred␀ text␡\ufffd!\n"
    assert not DANGEROUS & set(raw)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x00" * 400, "empty"),
        (b"12345 67890 12345 67890 12345 67890", "no letters"),
        (b"Too short to be read", "under 30 characters"),
        (bytes(range(256)) * 8, "binary file, not text"),
        (b"%PDF-1.7\n1 0 obj\n", "a PDF file"),
        (b"PK\x03\x04" + b"docx" * 20, "ZIP archive or office document"),
        (b"\x1f\x8b\x08" + b"abc" * 30, "gzip"),
        (b"\x89PNG\r\n\x1a\n" + b"abc" * 30, "picture"),
        (b"\xff\xd8\xff\xe0" + b"abc" * 30, "picture"),
        (b"SQLite format 3\x00" + b"abc" * 30, "database"),
        (b"{\\rtf1\\ansi Some text that is long enough}", "rich-text"),
        (b"<!DOCTYPE html><html><body><p>Some text</p></body></html>", "web page"),
        (b'{"title": "Ferry", "text": "Some text that is long enough"}', "JSON"),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        parse(data, "a.txt")


def test_a_list_of_links_is_no_article() -> None:
    links = "\n".join(
        f'<li><a href="https://example.org/{number}" time_added="1">A page</a></li>' for number in range(9)
    )
    with pytest.raises(ArticleError, match="a bookmark list: links, no text"):
        parse(links.encode(), "ril_export.txt")


def test_a_head_alone_is_no_article() -> None:
    with pytest.raises(ArticleError, match="no text of an article"):
        parse(b"---\ntitle: A title and nothing else\ndate: 2021-04-08\n---\n", "a.md")


def test_only_the_beginning_of_a_huge_file_is_read_and_that_is_noted() -> None:
    article = read((TEXT + "\n\n" + f"{BODY[0]}\n\n" * 30_000).encode())
    assert article.notes == ("only the first 2 MB were read",)
    assert 1_900_000 < len(article.text.encode()) < 2_000_000
    (short,) = parse(TEXT.encode(), "a.txt", limit=200)
    assert short.notes == ("only the first 200 bytes were read",)


def test_every_invisible_character_goes_and_joiners_stay() -> None:
    assert (
        plain("".join(sorted(DANGEROUS - set("\r\x0b\x0c\x85\x1b\x90\x98\x9b\x9d\x9e\x9f"))) + "a\u200cb").strip()
        == "a\u200cb"
    )
