"""A word is found in every language of the folder in whatever inflection, and lit where it is found."""

from collections.abc import Iterator

import pytest
from builders import TODAY, desk, found, write

from reader.library import Library
from reader.query import parse

ARTICLES = {
    "en": (
        "The minister said that the government had decided on the reform of the hospitals before the elections, and"
        " that the cars would be paid for by the state. Chancellor Merkel was there, and so was the mayor of Warsaw."
    ),
    "de": (
        "Die Häuser in der Straße wurden am Montag geräumt, sagte der Bürgermeister. Nach dem Hochwasser sind"
        " die Wahlen in Müllers Gemeinde verschoben worden, und die Ministerin Merkel hat den Helfern für die Arbeit"
        " gedankt."
    ),
    "fr": (
        "L'État a annoncé mardi que les élections régionales seraient repoussées à l'automne. Les économies demandées"
        " aux hôpitaux ne sont pas dans le projet de loi, selon les ministres, qui ont été entendus par le Sénat."
    ),
    "es": (
        "Las naciones de la región han firmado un acuerdo sobre las situaciones de emergencia, según dijo la ministra."
        " El gobierno no ha explicado cómo se pagará, pero la economía crece y los ciudadanos están más tranquilos."
    ),
    "it": (
        "Il governo ha approvato la riforma delle città e dell'Italia del sud, ma i sindaci non sono stati sentiti."
        " Le elezioni saranno a maggio, e tra i candidati c'è anche il presidente della regione con i suoi assessori."
    ),
    "pt": (
        "As eleições foram adiadas, disse o ministro, porque as regiões do norte não estão preparadas. A situação dos"
        " hospitais é muito difícil e os médicos pedem mais dinheiro ao governo, que ainda não respondeu."
    ),
    "nl": (
        "De regering heeft besloten dat de verkiezingen worden uitgesteld, zei de minister. In de huizen langs de"
        " rivier is het water gestegen en de burgemeesters van de gemeenten willen dat er meer dijken worden gebouwd."
    ),
    "sv": (
        "Regeringen har beslutat att valen skjuts upp, sade ministern på tisdagen. Sjukhusen i norr har inte fått de"
        " pengar som de behöver, och läkarna säger att åren som kommer blir svåra för alla som är sjuka."
    ),
    "ru": (
        "Министры обсудили в понедельник новые законы о больницах, сообщил представитель правительства. Выборы"
        " перенесены на осень, так как наводнение в районе ещё не закончилось и все дороги были закрыты."
    ),
    "ar": (
        "قال الوزير إن الحكومة قررت تأجيل الانتخابات إلى الخريف، وإن المستشفيات في المدينة تحتاج إلى أموال كثيرة."
        " وكانت المُدَرِّسات في المدرسة قد طلبن من رئيس البلدية أن يزور الأحياء التي غمرتها المياه."
    ),
    "zh": ("外交部发言人星期四表示，中国人民愿意与各国加强合作。上海的医院正在接收来自北方的病人，选举推迟到秋天。"),
    "ja": (
        "外務省は木曜日、選挙を秋に延期すると発表した。東京都の病院では、ガスの供給が止まり、患者が他の病院に移された。"
    ),
    "ko": (
        "대통령은 목요일 선거를 가을로 연기한다고 발표했다."
        " 서울의 병원에서는 환자들이 다른 병원으로 옮겨졌다고 정부가 밝혔다."
    ),
    "pl": (
        "Minister powiedział, że wybory zostaną przełożone na jesień, ponieważ szpitale w Łodzi nie są jeszcze gotowe."
        " Na ulicach było w piątek bardzo dużo wody, a rząd nie wie, jak długo to potrwa."
    ),
    "tr": (
        "Bakan, seçimlerin sonbahara ertelendiğini ve hastanelerin daha çok paraya ihtiyacı olduğunu söyledi. İstanbul"
        " için bu yıl çok zor, ancak hükümet ne olursa olsun yeni bir yol gibi görünen bu karar ile devam ediyor."
    ),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    made = desk(tmp_path_factory.mktemp("languages"))
    for code, text in ARTICLES.items():
        write(made.folder, f"{code}.txt", f"{text}\n", title="0", day="2021-04-08")
    opened = made.refreshed()
    yield opened
    opened.close()


def codes(library: Library, query: str) -> set[str]:
    return {identifier.removesuffix(".txt") for identifier in found(library, query)}


@pytest.mark.parametrize("code", ARTICLES)
def test_the_articles_are_in_the_languages_that_they_are_in(library: Library, code: str) -> None:
    assert library.article(library.number(f"{code}.txt")).language == code
    assert codes(library, f"language:{code}") == {code}


@pytest.mark.parametrize(
    ("query", "expected", "lit"),
    [
        ("election", {"en", "fr"}, {"en": ["elections"], "fr": ["élections"]}),
        ("haus", {"de"}, {"de": ["Häuser"]}),
        ("Haeuser", {"de"}, {"de": ["Häuser"]}),
        ("strasse", {"de"}, {"de": ["Straße"]}),
        ("wahl", {"de"}, {"de": ["Wahlen"]}),
        ("Mueller", {"de"}, {"de": ["Müllers"]}),
        ("muller", {"de"}, {"de": ["Müllers"]}),
        ("élection", {"fr", "en"}, {"fr": ["élections"], "en": ["elections"]}),
        ("économie", {"fr", "es"}, {"fr": ["économies"], "es": ["economía"]}),
        ("etat", {"fr"}, {"fr": ["État"]}),
        ("l'État", {"fr"}, {"fr": ["L'État"]}),
        ("hopital", {"fr"}, {}),  # the plural in -aux is another word to the stemmer
        ("nación", {"es"}, {"es": ["naciones"]}),
        ("nacion", {"es"}, {"es": ["naciones"]}),
        ("situacion", {"es"}, {"es": ["situaciones"]}),
        ("economia", {"es", "fr"}, {"es": ["economía"]}),
        ("elezione", {"it"}, {"it": ["elezioni"]}),
        ("italia", {"it"}, {"it": ["Italia"]}),
        ("citta", {"it"}, {"it": ["città"]}),
        ("eleição", {"pt"}, {"pt": ["eleições"]}),
        ("regiao", {"pt"}, {"pt": ["regiões"]}),
        ("verkiezing", {"nl"}, {"nl": ["verkiezingen"]}),
        ("gemeente", {"nl"}, {"nl": ["gemeenten"]}),
        ("sjukhus", {"sv"}, {"sv": ["Sjukhusen"]}),
        ("lakare", {"sv"}, {"sv": ["läkarna"]}),
        ("ar", {"sv"}, {"sv": ["är"]}),
        ("закон", {"ru"}, {"ru": ["законы"]}),
        ("больница", {"ru"}, {"ru": ["больницах"]}),
        ("еще", {"ru"}, {"ru": ["ещё"]}),
        ("مستشفى", {"ar"}, {}),
        ("مدينة", {"ar"}, {"ar": ["المدينة"]}),
        ("المدينه", {"ar"}, {"ar": ["المدينة"]}),
        ("الى", {"ar"}, {"ar": ["إلى", "إلى"]}),
        ("مدرسات", {"ar"}, {"ar": ["المُدَرِّسات", "المدرسة"]}),
        ("łodzi", {"pl"}, {"pl": ["Łodzi"]}),
        ("ISTANBUL", {"tr"}, {"tr": ["İstanbul"]}),
        ("merkel", {"en", "de"}, {"en": ["Merkel"], "de": ["Merkel"]}),
        ("中国", {"zh"}, {"zh": ["中国"]}),
        ("国", {"zh"}, {"zh": ["国", "国"]}),
        ("国人", {"zh"}, {}),
        ("中国人民", {"zh"}, {"zh": ["中国人民"]}),
        ("中人", set(), {}),
        ("病院", {"ja"}, {"ja": ["病院", "病院"]}),
        ("秋", {"zh", "ja"}, {}),
        ("ガス", {"ja"}, {"ja": ["ガス"]}),
        ("カス", set(), {}),
        ("대통령", {"ko"}, {"ko": ["대통령"]}),
        ("병원", {"ko"}, {"ko": ["병원", "병원"]}),
        ("일선", set(), {}),  # it stands there only across a blank
        ('"다른 병원"', {"ko"}, {"ko": ["다른 병원"]}),
        ("대통*", {"ko"}, {"ko": ["대통"]}),
        ("elec*", {"en", "fr"}, {}),
        ('"neue Wahlen"', set(), {}),
        ('"les élections régionales"', {"fr"}, {"fr": ["les élections régionales"]}),
        ('"élection régionale"', {"fr"}, {"fr": ["élections régionales"]}),
        ('"новый закон"', {"ru"}, {"ru": ["новые законы"]}),
    ],
)
def test_a_word_is_found_and_lit(library: Library, query: str, expected: set[str], lit: dict[str, list[str]]) -> None:
    assert codes(library, query) == expected
    for code, spellings in lit.items():
        article = library.article(library.number(f"{code}.txt"))
        pattern = library.hits(article.text, parse(query, TODAY), article.language)
        assert [found[0] for found in pattern.finditer(article.text)] == spellings


def test_every_article_that_is_found_has_something_lit(library: Library) -> None:
    for text in ARTICLES.values():
        for word in text.split()[:12]:
            query = parse(f'"{word.strip("،,.。")}"', TODAY)
            numbers = library.find(query).numbers
            assert numbers
            for number in numbers:
                article = library.article(number)
                assert library.hits(article.text, query, article.language).search(article.text), (word, article.id)


def test_a_snippet_of_a_text_without_blanks_shows_the_hit(library: Library) -> None:
    number = library.number("zh.txt")
    assert "推迟" in library.snippets([number], parse("推迟", TODAY))[number]
