"""Which clauses an incoming draft keeps, changes, lacks or adds."""

from __future__ import annotations

from collections.abc import Sequence

from sopimukset.documents.comparison import Comparison, Fate, compare
from sopimukset.documents.own_clauses import our_clauses
from sopimukset.formats.word.outline import Block

CLAUSES = (
    (
        "tarkoitus",
        "Sopimuksen tarkoitus",
        "Tällä sopimuksella osapuolet sopivat yhteistyöstä ja työnjaosta.",
    ),
    ("kulut", "Kustannukset", "Kustannukset jaetaan osapuolten kesken henkilöstön määrän mukaan."),
    (
        "riidat",
        "Erimielisyydet",
        "Erimielisyydet ratkaistaan ensin osapuolten kesken neuvottelemalla.",
    ),
    (
        "voimassa",
        "Voimassaolo",
        "Sopimus on voimassa toistaiseksi. Irtisanomisaika on 6 kuukautta.",
    ),
)


def blocks(*lines: str | tuple[str, int]) -> list[Block]:
    """Blocks of paragraphs; a heading has its level beside it."""
    made = []
    for number, line in enumerate(lines):
        text, level = line if isinstance(line, tuple) else (line, None)
        style = "normal" if level is None else f"heading {level}"
        made.append(Block(number, text, (), style, level, False, False))
    return made


def ours() -> list[Block]:
    """Our document: a cover, the clauses, an annex."""
    lines: list[str | tuple[str, int]] = ["Yhteistyösopimus"]
    for _, heading, text in CLAUSES:
        lines += [(heading, 1), text]
    found = blocks(*lines)
    annex = Block(len(found), "Liitteet", (), "otsikko ilman numeroa", None, False, False)
    return [*found, annex, Block(len(found) + 1, "Liite 1", (), "normal", None, False, False)]


def compared(draft: Sequence[Block]) -> Comparison:
    """What a draft does with our clauses."""
    own = ours()
    named = [(tunnus, heading) for tunnus, heading, _ in CLAUSES]
    return compare(our_clauses(own, named), own, draft)


def fates(draft: Sequence[Block]) -> list[tuple[str, str]]:
    """Each clause, by its id or the draft's heading, and what becomes of it."""
    return [
        (row.ours.tunnus if row.ours else row.title, row.fate.name) for row in compared(draft).rows
    ]


def kept() -> list[tuple[str, str]]:
    """All clauses kept."""
    return [(tunnus, "KEPT") for tunnus, _, _ in CLAUSES]


def test_our_own_document_keeps_everything() -> None:
    """Its cover and annexes are no clauses."""
    assert fates(ours()) == kept()


def test_other_numbers_before_the_same_titles_are_nothing() -> None:
    """Typed in any of the ways that offices number their headings."""
    for form in ("{} § {}", "{}. {}", "{}) {}", "§ {} {}", "{}.1 {}"):
        lines = [
            line
            for number, (_, heading, text) in enumerate(CLAUSES, 4)
            for line in (form.format(number, heading), text)
        ]
        assert fates(blocks(*lines)) == kept(), form


def test_clauses_in_another_order_are_kept() -> None:
    """They are told in our order."""
    lines: list[str] = []
    for _, heading, text in reversed(CLAUSES):
        lines += [f"1. {heading}", text]
    assert fates(blocks(*lines)) == kept()


def test_a_list_of_contents_and_a_cover_are_no_clauses() -> None:
    """Though they have the titles of clauses in them."""
    lines: list[str | tuple[str, int]] = ["Sopimus", "Osapuolet ja Kustannukset"]
    lines += [f"{number} {heading}" for number, (_, heading, _) in enumerate(CLAUSES, 1)]
    for _, heading, text in CLAUSES:
        lines += [(heading, 1), text]
    assert fates(blocks(*lines)) == kept()


def test_a_changed_a_lacking_and_an_added_clause() -> None:
    """The added one has its place after the clause that it follows in the draft."""
    first, second, _, last = CLAUSES
    found = compared(
        blocks(
            *((first[1], 1), first[2]),
            *(("Salassapito", 1), "Osapuolet pitävät salassa toistensa luottamukselliset tiedot."),
            *((second[1], 1), second[2].replace("henkilöstön", "asukkaiden")),
            *((last[1], 1), last[2]),
        )
    )
    rows = [(row.ours.tunnus if row.ours else row.title, row.fate) for row in found.rows]
    assert rows == [
        ("tarkoitus", Fate.KEPT),
        ("Salassapito", Fate.ADDED),
        ("kulut", Fate.CHANGED),
        ("riidat", Fate.LACKING),
        ("voimassa", Fate.KEPT),
    ]
    assert 0.8 < found.rows[2].share < 1


def test_a_clause_under_another_title_is_known_by_its_words() -> None:
    """It is changed, for its title is."""
    lines: list[str | tuple[str, int]] = []
    for tunnus, heading, text in CLAUSES:
        lines += [("Riitojen ratkaisu" if tunnus == "riidat" else heading, 1), text]
    assert dict(fates(blocks(*lines)))["riidat"] == "CHANGED"
    assert len(fates(blocks(*lines))) == len(CLAUSES)


def test_words_that_lost_their_heading_are_found() -> None:
    """In the clause before, which keeps what is its own."""
    first, second, third, last = CLAUSES
    found = dict(
        fates(
            blocks(
                *((first[1], 1), first[2], (second[1], 1), second[2], third[2]),
                *((last[1], 1), last[2]),
            )
        )
    )
    assert found == {"tarkoitus": "KEPT", "kulut": "KEPT", "riidat": "CHANGED", "voimassa": "KEPT"}


def test_a_draft_without_any_heading() -> None:
    """Each clause is known by its words."""
    found = fates(blocks(*(text for _, _, text in CLAUSES)))
    assert [tunnus for tunnus, _ in found] == [tunnus for tunnus, _, _ in CLAUSES]
    assert {fate for _, fate in found} == {"CHANGED"}


def test_a_foreign_document() -> None:
    """Nothing of ours is in it."""
    found = compared(blocks(("Ruokalista", 1), "Maanantaina hernekeittoa ja pannukakkua."))
    assert [row.fate for row in found.rows].count(Fate.LACKING) == len(CLAUSES)
    assert found.kept_words == 0
