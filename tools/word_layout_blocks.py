"""Blocks that the layouts of several kinds of document share, in Finnish and Swedish.

Every function takes `say`, which gives a Finnish label in the layout's language: a label without
its Swedish word in `SWEDISH` is refused, so that no Finnish word slips into a Swedish layout.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from word_layout import bookmarked, each, field, link, paragraph, run, table, text, when
from word_layout_styles import spacing

NORMAL = "Taulukonteksti"
FILLED_IN = "PuuttuvaTieto"
"""The style of what a person fills in, and of what is to be confirmed."""
NEW_PAGE = "<w:pageBreakBefore/>" + spacing(0, 120, 240)
"""What begins a page stands at its top."""
LONGEST_WORD = 2150
"""Width of a column of parties: the longest words of their names and roles, "työvoimaviranomainen",
"sysselsättningsområdet" (1 890 twentieths of a point), aren't broken within the cell's margins."""
Say = Callable[[str], str]
Table = Callable[[Say], str]


def speaker(language: str, more: Mapping[str, str] | None = None) -> Say:
    """Gives labels in a language; `more` are the Swedish words of one kind of document.

    Asked for a label that has no Swedish word, it raises KeyError.
    """
    words = {**SWEDISH, **(more or {})}
    return (lambda label: words[label]) if language == "sv" else str


# Every page -------------------------------------------------------------------------------------


def header() -> str:
    """The short title and the mark."""
    return paragraph(
        "Yltunniste",
        run("{{ asiakirja.lyhyt_otsikko }}\t"),
        run("{{ asiakirja.merkinta }}", "Merkkilihava"),
    )


def footer(say: Say) -> str:
    """The case number, where the document has one, the page, and the line of origin."""
    case = f"{{% if asiakirja.asiatunnus %}}{say('Asiatunnus')}: {{{{ asiakirja.asiatunnus }}}}"
    return paragraph(
        "Alatunniste",
        run(f"{case}{{% endif %}}\t{say('Sivu')} "),
        field("PAGE"),
        run(" / "),
        field("NUMPAGES"),
    ) + text("Alatunniste", "{{ asiakirja.tunniste }}")


# The first page ---------------------------------------------------------------------------------


def mark_box(*, filled: bool = False) -> str:
    """The mark of an example or a draft, and what it means.

    A paper with places that are `filled` in by hand says so even where it has no mark.
    """
    marked = "{% if asiakirja.merkinta %}{{ asiakirja.merkinta }}. {% endif %}"
    told = "{{ asiakirja.merkinnan_selite }}"
    if filled:
        runs = run(marked, bold=True) + run(told)
    else:
        runs = run("{{ asiakirja.merkinta }}", bold=True) + run(f". {told}")
    shown = "asiakirja.merkinnan_selite" if filled else "asiakirja.merkinta"
    return when(shown, paragraph("Kansimerkinta", runs))


CLOSE_SUBTITLE, CLOSE_HEADING = spacing(0, 200, 252), spacing(220, 60, 240)
"""Closer than the styles, in papers of a page or two: few lines of them are left to one more."""


def titles(*, close: bool = False) -> str:
    """The title and the subtitle; what follows may stand `close` to them."""
    return text("Otsikko", "{{ asiakirja.otsikko }}") + paragraph(
        "Alaotsikko", run("{{ asiakirja.alaotsikko }}"), extra=CLOSE_SUBTITLE if close else ""
    )


def summary() -> str:
    """The summary, and what the record holds of the cover in the Sámi languages, each marked."""
    own = when("tiivistelma", text("Normaali", "{{ tiivistelma }}"))
    return own + "".join(_sami(language) for language in ("se", "smn", "sms"))


def _sami(language: str) -> str:
    name = f"saame.{language}"
    return (
        when(f"{name}.otsikko", _spoken(language, f"{{{{ {name}.otsikko }}}}", bold=True))
        + when(f"{name}.johtoryhma", _spoken(language, f"{{{{ {name}.johtoryhma }}}}", bold=True))
        + when(f"{name}.tiivistelma", _spoken(language, f"{{{{ {name}.tiivistelma }}}}"))
    )


def _spoken(language: str, content: str, *, bold: bool = False) -> str:
    """A paragraph in a language of its own, which a screen reader is told."""
    look = ("<w:b/>" if bold else "") + f'<w:lang w:val="{language}-FI"/>'
    return paragraph(
        "Normaali",
        f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{content}</w:t></w:r>',
    )


def side_heading(title: str) -> str:
    """A heading of the cover."""
    return text("Kansiotsake", title)


KEEP = "<w:keepNext/>"
"""What stays on the page of the paragraph after it."""


def side(label: str, value: str, extra: str = "") -> str:
    """A fact of the cover: its label in the margin, its value; `extra` paragraph properties."""
    return paragraph("Kansitieto", run(label, bold=True), run(f"\t{value}"), extra=extra)


def room(label: str, told: str) -> str:
    """What a person fills in and no record knows, marked so: its label, what belongs there."""
    return paragraph("Kansitieto", run(label, bold=True), run("\t"), run(told, FILLED_IN))


def party_line(say: Say) -> str:
    """A party on the cover: `osapuoli` of a loop."""
    return paragraph(
        "Kansirivi",
        party_name(say),
        run(
            "{% if osapuoli.roolit not in osapuoli.nimi %}, {{ osapuoli.roolit }}{% endif %}"
            "{% if osapuoli.viranomainen %} ({{ osapuoli.viranomainen }}){% endif %}"
        ),
    )


def party_name(say: Say) -> str:
    """The runs of a party's name, with the highlighted mark of one that isn't confirmed."""
    mark = f"({say('nimi vahvistamatta')})"
    return run("{{ osapuoli.nimi }}{% if osapuoli.vahvistamatta %} {% endif %}") + run(
        "{% if osapuoli.vahvistamatta %}" + mark + "{% endif %}", FILLED_IN
    )


def handling_line(say: Say) -> str:
    """An approval on the cover: `kasittely` of a loop."""
    return (
        "{{ kasittely.osapuoli }}: {{ kasittely.tekija }} {{ kasittely.paiva }}"
        "{% if kasittely.pykala %}\u00a0§\u00a0{{ kasittely.pykala }}{% endif %}"
        "{% if kasittely.asiatunnus %}, {{ kasittely.asiatunnus }}{% endif %}"
        "{% if kasittely.ehto %}. " + say("Ehto") + ": {{ kasittely.ehto }}{% endif %}"
    )


# Contents and clauses ---------------------------------------------------------------------------


def contents(say: Say, ends: Sequence[tuple[str, str]]) -> str:
    """The list of contents: the clauses, and the lists at the end by field and heading."""
    return (
        paragraph("Sisllysluettelonotsikko", run(say("Sisällys")), extra="<w:pageBreakBefore/>")
        + each(
            "lauseke in lausekkeet", _entry("lauseke", "{{ loop.index }}\t{{ lauseke.otsikko }}")
        )
        + "".join(
            _annex_entry(say) if name == "liitteet" else _end_entry(say, name, heading)
            for name, heading in ends
        )
    )


def _end_entry(say: Say, name: str, heading: str) -> str:
    return when(name, _entry(name, f"\t{say(heading)}"))


def _annex_entry(say: Say) -> str:
    return each(
        "liite in liitteet",
        *(
            when(condition, _entry(anchor, f"\t{say('Liitteet')}"))
            for anchor, condition in ANNEXES.values()
        ),
    )


def _entry(anchor: str, label: str) -> str:
    return paragraph("Sisluet1", link(anchor, run(label)))


INTRODUCES = (
    "(not loop.last and loop.nextitem.laji == 'kohta') or lauseke.taulukko == 'allekirjoitukset'"
    " or (loop.last and lauseke.taulukko)"
)
"""What comes before a list or a table stays on its page, what is signed with the signatures."""


BASIS = when("kappale.perusta", text("Perusta", "{{ kappale.teksti }}"))
"""What a reviewer's copy says below the heading of a clause: its provisions."""
TEXT = "kappale.laji == 'teksti' and not kappale.perusta"
"""A paragraph of the clause itself."""


