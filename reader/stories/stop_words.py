"""The English words that say nothing about what an article is about, as data."""

# fmt: off
STOP_WORDS = frozenset({
    "a", "about", "above", "after", "again", "against", "all", "almost", "also", "although", "always", "am",
    "among", "an", "and", "any", "are", "aren", "as", "at", "away", "back", "be", "became", "because", "been",
    "before", "being", "below", "between", "both", "but", "by", "came", "can", "cannot", "could", "couldn", "did",
    "didn", "do", "does", "doesn", "doing", "don", "down", "during", "each", "either", "else", "even", "ever",
    "every", "few", "for", "from", "further", "get", "gets", "getting", "go", "got", "had", "hadn", "has", "hasn",
    "have", "haven", "having", "he", "her", "here", "hers", "herself", "him", "himself", "his", "how", "however",
    "i", "if", "in", "into", "is", "isn", "it", "its", "itself", "just", "ll", "made", "make", "makes", "many",
    "may", "me", "might", "mine", "more", "most", "much", "must", "my", "myself", "neither", "no", "nor", "not",
    "now", "of", "off", "often", "on", "once", "one", "only", "or", "other", "others", "our", "ours", "out", "over",
    "own", "per", "rather", "re", "s", "same", "say", "saying", "says", "said", "shall", "she", "should", "shouldn",
    "since", "so", "some", "still", "such", "t", "than", "that", "the", "their", "theirs", "them", "themselves",
    "then", "there", "these", "they", "this", "those", "though", "through", "thus", "to", "together", "told", "too",
    "toward", "towards", "under", "until", "up", "upon", "ve", "very", "was", "wasn", "we", "well", "were", "weren",
    "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within",
    "without", "won", "would", "wouldn", "yet", "you", "your", "yours", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
})
"""Normalised as `reader.stories.terms` does; `us` is no member, because it is also the country."""
