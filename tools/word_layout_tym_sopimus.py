"""The layout of the TYM agreement, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import (
    bookmarked,
    each,
    field,
    link,
    package,
    paragraph,
    run,
    table,
    text,
    when,
)

NORMAL = "Taulukonteksti"


def layout() -> bytes:
    """Return templates/tym-sopimus/fi.docx."""
    return package(_cover() + _contents() + _clauses() + _annexes() + _end_lists(), HEADER, FOOTER)


HEADER = paragraph(
    "Yltunniste",
    run("{{ asiakirja.lyhyt_otsikko }}\t"),
    run("{{ asiakirja.merkinta }}", "Merkkilihava"),
)
FOOTER = paragraph(
    "Alatunniste",
    run("Asiatunnus: {{ asiakirja.asiatunnus }}\tSivu "),
    field("PAGE"),
    run(" / "),
    field("NUMPAGES"),
) + text("Alatunniste", "{{ asiakirja.tunniste }}")


def _cover() -> str:
    return (
        when(
            "asiakirja.merkinta",
            paragraph(
                "Kansimerkinta",
                run("{{ asiakirja.merkinta }}", bold=True),
                run(". {{ asiakirja.merkinnan_selite }}"),
            ),
        )
        + text("Otsikko", "{{ asiakirja.otsikko }}")
        + text("Alaotsikko", "{{ asiakirja.alaotsikko }}")
        + _side_heading("Osapuolet")
        + each("osapuoli in osapuolet", text("Kansirivi", _PARTY))
        + _side_heading("Sopimus")
        + _side("Johtoryhmä", "{{ johtoryhma.nimi }}")
        + _side("Voimassa", "{{ sopimus.voimassaolo }}")
        + _side("Asiatunnus", "{{ asiakirja.asiatunnus }}")
        + _side("Säilytysaika", "{{ asiakirja.sailytysaika }}")
        + when("asiakirja.paiva", _side("Päiväys", "{{ asiakirja.paiva }}"))
        + when(
            "kasittelyt",
            _side_heading("Käsitelty ja hyväksytty"),
            each("kasittely in kasittelyt", text("Kansirivi", _HANDLING)),
        )
    )


_PARTY = (
    "{{ osapuoli.nimi }}{% if osapuoli.vahvistamatta %} (nimi vahvistamatta){% endif %}"
    "{% if osapuoli.roolit not in osapuoli.nimi %}, {{ osapuoli.roolit }}{% endif %}"
    "{% if osapuoli.viranomainen %} ({{ osapuoli.viranomainen }}){% endif %}"
)
_HANDLING = (
    "{{ kasittely.osapuoli }}: {{ kasittely.tekija }} {{ kasittely.paiva }}"
    "{% if kasittely.pykala %} § {{ kasittely.pykala }}{% endif %}"
    "{% if kasittely.asiatunnus %}, {{ kasittely.asiatunnus }}{% endif %}"
    "{% if kasittely.ehto %}. Ehto: {{ kasittely.ehto }}{% endif %}"
)


def _side_heading(title: str) -> str:
    return text("Kansiotsake", title)


def _side(label: str, value: str) -> str:
    return paragraph("Kansitieto", run(label, bold=True), run(f"\t{value}"))


def _contents() -> str:
    return (
        paragraph("Sisllysluettelonotsikko", run("Sisällys"), extra="<w:pageBreakBefore/>")
        + each(
            "lauseke in lausekkeet", _entry("lauseke", "{{ loop.index }}\t{{ lauseke.otsikko }}")
        )
        + when("liitteet", _entry("liitteet", "\tLiitteet"))
        + when("poikkeamat", _entry("poikkeamat", "\tPoikkeamat mallilausekkeista"))
        + when("puutteet", _entry("puutteet", "\tPuuttuvat tiedot"))
    )


def _entry(anchor: str, label: str) -> str:
    return paragraph("Sisluet1", link(anchor, run(label)))


INTRODUCES = (
    "(not loop.last and loop.nextitem.laji == 'kohta') or lauseke.taulukko == 'allekirjoitukset'"
)
"""A paragraph before a list stays on its page, and what is signed with the signatures."""


def _clauses() -> str:
    return each(
        "lauseke in lausekkeet",
        paragraph("Otsikko1", bookmarked(1, "lauseke", run("{{ lauseke.otsikko }}"))),
        each(
            "kappale in lauseke.kappaleet",
            when("kappale.laji == 'kohta'", text("Merkittyluettelo", "{{ kappale.teksti }}")),
            when(
                "kappale.laji == 'teksti'",
                when(INTRODUCES, text("Johdantolause", "{{ kappale.teksti }}")),
                when(f"not ({INTRODUCES})", text("Normaali", "{{ kappale.teksti }}")),
            ),
        ),
        *(_clause_table(name) for name in TABLES),
    )


def _clause_table(name: str) -> str:
    return when(f"lauseke.taulukko == '{name}' and {name}", TABLES[name]())


def _parties() -> str:
    name = "{{ osapuoli.nimi }}{% if osapuoli.vahvistamatta %} (nimi vahvistamatta){% endif %}"
    return table(
        "Osapuolet",
        "osapuoli in osapuolet",
        [
            ("Osapuoli", 2150, [text(NORMAL, name)]),
            ("Lyhyt nimi", 1750, [text(NORMAL, "{{ osapuoli.lyhyt }}")]),
            ("Rooli", 2200, [text(NORMAL, "{{ osapuoli.roolit }}")]),
            (
                "Viranomainen ja toimielin",
                2972,
                [
                    when("osapuoli.viranomainen", text(NORMAL, "{{ osapuoli.viranomainen }}")),
                    when("osapuoli.toimielin", text(NORMAL, "{{ osapuoli.toimielin }}")),
                    when("not osapuoli.viranomainen and not osapuoli.toimielin", text(NORMAL, "–")),
                ],
            ),
        ],
    )


def _members() -> str:
    return table(
        "Johtoryhmän jäsenet ja henkilökohtaiset varajäsenet",
        "rivi in jasenet",
        [
            ("Nimeäjä", 2000, [text(NORMAL, "{{ rivi.organisaatio }}")]),
            ("Jäsen", 2600, [text(NORMAL, "{{ rivi.jasen }}")]),
            ("Henkilökohtainen varajäsen", 2600, [text(NORMAL, "{{ rivi.varajasen }}")]),
            ("Tehtävä johtoryhmässä", 1872, [text(NORMAL, "{{ rivi.tehtava }}")]),
        ],
    )


def _offices() -> str:
    return table(
        "Toimipisteet",
        "rivi in toimipisteet",
        [
            ("Toimipiste", 5072, [text(NORMAL, "{{ rivi.nimi }}")]),
            ("Sijainti", 4000, [text(NORMAL, "{{ rivi.sijainti }}")]),
        ],
    )


def _staff() -> str:
    task = [
        text(NORMAL, "{{ rivi.tehtava }}"),
        when("rivi.selite", text(NORMAL, "{{ rivi.selite }}")),
    ]
    return table(
        "Yhteistoimintamalliin osoitettu henkilöstö",
        "rivi in henkilosto",
        [
            ("Osapuoli", 2000, [text(NORMAL, "{{ rivi.organisaatio }}")]),
            ("Tehtävä", 2772, task),
            ("Määrä", 850, [text("Taulukonluku", "{{ rivi.maara }}")]),
            ("Yksikkö", 1150, [text(NORMAL, "{{ rivi.yksikko }}")]),
            ("Toimipiste", 2300, [text(NORMAL, "{{ rivi.toimipiste }}")]),
        ],
    )


def _costs() -> str:
    return table(
        "Yhteisten kustannusten jako",
        "rivi in kustannukset",
        [
            ("Kustannukset", 2900, [text(NORMAL, "{{ rivi.kohteet }}")]),
            ("Jakoperuste", 3086, [text(NORMAL, "{{ rivi.peruste }}")]),
            (
                "Osuudet",
                3086,
                [each("osuus in rivi.osuudet", text(NORMAL, "{{ osuus }}"))],
            ),
        ],
    )


def _signatures() -> str:
    signed = when("rivi.paiva", text(NORMAL, "{{ rivi.tapa }} {{ rivi.paiva }}"))
    return table(
        "Allekirjoitukset",
        "rivi in allekirjoitukset",
        [
            ("Osapuoli", 2700, [text(NORMAL, "{{ rivi.osapuoli }}")]),
            ("Allekirjoittaja", 2572, [text(NORMAL, "{{ rivi.nimike }}")]),
            ("Päiväys ja allekirjoitus", 3800, [signed]),
        ],
        height=850,
    )


TABLES = {
    "osapuolet": _parties,
    "jasenet": _members,
    "toimipisteet": _offices,
    "henkilosto": _staff,
    "kustannukset": _costs,
    "allekirjoitukset": _signatures,
}


def _annexes() -> str:
    heading = paragraph("Otsikkoilmannumeroa", bookmarked(2, "liitteet", run("Liitteet")))
    return when(
        "liitteet",
        heading,
        each(
            "liite in liitteet", text("Merkittyluettelo", "{{ liite.nimike }}: {{ liite.otsikko }}")
        ),
        each(
            "liite in liitteet",
            when(
                "liite.taulukko",
                paragraph(
                    "Otsikkoilmannumeroa",
                    run("{{ liite.nimike }}: {{ liite.otsikko }}"),
                    extra="<w:pageBreakBefore/>",
                ),
                *(
                    when(f"liite.taulukko == '{name}' and {name}", TABLES[name]())
                    for name in ("henkilosto", "toimipisteet", "kustannukset", "jasenet")
                ),
            ),
        ),
    )


def _end_lists() -> str:
    deviations = table(
        "Poikkeamat mallilausekkeista",
        "rivi in poikkeamat",
        [
            ("Lauseke", 2700, [text(NORMAL, "{{ rivi.lauseke }}")]),
            ("Poikkeama", 2172, [text(NORMAL, "{{ rivi.toimi }}")]),
            ("Peruste", 4200, [text(NORMAL, "{{ rivi.peruste }}")]),
        ],
    )
    return when(
        "poikkeamat",
        paragraph(
            "Otsikkoilmannumeroa",
            bookmarked(3, "poikkeamat", run("Poikkeamat mallilausekkeista")),
        ),
        text(
            "Normaali",
            "Sopimus on laadittu mallilausekkeista. Niistä on poikettu seuraavasti.",
        ),
        deviations,
    ) + when(
        "puutteet",
        paragraph("Otsikkoilmannumeroa", bookmarked(4, "puutteet", run("Puuttuvat tiedot"))),
        text(
            "Normaali",
            "Seuraavia tietoja ei ole kirjattu. Ne on merkitty tekstiin korostettuina, "
            "ja ne on täydennettävä ennen sopimuksen hyväksymistä.",
        ),
        each(
            "puute in puutteet",
            text(
                "Merkittyluettelo",
                "{{ puute.tieto }}{% if puute.kohta %} ({{ puute.kohta }}){% endif %}",
            ),
        ),
    )