LAST = "loop.last or loop.nextitem.laji != 'kohta'"


def bullet() -> str:
    """A paragraph of a list, `kappale`; below the last stands as much space as below text."""
    item = run("{{ kappale.teksti }}")
    return when(LAST, paragraph("Merkittyluettelo", item, extra=spacing(0, 140))) + when(
        f"not ({LAST})", paragraph("Merkittyluettelo", item)
    )


def clauses(
    say: Say,
    tables: Mapping[str, Table],
    which: str = "",
    heading: str = "",
    kept: str = "",
) -> str:
    """The clauses, each with the table that it names among `tables`; `which` may choose them.

    `heading`: further paragraph properties of their headings. `kept`: of which paragraphs of text
    it is true that they stay on the page of the next one.
    """
    return each(
        f"lauseke in lausekkeet{which}",
        paragraph(
            "Otsikko1", bookmarked(1, "lauseke", run("{{ lauseke.otsikko }}")), extra=heading
        ),
        each(
            "kappale in lauseke.kappaleet",
            when("kappale.laji == 'kohta'", bullet()),
            BASIS,
            when(
                TEXT,
                when(INTRODUCES, text("Johdantolause", "{{ kappale.teksti }}")),
                when(f"not ({INTRODUCES})", plain(kept)),
            ),
        ),
        *(
            when(f"lauseke.taulukko == '{name}' and {name}", made(say))
            for name, made in tables.items()
        ),
    )


