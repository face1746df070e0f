"""People, places, organisations and other names in articles, by rules and word lists."""

from reader.articles.names.grouping import group_key, grouped
from reader.articles.names.of_article import countries_of, mentions_in, names, worth_showing

__all__ = ["countries_of", "group_key", "grouped", "mentions_in", "names", "worth_showing"]
