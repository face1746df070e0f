"""People, places, organisations and other names in articles, by rules and word lists."""

from reader.articles.names.grouping import group_key, grouped
from reader.articles.names.of_article import countries_of, names, worth_showing

__all__ = ["countries_of", "group_key", "grouped", "names", "worth_showing"]