def plain(kept: str) -> str:
    """A paragraph of text, `kappale`; on the page of the next one where `kept` is true."""
    told = run("{{ kappale.teksti }}")
    free = paragraph("Normaali", told)
    if not kept:
        return free
    return when(kept, paragraph("Normaali", told, extra=KEEP)) + when(f"not ({kept})", free)


# Tables -----------------------------------------------------------------------------------------


def parties(say: Say) -> str:
    """The parties: `osapuolet`."""
    return table(
        say("Osapuolet"),
        "osapuoli in osapuolet",
        [
            (say("Osapuoli"), 2100, [paragraph(NORMAL, party_name(say))]),
            (say("Lyhyt nimi"), 2200, [text(NORMAL, "{{ osapuoli.lyhyt }}")]),
            (say("Rooli"), 2100, [text(NORMAL, "{{ osapuoli.roolit }}")]),
            (
                say("Viranomainen ja toimielin"),
                2672,
                [
                    when("osapuoli.viranomainen", text(NORMAL, "{{ osapuoli.viranomainen }}")),
                    when("osapuoli.toimielin", text(NORMAL, "{{ osapuoli.toimielin }}")),
                    when("not osapuoli.viranomainen and not osapuoli.toimielin", text(NORMAL, "–")),
                ],
            ),
        ],
    )


def members(say: Say) -> str:
    """The members and their personal deputies: `jasenet`."""
    return table(
        say("Johtoryhmän jäsenet ja henkilökohtaiset varajäsenet"),
        "rivi in jasenet",
        [
            (say("Nimeäjä"), LONGEST_WORD, [text(NORMAL, "{{ rivi.organisaatio }}")]),
            (say("Jäsen"), 2400, [text(NORMAL, "{{ rivi.jasen }}")]),
            (say("Henkilökohtainen varajäsen"), 2400, [text(NORMAL, "{{ rivi.varajasen }}")]),
            (say("Tehtävä johtoryhmässä"), 2122, [text(NORMAL, "{{ rivi.tehtava }}")]),
        ],
    )


def offices(say: Say) -> str:
    """The offices: `toimipisteet`."""
    return table(
        say("Toimipisteet"),
        "rivi in toimipisteet",
        [
            (say("Toimipiste"), 5072, [text(NORMAL, "{{ rivi.nimi }}")]),
            (say("Sijainti"), 4000, [text(NORMAL, "{{ rivi.sijainti }}")]),
        ],
    )


def staff(say: Say) -> str:
    """The staff that the parties assign: `henkilosto`."""
    task = [
        text(NORMAL, "{{ rivi.tehtava }}"),
        when("rivi.selite", text(NORMAL, "{{ rivi.selite }}")),
    ]
    return table(
        say("Yhteistoimintamalliin osoitettu henkilöstö"),
        "rivi in henkilosto",
        [
            (say("Osapuoli"), LONGEST_WORD, [text(NORMAL, "{{ rivi.organisaatio }}")]),
            (say("Tehtävä"), 2622, task),
            (say("Määrä"), 850, [text("Taulukonluku", "{{ rivi.maara }}")]),
            (say("Yksikkö"), 1150, [text(NORMAL, "{{ rivi.yksikko }}")]),
            (say("Toimipiste"), 2300, [text(NORMAL, "{{ rivi.toimipiste }}")]),
        ],
    )


