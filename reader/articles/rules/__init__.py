"""The ordered rules that turn lines into title, date, outlet and more; the surest wins, of equals the earlier."""

from collections.abc import Callable

from reader.articles.draft import Draft
from reader.articles.rules import dateline, days_compared, file_names, head, lead, page_dates, page_titles, tail, titles

RULES: tuple[Callable[[Draft], Draft], ...] = (
    page_titles.page_title,
    head.metadata_lines,
    head.boilerplate,
    lead.reports_tail,
    titles.first_line,
    titles.outlet_line,
    titles.byline_line,
    titles.standfirst,
    lead.news_page,
    dateline.outlet_prefix,
    dateline.dateline,
    tail.cut_tail,
    tail.credit_lines,
    tail.last_words,
    tail.in_text_agency,
    file_names.folder_section,
    file_names.file_date,
    file_names.address,
    page_dates.page_date,
    tail.tweet_date,
    dateline.year_of_dateline,
    days_compared.differing_days,
    days_compared.newest_day,
    titles.derived,
    file_names.file_title,
)
"""In the order of precedence; a rule takes a draft and returns one that knows more."""


def apply(draft: Draft) -> Draft:
    """All rules, one after the other."""
    for rule in RULES:
        draft = rule(draft)
    return draft
