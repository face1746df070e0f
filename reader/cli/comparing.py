"""`novelty` and `compare`: what is new in an article, and what two articles say differently; of any files."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.cli.failures import DONE, UsageError
from reader.cli.fields import Fields
from reader.cli.named import named_article, named_articles
from reader.cli.output import complain, measure, records, say
from reader.cli.parsing import add_json
from reader.cli.session import configured, number_of, opened
from reader.errors import ArticleError
from reader.model.article import Article
from reader.settings.config import Config
from reader.settings.paths import Paths

if TYPE_CHECKING:
    from reader.stories.compare import Comparison, Row
    from reader.stories.novelty import Judgement

WIDEST = 160
"""Columns that two texts side by side take at most."""


def fill_novelty(made: ArgumentParser) -> None:
    """What `novelty` takes."""
    made.usage = f"{made.prog} --read FILE [FILE ...] NEW"
    made.add_argument(
        "--read", action="append", metavar="FILE", default=[], help="an article that was read; may be given again"
    )
    made.add_argument(
        "files", nargs="+", metavar="FILE", help="files or ids: more that were read, and last the one to judge"
    )
    add_json(made)


def fill_compare(made: ArgumentParser) -> None:
    """What `compare` takes."""
    made.add_argument("a", metavar="A", help="any file, or the id of an article of the folder")
    made.add_argument(
        "b", metavar="B", nargs="?", default="", help="the one to compare it with (default: the closest version of A)"
    )
    add_json(made)


def run_novelty(arguments: Namespace, paths: Paths) -> int:
    """Print what every paragraph of an article is to who has read others."""
    *more, judged = arguments.files
    names = [*arguments.read, *more]
    if not names:
        raise UsageError(
            "name what was read with --read, and then the article to judge; see `broadsheet novelty --help`"
        )
    config = configured(arguments, paths)
    read = [article for name in names for article in named_articles(name, arguments, paths, config)]
    article = named_article(judged, arguments, paths, config)
    judgements = _judged(article, read)
    if arguments.json or arguments.jsonl:
        records(_novelty_fields(article, judgements), lines=arguments.jsonl)
    else:
        from reader.cli.comparing_layout import novelty_lines

        for line in novelty_lines(article, judgements, names, measure(config.layout.measure)):
            say(line)
    return DONE


def run_compare(arguments: Namespace, paths: Paths) -> int:
    """Print two articles paragraph by paragraph."""
    from reader.stories.compare import compare

    config = configured(arguments, paths)
    a = named_article(arguments.a, arguments, paths, config)
    b = named_article(arguments.b, arguments, paths, config) if arguments.b else _closest(arguments, paths, config)
    comparison = compare(a, b)
    if arguments.json or arguments.jsonl:
        records(_comparison_fields(a, b, comparison), lines=arguments.jsonl)
    else:
        from reader.cli.comparing_layout import comparison_lines

        for line in comparison_lines(a, b, comparison, measure(WIDEST)):
            say(line)
    return DONE


def _closest(arguments: Namespace, paths: Paths, config: Config) -> Article:
    """The closest version of an article of the folder. Raises ArticleError where there is none."""
    with opened(arguments, paths, config) as library:
        number = number_of(library, arguments.a)
        other = library.stories.closest(number)
        if not other:
            raise ArticleError(f"{arguments.a}: no other version of it is known; name the one to compare it with")
        complain(f"compared with {library.headlines([other])[0].id}")
        return library.article(other)


def _judged(article: Article, read: Sequence[Article]) -> Sequence["Judgement"]:
    from reader.stories.novelty import novelty
    from reader.stories.passages import passages
    from reader.stories.reading import Read

    return novelty(article, Read(passage for other in read for passage in passages(other)))


def _novelty_fields(article: Article, judgements: Sequence["Judgement"]) -> Iterator[Fields]:
    from reader.stories.novelty import Status
    from reader.stories.passages import paragraph_numbers

    numbers = paragraph_numbers(article)
    for place, (block, found) in enumerate(zip(article.blocks, judgements, strict=True)):
        yield {
            "paragraph": numbers[place] or None,
            "status": str(found.status),
            "novelty": None if found.status is Status.UNRATED else found.novelty,
            "text": block.text,
            "kind": str(block.kind),
            "block": place + 1,
            "marked": [list(span) for span in found.marked],
        }


def _comparison_fields(a: Article, b: Article, comparison: "Comparison") -> Iterator[Fields]:
    """One object for each row; a difference is told in the first row in which it can be seen."""
    from reader.stories.passages import paragraph_numbers

    numbers_a, numbers_b = paragraph_numbers(a), paragraph_numbers(b)
    untold = list(comparison.differences)
    for number, row in enumerate(comparison.rows, 1):
        text_a, text_b = texts(a, b, row)
        last = number == len(comparison.rows)
        seen = [each for each in untold if last or each.a in text_a or each.b in text_b]
        untold = [each for each in untold if each not in seen]
        block = a.blocks[row.a] if row.a >= 0 else b.blocks[row.b]
        yield {
            "a": numbers_a[row.a] or None if row.a >= 0 else None,
            "b": numbers_b[row.b] or None if row.b >= 0 else None,
            "status": str(row.status),
            "words": [
                [str(each.change), text_b[slice(*each.b)] if each.change == "+" else text_a[slice(*each.a)]]
                for each in row.words
            ],
            "kind": str(block.kind),
            "a_block": row.a + 1 or None,
            "b_block": row.b + 1 or None,
            "differences": [
                {
                    "kind": str(each.kind),
                    "a": each.a,
                    "b": each.b,
                    "subject": each.subject or None,
                    "told": each.told,
                }
                for each in seen
            ],
        }


def texts(a: Article, b: Article, row: "Row") -> tuple[str, str]:
    """The two texts of a row; empty where an article has none."""
    return a.blocks[row.a].text if row.a >= 0 else "", b.blocks[row.b].text if row.b >= 0 else ""
