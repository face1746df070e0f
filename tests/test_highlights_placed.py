"""Where highlights stand in a text as it is now."""

from reader.model.marking import Highlight
from reader.notes import placed

QUAY = "The quay is shut, and the quay is wet."
FERRY = "No ferry sails while the quay is shut."


def spans(texts: list[str], *highlights: Highlight) -> dict[str, list[str]]:
    standing = placed(texts, highlights).standing
    return {text: [text[slice(*each.span)] for each in found] for text, found in standing.items()}


def test_the_same_words_are_told_apart_by_their_place() -> None:
    second = Highlight("quay", within=QUAY, place=QUAY.rindex("quay"))
    [standing] = placed([FERRY, QUAY], [second]).standing[QUAY]
    assert standing.span == (QUAY.rindex("quay"), QUAY.rindex("quay") + 4)
    [moved] = placed([f"Now: {QUAY}", FERRY], [Highlight(QUAY[26:37], within=QUAY, place=26)]).standing.values()
    assert moved[0].span == (31, 42)


def test_words_are_found_in_their_passage_however_its_blanks_and_marks_are_set() -> None:
    other = QUAY.replace(" ", "\n").replace(",", ";")
    assert spans([other], Highlight("quay is wet", within=QUAY, place=26)) == {other: ["quay\nis\nwet"]}


def test_words_of_a_passage_that_was_changed_are_found_elsewhere_where_they_are_enough_to_tell() -> None:
    assert spans([FERRY], Highlight("quay is shut", within=QUAY, place=4)) == {FERRY: ["quay is shut"]}
    few = Highlight("quay", within=QUAY, place=4)
    assert placed([FERRY], [few]).lost == (few,)


def test_a_passage_and_parts_of_it_stand_there_in_order() -> None:
    part, whole = Highlight("wet", within=QUAY, place=34), Highlight(QUAY)
    assert spans([QUAY], part, whole) == {QUAY: [QUAY, "wet"]}
