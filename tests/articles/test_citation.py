"""A quotation with its source: what is known of it, and nothing else."""

from reader.articles.citation import citation
from reader.model.article import Article, Block, BlockKind, Value
from reader.model.headline import Headline

WHOLE = Article(
    "paper/ferry.txt",
    title=Value("Ferry runs aground", "header", 1),
    date=Value("2021-04-08", "header", 1),
    outlet=Value("Cape Herald", "header", 1),
    url=Value("https://herald.example/1", "header", 1),
    standfirst=Value("Nobody was hurt.", "header", 1),
    blocks=(Block(BlockKind.CAPTION, "The ferry"), Block(BlockKind.PARAGRAPH, "The ferry ran aground.")),
)


def test_all_that_is_known_is_told_and_the_standfirst_quoted() -> None:
    told = "“Nobody was hurt.” — Ferry runs aground, Cape Herald, 8 April 2021, https://herald.example/1"
    assert citation(WHOLE) == told


def test_what_is_selected_is_quoted_on_one_line_and_its_quotes_are_inner_ones() -> None:
    words = "He said\n\n“no” twice."
    assert citation(WHOLE, words=words).startswith("“He said ‘no’ twice.” — Ferry runs aground")
    assert citation(WHOLE, words="“All of it.”").startswith("“All of it.” — ")
    assert citation(WHOLE, words='"One" and "two"').startswith('“"One" and "two"” — ')


def test_what_is_not_known_is_left_out_and_the_id_stands_for_the_address() -> None:
    article = Article("a.txt", title=Value("Words of the text", "derived", 0.4), blocks=WHOLE.blocks)
    assert citation(article) == "“The ferry ran aground.” — a.txt"
    assert citation(Article("a.txt")) == "a.txt"


def test_what_was_inferred_stands_in_brackets_and_what_is_doubtful_not_at_all() -> None:
    article = Article(
        "a.txt", title=Value("T", "x", 1), outlet=Value("Herald", "x", 0.6), date=Value("2021-04-08", "x", 0.3)
    )
    assert citation(article) == "T, [Herald], a.txt"
    headline = Headline(1, "a.txt", "T", date="2021-04-09", date_confidence=0.6)
    assert citation(article, headline) == "T, [Herald], [9 April 2021], a.txt"
