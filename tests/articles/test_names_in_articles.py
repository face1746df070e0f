"""Which names are found in an article, and which of their spellings are one."""

import pytest

from reader.articles.names import countries_of, group_key, grouped, names, worth_showing
from reader.model.article import Article, Block, BlockKind, Value
from reader.model.name import Name, NameKind, Variant


def article(*paragraphs: str, language: str = "en", title: str = "") -> Article:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    return Article(id="a.txt", title=Value(title, "first line", 0.9), language=language, blocks=blocks)


def found(kind: NameKind, *paragraphs: str, language: str = "en", title: str = "") -> list[str]:
    return [name.text for name in names(article(*paragraphs, language=language, title=title)) if name.kind is kind]


def people(*paragraphs: str, language: str = "en") -> list[str]:
    return found(NameKind.PERSON, *paragraphs, language=language)


def roles(*paragraphs: str) -> dict[str, str]:
    return {name.text: name.role for name in names(article(*paragraphs)) if name.kind is NameKind.PERSON}


@pytest.mark.parametrize(
    ("sentence", "text", "role"),
    [
        ("The talks were led by Dr. Fuad Hussein on Monday.", "Fuad Hussein", "Dr."),
        ("They met Minister of Foreign Affairs Fuad Hussein.", "Fuad Hussein", "Minister of Foreign Affairs"),
        ("The former US Secretary of State Hillary Clinton spoke.", "Hillary Clinton", "Secretary of State"),
        ("It was signed by Apple Chief Executive Tim Cook.", "Tim Cook", "Chief Executive"),
        ("A call to Israeli Prime Minister Ariel Sharon was made.", "Ariel Sharon", "Prime Minister"),
        ("She praised Mr. Adams.", "Adams", ""),
        ("He praised Jane Doe, head of the Green Party, for it.", "Jane Doe", "head of the Green Party"),
        ("The arrest of John Roe, a former police officer, was quiet.", "John Roe", "former police officer"),
    ],
)
def test_a_title_is_no_part_of_a_name_but_its_role(sentence: str, text: str, role: str) -> None:
    assert roles(sentence) == {text: role}


def test_what_a_title_stands_between_are_two_names() -> None:
    assert found(NameKind.ORGANISATION, "It was signed by Apple Chief Executive Tim Cook.") == ["Apple"]
    assert found(NameKind.PLACE, "It was signed by US Secretary of State John Kerry.") == ["US"]


def test_an_office_that_is_part_of_another_name_is_no_title() -> None:
    assert people("The State Department and General Hospital in King County said so.") == []


def test_demonyms_are_no_names_but_count_for_their_country() -> None:
    text = article("The Iraqi delegation met American soldiers in Iraq.", "An Iraqi-American dialogue followed.")
    assert [(name.kind, name.text) for name in names(text)] == [(NameKind.PLACE, "Iraq")]
    assert countries_of(text) == {"Iraq": 3, "United States": 2}


def test_the_parliament_of_a_country_is_an_organisation() -> None:
    assert found(NameKind.ORGANISATION, "The Iraqi parliament passed a law.") == ["Iraqi parliament"]


def test_an_acronym_in_brackets_is_its_long_form() -> None:
    text = article("The Fund for Quiet Rivers (FQR) met.", "Later the FQR dissolved, and FQR members wept.")
    (name,) = (name for name in names(text) if name.kind is NameKind.ORGANISATION)
    assert name.text == "Fund for Quiet Rivers"
    assert {variant.text: variant.count for variant in name.variants} == {"Fund for Quiet Rivers": 1, "FQR": 3}


@pytest.mark.parametrize("line", ["This IS the end of it all.", "FIGHT WITH IS GOES ON", "It is what it is."])
def test_is_names_nothing_where_the_text_does_not_define_it(line: str) -> None:
    assert found(NameKind.ORGANISATION, line) == []


def test_is_names_the_islamic_state_where_the_text_names_that() -> None:
    lines = ("The fight against the Islamic State (IS) goes on.", "Militants of IS fled.", "This is over.")
    (name,) = (name for name in names(article(*lines)) if name.kind is NameKind.ORGANISATION)
    assert (name.text, name.count) == ("Islamic State", 3)


