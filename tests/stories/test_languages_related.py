"""In a folder of several languages, how rare a word is counts among the articles of its own."""

from dataclasses import replace

import pytest
from article_builders import article, linker

from reader.model.article import Article
from reader.model.headline import LinkKind
from reader.stories.profile import Profile, profile

PORT = """La ville et le port ont annoncé lundi que le vieux pont serait fermé pendant deux ans, car les \
ingénieurs ont trouvé des fissures dans deux piliers.
Selon le maire, les travaux devraient commencer au début du mois de mai et coûter près de trente millions, \
dont la moitié sera payée par la région."""
PORT_AGAIN = """Le vieux pont du port restera fermé jusqu'au printemps prochain, ont confirmé les ingénieurs \
après avoir vu les fissures des piliers.
Le maire espère que la région paiera la moitié des trente millions que les travaux vont coûter."""
HOSPITAL = """Le nouvel hôpital a ouvert ses portes mardi après six ans de retard, et la ville entière semble \
soulagée de voir enfin les premiers malades arriver.
Selon la directrice, près de deux cents lits sont déjà prêts, mais il manque encore des infirmières pour \
travailler pendant la nuit, et les deux premiers mois seront difficiles."""
VINTAGE = """Pendant que les vendanges commencent, les vignerons de la vallée regardent le ciel, car deux \
orages ont déjà emporté la moitié des grappes.
Selon un ancien, il faudrait encore trois semaines de soleil pour que le vin soit aussi bon que celui de \
l'année où le village a fêté ses deux mille ans."""


def english(count: int) -> list[Article]:
    """Articles that share no words with others."""
    return [
        replace(article(" ".join(f"w{number}x{place}" for place in range(60))), language="en")
        for number in range(count)
    ]


def french(*texts: str) -> list[Article]:
    return [replace(article(text), language="fr") for text in texts]


def score(articles: list[Article], other: int) -> float:
    """How close the other is to the first."""
    return next((found.score for found in linker(articles).find(1) if found.number == other), 0.0)


def test_the_usual_words_of_a_language_that_few_articles_have_make_no_story() -> None:
    texts = french(HOSPITAL, VINTAGE, PORT)
    assert score([*texts, *english(150)], 2) == pytest.approx(score(texts, 2), abs=0.02)
    assert not [found for found in linker([*texts, *english(150)]).find(1) if found.kind is not LinkKind.BACKGROUND]


def test_two_reports_in_a_language_that_few_articles_have_are_one_story() -> None:
    found = linker([*french(PORT, PORT_AGAIN, HOSPITAL, VINTAGE), *english(150)]).find(1)
    assert found[0].number == 2
    assert found[0].kind is LinkKind.SAME_STORY


def test_articles_of_an_unknown_language_are_compared_among_all() -> None:
    words = [f"k{place}" for place in range(70)]
    texts = [article(" ".join(words[:50])), article(" ".join(words[30:]))]
    spoken = {
        language: score([*(replace(one, language=language) for one in texts), *english(60)], 2)
        for language in ("", "en", "qu")
    }
    assert spoken[""] == pytest.approx(spoken["en"], abs=1e-6)
    assert spoken[""] > spoken["qu"] + 0.1


def test_the_language_stays_with_an_article_when_it_is_kept() -> None:
    (one,) = french(PORT)
    assert Profile.from_bytes(profile(one).to_bytes()).language == "fr"
