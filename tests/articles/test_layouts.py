"""The layouts of real pages, each with invented words."""

from reader.articles import parse
from reader.model.article import Article, BlockKind

PROSE = (
    "The harbour council voted on Monday to rebuild the northern breakwater, which was damaged by three storms "
    "last winter, officials said.",
    "Work is expected to begin in the spring and to take two years, according to the plan that was shown to residents.",
    "Fishing crews have asked for a temporary quay, because the inner basin is too shallow for the larger boats.",
    "The council said it had not yet decided how the repairs will be paid for, but a loan was discussed.",
)


def read(*blocks: str, path: str = "article.txt") -> Article:
    (article,) = parse("\n\n".join(blocks).encode(), path)
    return article


def kinds(article: Article) -> list[str]:
    return [block.kind.value for block in article.blocks]


def test_title_line_then_prose() -> None:
    article = read("Harbour council votes to rebuild breakwater", *PROSE)
    assert (article.title.text, article.title.rule) == ("Harbour council votes to rebuild breakwater", "first line")
    assert [block.text for block in article.blocks] == list(PROSE)


def test_a_short_title_line_is_a_title_too() -> None:
    assert read("Breakwater vote", *PROSE).title.text == "Breakwater vote"


def test_a_title_may_end_in_a_question_or_an_abbreviation() -> None:
    assert read("Who will pay for the new breakwater?", *PROSE).title.text == "Who will pay for the new breakwater?"
    assert read("Harbour towns seek loans from the U.S.", *PROSE).title.text == "Harbour towns seek loans from the U.S."


def test_crawl_mark_outlet_title_and_a_line_with_writer_and_time() -> None:
    article = read(
        " date 2020-06-11 UrduPoint.com\nTwo Ports, One Plan To Start Dredging This Summer",
        "Mariam Aziz 46 seconds ago Thu 11th June 2020 | 10:10 AM",
        f"MOSCOW (UrduPoint News / Sputnik - 11th June, 2020) {PROSE[0]}",
        *PROSE[1:],
    )
    assert (article.date.text, article.date.rule) == ("2020-06-11", "crawl mark")
    assert article.outlet.text.startswith("UrduPoint")
    assert article.title.text == "Two Ports, One Plan To Start Dredging This Summer"
    assert article.byline.text == "Mariam Aziz"
    assert article.place.text == "Moscow"
    assert article.agency.text == "Sputnik"
    assert len(article.blocks) == 4


def test_crawl_mark_menu_date_title_and_reading_time() -> None:
    article = read(
        " date 2018-10-07 FinancialGovernment SolutionsLegalReuters EventsProducts",
        "October 7, 2018",
        "At least 10 boats lost in harbour storm: officials",
        "1 Min Read",
        f"PORT-AU-PRINCE (Reuters) - {PROSE[0]}",
        *PROSE[1:],
        "Reporting by Ada Quill; Editing by Tom Brandt",
    )
    assert article.title.text == "At least 10 boats lost in harbour storm: officials"
    assert (article.agency.text, article.agency.rule) == ("Reuters", "dateline")
    assert article.place.text == "Port-au-Prince"
    assert article.byline.text == "Ada Quill"
    assert article.date.text == "2018-10-07"
    assert kinds(article) == ["boilerplate", "boilerplate", *["paragraph"] * 4, "boilerplate"]


def test_category_and_date_lines_and_an_outlet_before_the_first_words() -> None:
    article = read(
        " date 2021-04-07 Governor places emphasis on the harbour talks",
        "Category: Iraq News",
        "Date: 2021-04-07T16:33:31+0000",
        f"Shafaq News / {PROSE[0]}",
        *PROSE[1:],
    )
    assert article.title.text == "Governor places emphasis on the harbour talks"
    assert article.section.text == "Iraq News"
    assert article.date.text == "2021-04-07"
    assert (article.outlet.text, article.outlet.rule) == ("Shafaq News", "outlet prefix")


def test_a_source_beside_the_date_and_a_prefix_left_out_of_the_derived_title() -> None:
    article = read(
        " date 2020-06-16 2020/06/16 | 23:00 - Source: Shafaq News",
        f"(ThisDay | Iraq News Now )- Shafaq News / {PROSE[0]}",
        *PROSE[1:],
    )
    assert article.date.text == "2020-06-16"
    assert article.outlet.text == "Shafaq News"
    assert article.title_derived
    assert article.title.text == "The harbour council voted on Monday to rebuild the northern breakwater"