def test_us_is_a_place_and_us_in_small_letters_is_not() -> None:
    (name,) = names(article("The US told us that the U.S. is one of the United States. Give Us time."))
    assert {variant.text: variant.count for variant in name.variants} == {"US": 1, "U.S.": 1, "United States": 1}


def test_metonyms_stay_places() -> None:
    sentence = "Relations between Baghdad and Washington soured, the Kremlin and the White House said."
    assert found(NameKind.PLACE, sentence) == ["Baghdad", "Washington", "Kremlin", "White House"]


def test_the_first_half_of_a_compound_counts() -> None:
    assert found(NameKind.PLACE, "The Washington-led coalition left.") == ["Washington"]
    assert found(NameKind.PLACE, "The US-Iraq talks went on.") == ["US", "Iraq"]


def test_a_lone_surname_goes_to_the_only_full_name_with_it() -> None:
    (name,) = names(article("The mayor, Ilse Varga, came. Then Varga left.", "Varga's car was gone."))
    assert (name.text, name.count) == ("Ilse Varga", 3)


def test_a_lone_surname_of_two_people_stays_alone() -> None:
    text = ("Hillary Clinton met Bill Clinton.", "The crowd applauded Clinton.")
    assert people(*text) == ["Hillary Clinton", "Bill Clinton", "Clinton"]


def test_a_heading_in_title_case_confirms_but_creates_no_name() -> None:
    title = "Marvellous Storm Batters Harrowgate Twins As Anna Novak Sails Home Again"
    (name,) = names(article("The sailor Anna Novak came back on Monday.", title=title))
    assert (name.text, name.count) == ("Anna Novak", 2)


def test_a_usual_word_at_the_start_of_a_sentence_is_no_name() -> None:
    assert names(article("Ministers met on Monday. Talks failed because ministers left. However nobody cared.")) == ()


def test_what_words_say_of_themselves() -> None:
    bodies = ["Bank of England", "Kings College", "Ministry of Health and Welfare"]
    sentence = f"The {bodies[0]}, {bodies[1]} and the {bodies[2]} backed the Paris Agreement near Lake Como."
    assert found(NameKind.ORGANISATION, sentence) == bodies
    assert found(NameKind.OTHER, sentence) == ["Paris Agreement"]
    assert found(NameKind.PLACE, sentence) == ["Lake Como"]


def test_and_between_two_people_joins_nothing() -> None:
    assert people("A deal between Tony Blair and Gordon Brown was struck.") == ["Tony Blair", "Gordon Brown"]


def test_german_nouns_are_no_names() -> None:
    sentence = "Die Regierung will das Gesetz noch vor der Pause ändern, sagte Bundeskanzlerin Angela Merkel in Berlin."
    assert people(sentence, language="de") == ["Angela Merkel"]
    assert found(NameKind.PLACE, sentence, language="de") == ["Berlin"]
    assert found(NameKind.OTHER, sentence, "Das Ende der Saison kam mit dem Sieg der Gäste.", language="de") == []


def test_french_and_spanish_names() -> None:
    french = "Le président Emmanuel Macron a rencontré Ursula von der Leyen à Bruxelles."
    assert people(french, language="fr") == ["Emmanuel Macron", "Ursula von der Leyen"]
    spanish = "El presidente Pedro Sánchez viajó a Barcelona con Yolanda Díaz."
    assert people(spanish, language="es") == ["Pedro Sánchez", "Yolanda Díaz"]
    assert found(NameKind.PLACE, spanish, language="es") == ["Barcelona"]


def test_a_script_without_capitals_gives_no_names() -> None:
    assert names(article("美国和伊拉克同意重新部署部队 NATO。", language="zh")) == ()


def test_worth_showing_is_what_is_named_twice_or_in_two_articles_or_with_a_title() -> None:
    once, twice = (Name(NameKind.PLACE, "Ulm", (Variant("Ulm", count),)) for count in (1, 2))
    assert not worth_showing(once)
    assert worth_showing(twice)
    assert worth_showing(once, articles=2)
    assert worth_showing(Name(NameKind.PERSON, "Jane Doe", (Variant("Jane Doe", 1),), role="Judge"))