def costs(say: Say) -> str:
    """The common costs and their division: `kustannukset`."""
    return table(
        say("Yhteisten kustannusten jako"),
        "rivi in kustannukset",
        [
            (say("Kustannukset"), 2900, [text(NORMAL, "{{ rivi.kohteet }}")]),
            (say("Jakoperuste"), 3086, [text(NORMAL, "{{ rivi.peruste }}")]),
            (
                say("Osuudet"),
                3086,
                [each("osuus in rivi.osuudet", text(NORMAL, "{{ osuus }}"))],
            ),
        ],
    )


SIGNED = 765
"""Height of a signature's row, 1.35 cm: a hand signs in it, and the least number of agreements has
its signatures alone on a last page."""


def signatures(say: Say) -> str:
    """The signatures, with room for those that are not given yet: `allekirjoitukset`."""
    signed = when("rivi.paiva", text(NORMAL, "{{ rivi.tapa }} {{ rivi.paiva }}"))
    return table(
        say("Allekirjoitukset"),
        "rivi in allekirjoitukset",
        [
            (say("Osapuoli"), 2700, [text(NORMAL, "{{ rivi.osapuoli }}")]),
            (say("Allekirjoittaja"), 2572, [text(NORMAL, "{{ rivi.nimike }}")]),
            (say("Päiväys ja allekirjoitus"), 3800, [signed]),
        ],
        height=SIGNED,
    )


TABLES: Mapping[str, Table] = {
    "osapuolet": parties,
    "jasenet": members,
    "toimipisteet": offices,
    "henkilosto": staff,
    "kustannukset": costs,
    "allekirjoitukset": signatures,
}
"""The tables that a clause may name, by field."""


# The end ----------------------------------------------------------------------------------------


ANNEXES = {
    2: ("liitteet", "loop.first and not liite.taulukko"),
    5: ("liitteet_sivullaan", "loop.first and liite.taulukko"),
}
"""Where the list of annexes begins: number and name of its bookmark, and when it begins there."""


def annexes(say: Say, names: Sequence[str]) -> str:
    """The annexes, with the tables that they may hold.

    Where the first has a table, the list of them begins its page: alone, it could fill one. Each
    stands a rank below the list, so that what follows the last doesn't read as a part of it.
    """
    name = "{{ liite.nimike }}: {{ liite.otsikko }}"
    heading = [
        bookmarked(number, anchor, run(say("Liitteet"))) for number, (anchor, _) in ANNEXES.items()
    ]
    conditions = [condition for _, condition in ANNEXES.values()]
    return when(
        "liitteet",
        each(
            "liite in liitteet",
            when(conditions[0], paragraph("Otsikkoilmannumeroa", heading[0])),
            when(conditions[1], paragraph("Otsikkoilmannumeroa", heading[1], extra=NEW_PAGE)),
            text("Merkittyluettelo", name),
        ),
        each(
            "liite in liitteet",
            when(
                "liite.taulukko",
                when("loop.first", _annex_title(name)),
                when("not loop.first", _annex_title(name, NEW_PAGE)),
                *(
                    when(f"liite.taulukko == '{name}' and {name}", TABLES[name](say))
                    for name in names
                ),
            ),
        ),
    )


def _annex_title(name: str, extra: str = "") -> str:
    level = '<w:outlineLvl w:val="1"/>'
    return paragraph("Otsikkoilmannumeroa", run(name, points=12), extra=extra + level)


RULED = '<w:pBdr><w:top w:val="single" w:sz="8" w:space="8" w:color="9AA3AB"/></w:pBdr>' + spacing(
    400, 60, 240
)
"""A line above a heading: what follows isn't a part of the annex that stands before it."""
DEPARTED = "Sopimus on laadittu mallilausekkeista. Niistä on poikettu seuraavasti."


def deviations(say: Say, told: str = DEPARTED) -> str:
    """The listed changes to the model clauses: `poikkeamat`; `told` stands above the table."""
    return when(
        "poikkeamat",
        paragraph(
            "Otsikkoilmannumeroa",
            bookmarked(3, "poikkeamat", run(say("Poikkeamat mallilausekkeista"))),
            extra=RULED,
        ),
        text("Johdantolause", say(told)),
        table(
            say("Poikkeamat mallilausekkeista"),
            "rivi in poikkeamat",
            [
                (say("Lauseke"), 2700, [text(NORMAL, "{{ rivi.lauseke }}")]),
                (say("Poikkeama"), 2172, [text(NORMAL, "{{ rivi.toimi }}")]),
                (say("Peruste"), 4200, [text(NORMAL, "{{ rivi.peruste }}")]),
            ],
        ),
    )


