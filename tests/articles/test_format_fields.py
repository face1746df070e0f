"""What containers state is understood however they write it: languages, years, labels of other countries."""

import pytest
from format_samples import BODY

from reader.articles import parse
from reader.articles.formats.fields import language_code
from reader.model.article import Article


def read(text: str, path: str = "a.txt") -> Article:
    (article,) = parse(text.encode(), path)
    return article


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("en_US.UTF-8", "en"),
        ("eng", "en"),
        ("ger", "de"),
        ("deu", "de"),
        ("English", "en"),
        ("GERMAN; DEUTSCH", "de"),
        ("FRENCH; FRANÇAIS", "fr"),
        ("Français", "fr"),
        ("русский", "ru"),
        ("Chinese (Simplified)", "zh"),
        ("Klingonisch", ""),
        ("", ""),
    ],
)
def test_a_language_is_known_by_code_and_name(told: str, code: str) -> None:
    assert language_code(told) == code


def test_front_matter_and_headers_name_languages() -> None:
    assert read(f"---\ntitle: A vote\nlanguage: German\n---\n{BODY}", "a.md").language == "de"
    assert read(f"Title: A vote\nLanguage: ita\nDate: 8 April 2021\n\n{BODY}").language == "it"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Thu, 08 Apr 21 10:00:00 +0000", "2021-04-08"),
        ("26-FEB-87 15:01:01.79", "1987-02-26"),
        ("8. April '21", "2021-04-08"),
        ("April 8, 21", "2021-04-08"),
        ("28/02/21", "2021-02-28"),
        ("10:30:21", ""),
        ("08 Apr 10:00", ""),
    ],
)
def test_a_year_may_have_two_figures(told: str, day: str) -> None:
    assert read(f"Title: A vote\nDate: {told}\n\n{BODY}").date.text == day


@pytest.mark.parametrize(
    "labels",
    [
        "Feed: Titel: Autor: Datum: Link:",
        "Лента: Заголовок: Автор: Дата: Ссылка:",
        "Flux : Titre : Auteur : Date : Lien :",
        "Canale: Titolo: Autore: Data: Collegamento:",
        "源： 标题： 作者： 日期： 链接：",
    ],
)
def test_newsboat_saves_in_other_languages(labels: str) -> None:
    values = ("Harbour News", "A vote at sea", "Ada Quill", "Thu, 08 Apr 2021 10:00:00 +0200", "https://example.org/a")
    names = labels.replace(" :", "\xa0:").split(" ") if " :" not in labels else labels.split(" : ")
    names = [name.rstrip(" :：") for name in names]
    colon = "：" if "：" in labels else " :" if " :" in labels else ":"
    head = "\n".join(f"{name}{colon} {value}" for name, value in zip(names, values, strict=True))
    article = read(f"{head}\n\n{BODY}")
    assert (article.outlet.text, article.title.text, article.byline.text, article.date.text, article.url.text) == (
        "Harbour News",
        "A vote at sea",
        "Ada Quill",
        "2021-04-08",
        "https://example.org/a",
    )


def test_a_bracket_that_is_never_closed_is_no_title() -> None:
    article = read(f"---\ntitle: [unclosed\ndate: 2021-04-08\n---\n{BODY}", "a.md")
    assert article.title_derived
    assert article.date.text == "2021-04-08"
    assert (
        read(f"---\ntitle: [Update] the wall\ndate: 2021-04-08\n---\n{BODY}", "a.md").title.text == "[Update] the wall"
    )