def test_standfirst_between_title_and_date() -> None:
    article = read(
        " date 2021-02-04 Headlines",
        "'No storm will stop us' : Harbour minister on breakwater debate",
        "The harbour minister retweeted a note which was posted by the council and called the criticism unfounded.",
        "DNA Web Team",
        "Updated: Feb 04, 2021, 09:19 AM IST",
        *PROSE,
    )
    assert (article.section.text, article.section.confidence) == ("Headlines", 0.7)
    assert article.title.text == "'No storm will stop us' : Harbour minister on breakwater debate"
    assert article.standfirst.text.startswith("The harbour minister retweeted")
    assert article.byline.text == "DNA Web Team"
    assert len(article.blocks) == 4


def test_prose_right_after_the_crawl_mark_gives_no_title() -> None:
    article = read(f" date 2018-05-11 {PROSE[1]}", *PROSE[2:])
    assert article.title_derived
    assert article.blocks[0].text == PROSE[1]


def test_page_buttons_before_agency_and_date() -> None:
    article = read(
        "Two towns agree to share the costs of dredging",
        "0 Comment(s)Print E-mail Xinhua, April 8, 2021\nAdjust font size:",
        f"BAGHDAD, April 7 (Xinhua) -- {PROSE[0]}",
        *PROSE[1:],
    )
    assert article.title.text == "Two towns agree to share the costs of dredging"
    assert article.date.text == "2021-04-08"
    assert article.agency.text == "Xinhua"
    assert article.place.text == "Baghdad"


def test_source_date_and_editor_in_bars_and_a_tail_of_other_stories() -> None:
    article = read(
        "Dredging to begin in the northern harbour in spring",
        "Source: Xinhua| 2018-02-05 22:26:24|Editor: pengying\nVideo PlayerClose",
        f"BAGHDAD, Feb. 5 (Xinhua) -- {PROSE[0]}",
        *PROSE[1:],
        "TOP STORIES",
        "Another story that nobody asked for",
        "And one more of them",
    )
    assert article.date.text == "2018-02-05"
    assert article.agency.text == "Xinhua"
    assert kinds(article) == ["boilerplate", *["paragraph"] * 4, *["boilerplate"] * 3]


def test_agency_as_writer_and_a_dateline_without_a_dash() -> None:
    article = read(
        "Governor asks ports to lower their fees this year",
        "By IANS | Updated: October 28, 2023 14:35 IST",
        f"Washington, Oct 28 {PROSE[0]}",
        "The fees were raised twice within a year, Xinhua news agency reported.",
        *PROSE[1:],
    )
    assert (article.agency.text, article.agency.rule) == ("IANS", "byline")
    assert article.date.text == "2023-10-28"
    assert article.place.text == "Washington"
    assert not article.byline


def test_writer_place_site_and_date_in_one_line() -> None:
    article = read(
        "Ports of the north look for new partners abroad",
        "By Wang Linyan in New York | chinadaily.com.cn | Updated: 2017-04-28 13:23",
        *PROSE,
    )
    assert article.byline.text == "Wang Linyan"
    assert article.place.text == "New York"
    assert article.outlet.text == "chinadaily.com.cn"
    assert article.date.text == "2017-04-28"


def test_a_day_without_a_year_is_no_date_and_is_noted() -> None:
    article = read(f"Beijing [China], December 26 (ANI): {PROSE[0]}", *PROSE[1:])
    assert article.place.text == "Beijing"
    assert article.agency.text == "ANI"
    assert not article.date
    assert article.notes == ("its dateline names a day without a year",)


def test_an_agency_that_no_list_knows() -> None:
    article = read(f"ERBIL (Kurdistan 24) – {PROSE[0]}", *PROSE[1:])
    assert article.place.text == "Erbil"
    assert article.agency.text == "Kurdistan 24"
    assert article.title.text == "The harbour council voted on Monday to rebuild the northern breakwater"


def test_tweets_with_and_without_space_before_their_signature() -> None:
    article = read(
        PROSE[0],
        "#SafeHarbour… — Ada Quill (@Ada_Quill) February 3, 2021",
        "Well done to all crews #HarbourAgainstStorms— Tom Brandt (@TomBrandt) February 3, 2021",
        "Kami akan membangun pelabuhan – Dr. S Harun (@ sharun) 2 Mei 2021",
        PROSE[1],
    )
    tweets = [block for block in article.blocks if block.kind is BlockKind.TWEET]
    assert [(tweet.author, tweet.handle, tweet.date) for tweet in tweets] == [
        ("Ada Quill", "@Ada_Quill", "2021-02-03"),
        ("Tom Brandt", "@TomBrandt", "2021-02-03"),
        ("Dr. S Harun", "@sharun", "2021-05-02"),
    ]
    assert tweets[1].text == "Well done to all crews #HarbourAgainstStorms"
    assert (article.date.text, article.date.rule, article.date.confidence) == ("2021-05-02", "tweet date", 0.5)


def test_a_paragraph_that_repeats_a_tweet_is_set_aside() -> None:
    words = "We will rebuild the northern breakwater together, and we will do it before the storms return."
    article = read(PROSE[0], words, f"{words} — Ada Quill (@ada) May 4, 2021", PROSE[1])
    assert kinds(article) == ["paragraph", "boilerplate", "tweet", "paragraph"]