LACKING = (
    "Seuraavat tiedot puuttuvat tai ovat vahvistamatta. Puuttuvien tietojen paikat ja merkinnät "
    "(nimi vahvistamatta) on korostettu tekstissä. Tiedot on korjattava, ennen kuin asiakirja "
    "annetaan lopullisena."
)
"""True of every list: names that aren't confirmed keep papers drafts too, and what is a draft may
have been approved and signed before."""


ENDS = "loop.revindex in (2, 3)"
"""The last but one and the one before: the end of a list isn't alone on a page."""


def gaps(say: Say) -> str:
    """What keeps a paper a draft, told in words: `puutteet`.

    It is set closer and smaller than the paper itself, so that it seldom takes a page of its own.
    """
    small = 9.5
    item = run("{{ puute.tieto }}{% if puute.kohta %} ({{ puute.kohta }}){% endif %}", points=small)
    title = bookmarked(4, "puutteet", run(say("Puuttuvat tiedot")))
    close = spacing(0, 30, 240)
    return when(
        "puutteet",
        paragraph("Otsikkoilmannumeroa", title, extra=CLOSE_HEADING),
        paragraph("Johdantolause", run(say(LACKING), points=small), extra=close),
        each(
            "puute in puutteet",
            when(ENDS, paragraph("Merkittyluettelo", item, extra=KEEP + close)),
            when(f"not ({ENDS})", paragraph("Merkittyluettelo", item, extra=close)),
        ),
    )


SWEDISH = {
    "Asiatunnus": "Diarienummer",
    "Sivu": "Sida",
    "Kuva": "Figur",
    "nimi vahvistamatta": "namnet inte bekräftat",
    "Ehto": "Villkor",
    "Sisällys": "Innehåll",
    "Liitteet": "Bilagor",
    "Poikkeamat mallilausekkeista": "Avvikelser från modellklausulerna",
    "Puuttuvat tiedot": "Uppgifter som saknas",
    LACKING: (
        "Följande uppgifter saknas eller är obekräftade. Ställena där uppgifter saknas och "
        "anteckningarna (namnet inte bekräftat) är framhävda i texten. Uppgifterna ska rättas "
        "innan handlingen ges i slutlig form."
    ),
    DEPARTED: ("Avtalet bygger på modellklausuler. Från dem avviks enligt följande."),
    "Lauseke": "Klausul",
    "Poikkeama": "Avvikelse",
    "Peruste": "Grund",
    "Osapuolet": "Parter",
    "Osapuoli": "Part",
    "Lyhyt nimi": "Kortnamn",
    "Rooli": "Roll",
    "Viranomainen ja toimielin": "Myndighet och organ",
    "Johtoryhmän jäsenet ja henkilökohtaiset varajäsenet": (
        "Ledningsgruppens medlemmar och personliga ersättare"
    ),
    "Nimeäjä": "Utses av",
    "Jäsen": "Medlem",
    "Henkilökohtainen varajäsen": "Personlig ersättare",
    "Tehtävä johtoryhmässä": "Uppgift i ledningsgruppen",
    "Toimipisteet": "Verksamhetsställen",
    "Toimipiste": "Verksamhetsställe",
    "Sijainti": "Plats",
    "Yhteistoimintamalliin osoitettu henkilöstö": "Personal som anvisats för samarbetsmodellen",
    "Tehtävä": "Uppgift",
    "Määrä": "Antal",
    "Yksikkö": "Enhet",
    "Yhteisten kustannusten jako": "Fördelningen av de gemensamma kostnaderna",
    "Kustannukset": "Kostnader",
    "Jakoperuste": "Fördelningsgrund",
    "Osuudet": "Andelar",
    "Allekirjoitukset": "Underskrifter",
    "Allekirjoittaja": "Undertecknare",
    "Päiväys ja allekirjoitus": "Datum och underskrift",
}
"""The Swedish of the labels that the blocks above print."""