def test_an_empty_article_names_nobody() -> None:
    assert names(Article(id="a.txt")) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Antony Blinken", "Anthony Blinken"),
        ("Qasem Soleimani", "Qassem Soleimani"),
        ("Fuad Hussein", "Fouad Hussain"),
        ("A. Blinken", "Antony Blinken"),
        ("Bill Clinton", "William Clinton"),
        ("Abu Mahdi al-Muhandis", "Abu Mahdi Al Muhandis"),
        ("José Álvarez", "Jose Alvarez"),
    ],
)
def test_spellings_of_one_person_share_their_key_and_stand_together(first: str, second: str) -> None:
    assert group_key(NameKind.PERSON, first) == group_key(NameKind.PERSON, second)
    assert grouped(NameKind.PERSON, {first: 2, second: 1}) == {first: first, second: first}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("George Bush", "Barbara Bush"),
        ("Bill Clinton", "Hillary Clinton"),
        ("Martin Schulz", "Olaf Scholz"),
    ],
)
def test_different_people_stay_apart(first: str, second: str) -> None:
    assert grouped(NameKind.PERSON, {first: 2, second: 1}) == {first: first, second: second}


def test_aliases_of_a_place_and_an_organisation_stand_together() -> None:
    states = {"US": 9, "U.S.": 4, "United States": 3, "United States of America": 1}
    assert len({group_key(NameKind.PLACE, text) for text in states}) == 1
    assert set(grouped(NameKind.PLACE, states).values()) == {"US"}
    assert group_key(NameKind.ORGANISATION, "ISIS") == group_key(NameKind.ORGANISATION, "Islamic State")


def test_the_kind_is_part_of_the_key() -> None:
    assert group_key(NameKind.PLACE, "Washington") != group_key(NameKind.PERSON, "Washington")


def test_of_equally_frequent_spellings_the_longer_leads() -> None:
    assert set(grouped(NameKind.PERSON, {"Antony Blinken": 1, "Anthony Blinken": 1}).values()) == {"Anthony Blinken"}


def test_a_surname_never_leads_its_full_name() -> None:
    spellings = {"Hussein": 50, "Fuad Hussein": 3}
    assert set(grouped(NameKind.PERSON, spellings).values()) == {"Fuad Hussein"}


def test_across_a_folder_a_lone_surname_stays() -> None:
    spellings = {"Hussein": 50, "Fuad Hussein": 3, "Fouad Hussein": 1}
    assert grouped(NameKind.PERSON, spellings, surnames=False) == {
        "Hussein": "Hussein",
        "Fuad Hussein": "Fuad Hussein",
        "Fouad Hussein": "Fuad Hussein",
    }


@pytest.mark.parametrize("name", ["Ben Reed", "Glen Carter", "Rio Falkner"])
def test_first_names_that_begin_the_names_of_places_too_are_first_names(name: str) -> None:
    assert people(f"On Monday {name} said that he would go.") == [name]


def test_grouping_does_not_depend_on_the_order_of_the_spellings() -> None:
    spellings = {"Hussein": 5, "Fuad Hussein": 3, "Fouad Hussain": 3, "Saddam Hussein": 2, "F. Hussein": 1}
    turned = dict(reversed(spellings.items()))
    assert grouped(NameKind.PERSON, spellings) == grouped(NameKind.PERSON, turned)


def test_every_spelling_stands_under_one_that_stands_under_itself() -> None:
    heads = grouped(
        NameKind.PERSON, {"Qasem Soleimani": 2, "Qassem Soleimani": 2, "Kasem Suleimani": 1, "Soleimani": 9}
    )
    assert all(heads[head] == head for head in heads.values())


def test_spellings_of_unlike_surnames_need_somebody_in_common() -> None:
    spellings = {"Qasem Soleimani": 3, "Kasem Suleimani": 2}
    assert len(set(grouped(NameKind.PERSON, spellings, lambda _first, _second: True).values())) == 1
    assert len(set(grouped(NameKind.PERSON, spellings, lambda _first, _second: False).values())) == 2