def test_an_agency_as_the_source_at_the_end() -> None:
    article = read("Harbour council votes to rebuild breakwater", *PROSE, "Source: National Iraqi News Agency")
    assert article.agency.text in ("National Iraqi News Agency", "NINA")
    assert kinds(article)[-1] == "boilerplate"


def test_a_text_on_one_line_is_shown_in_paragraphs() -> None:
    article = read(" ".join(PROSE * 2))
    assert article.title_derived
    assert [block.text.count(".") for block in article.blocks] == [3, 3, 2]


def test_a_year_in_the_text_is_no_date() -> None:
    assert not read("Harbour council votes to rebuild breakwater", *PROSE, "The agreement was signed in 2008.").date


def test_folder_and_first_paragraph_of_a_news_page() -> None:
    lead = "Three northern harbours are to share the costs of a new breakwater."
    article = read("Harbours share breakwater costs", lead, *PROSE, path="business/012.txt")
    assert article.section.text == "Business"
    assert article.section.rule == "folder name"
    assert article.title.text == "Harbours share breakwater costs"
    assert article.standfirst.text == lead


def test_lines_without_blank_lines_are_paragraphs() -> None:
    (article,) = parse("\n".join(PROSE).encode(), "a.txt")
    assert [block.text for block in article.blocks] == list(PROSE)


def test_hard_wrapped_text_is_joined() -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PROSE)
    (article,) = parse(f"Harbour council votes to rebuild breakwater\n\n{wrapped}".encode(), "a.txt")
    assert [block.text for block in article.blocks] == list(PROSE)
    assert article.title.text == "Harbour council votes to rebuild breakwater"


def test_copies_under_different_heads_have_the_same_hash() -> None:
    one = read("Harbour council votes to rebuild breakwater", *PROSE)
    other = read(
        " date 2021-04-08 Another title for the very same text",
        "By Ada Quill",
        *(part.replace("'", "’") for part in PROSE),
    )
    assert one.content_hash == other.content_hash
    assert len(one.content_hash) == 32
    assert read("Harbour council votes to rebuild breakwater", *PROSE[1:]).content_hash != one.content_hash


MENU = tuple(f"Menu entry {word}" for word in ("one", "two", "three", "four", "five", "six", "seven", "eight") * 2)


def test_a_crude_page_has_the_title_whose_words_its_text_repeats() -> None:
    article = read(
        *MENU, "Football results of the week", "Council to rebuild northern breakwater", "Photo gallery", *PROSE
    )
    assert (article.title.text, article.title.rule) == ("Council to rebuild northern breakwater", "page title")
    assert [block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH] == list(PROSE)


def test_a_crude_page_has_the_day_that_is_called_that_of_publication() -> None:
    article = read(
        *MENU, "Council to rebuild northern breakwater", *PROSE, "3 May 2020", "Published: 8 April 2021", "9 May 2020"
    )
    assert (article.date.text, article.date.rule, article.date.confidence) == ("2021-04-08", "page line", 0.8)


def test_several_days_below_the_text_are_no_date() -> None:
    assert not read(
        "Harbour council votes to rebuild breakwater", *PROSE, "3 May 2020", "9 May 2020", "1 June 2020"
    ).date


def test_a_notice_far_above_the_text_does_not_begin_it() -> None:
    notice = "We use small files which your browser has stored, and by reading on you have agreed to that, it was said."
    article = read(notice, *MENU, "Council to rebuild northern breakwater", *PROSE)
    assert article.title.text == "Council to rebuild northern breakwater"


def test_a_day_in_the_future_is_no_date() -> None:
    assert not read("Harbour council votes to rebuild breakwater", "12 March 2950", *PROSE).date


def test_a_file_name_gives_a_date_and_hexadecimal_does_not() -> None:
    prose = ("Harbour council votes to rebuild breakwater", *PROSE)
    assert read(*prose, path="2021-04-08-breakwater.txt").date.text == "2021-04-08"
    assert read(*prose, path="20210408_breakwater.txt").date.rule == "file name"
    assert not read(*prose, path="000_a20210408bc4d479.txt").date


def test_a_file_name_in_the_words_of_the_text_gives_a_title() -> None:
    article = read(*PROSE, path="council-rebuild-northern-breakwater.txt")
    assert (article.title.text, article.title.rule) == ("Council rebuild northern breakwater", "file name")
    assert read(*PROSE, path="some-other-words-here.txt").title_derived


def test_an_agency_inside_a_quotation_is_not_credited() -> None:
    article = read(PROSE[0], "“They lied, as Xinhua news agency reported then,” the mayor said.", *PROSE[1:])
    assert not article.agency
