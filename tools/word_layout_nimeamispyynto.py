"""The layout of the request to name members, with its form, as `word_layout.py` first makes it."""

from __future__ import annotations

from word_layout import package, paragraph, run, table, text, when
from word_layout_blocks import (
    NEW_PAGE,
    NORMAL,
    Say,
    clauses,
    footer,
    gaps,
    header,
    mark_box,
    side,
    side_heading,
    speaker,
    titles,
)

NUMBERED_ROLE = 2350
"""Width of a column that holds "1. työvoimaviranomainen" in one line."""
GUIDE = (
    "Täyttäkää jokaiselle jäsenelle oma rivi. Rivejä voi lisätä. Jos jäsen tai varajäsen nimetään "
    "muuksi ajaksi kuin koko toimikaudeksi, merkitkää päivät."
)
SWEDISH = {
    "Lähettäjä": "Avsändare",
    "Vastaanottaja": "Mottagare",
    "Viranomainen": "Myndighet",
    "Toimielin": "Organ",
    "Johtoryhmä": "Ledningsgrupp",
    "Toimikausi": "Mandatperiod",
    "Vastaus viimeistään": "Svar senast",
    "Vastauslomake": "Svarsblankett",
    GUIDE: (
        "Fyll i en egen rad för varje medlem. Rader kan läggas till. Om en medlem eller ersättare "
        "utses för en annan tid än hela mandatperioden, ange dagarna."
    ),
    "Jäsenet ja henkilökohtaiset varajäsenet": "Medlemmar och personliga ersättare",
    "Jäsenyys": "Plats",
    "Jäsenen nimi, tehtävänimike ja yhteystiedot": (
        "Medlemmens namn, tjänstebeteckning och kontaktuppgifter"
    ),
    "Varajäsenen nimi, tehtävänimike ja yhteystiedot": (
        "Ersättarens namn, tjänstebeteckning och kontaktuppgifter"
    ),
    "Ajalta": "Tid",
    "Puheenjohtajan ja varapuheenjohtajan nimeäminen": (
        "Utnämning av ordförande och vice ordförande"
    ),
    "Nimetty jäsen (nro)": "Utnämnd medlem (nr)",
    "Nimeämispäätös": "Beslut om att utse medlemmar",
    "Päätöksen tekijä": "Beslutsfattare",
    "Päivä ja pykälä": "Dag och paragraf",
    "Vastauksen antaja": "Svarets avgivare",
    "Pyynnön lähettäjä": "Begärans avsändare",
    "Nimi ja tehtävänimike": "Namn och tjänstebeteckning",
}


def layout(language: str) -> bytes:
    """Return templates/nimeamispyynto/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    sender = _signed(say, "Pyynnön lähettäjä", "lahettaja")
    body = _head(say) + clauses(say, {}) + sender + gaps(say) + _form(say)
    return package(body, header(), footer(say), language, numbered=False)


def _head(say: Say) -> str:
    return (
        mark_box(filled=True)
        + titles()
        + _party(say, "Vastaanottaja", "vastaanottaja")
        + _party(say, "Lähettäjä", "lahettaja")
        + side_heading(say("Johtoryhmä"))
        + side(say("Toimikausi"), "{{ toimikausi.alkaen }}–{{ toimikausi.paattyen }}")
        + when("vastattava", side(say("Vastaus viimeistään"), "{{ vastattava }}"))
        + when("asiakirja.asiatunnus", side(say("Asiatunnus"), "{{ asiakirja.asiatunnus }}"))
    )


def _party(say: Say, heading: str, name: str) -> str:
    roles = (
        f"{{% if {name}.roolit and {name}.roolit not in {name}.nimi %}}, {{{{ {name}.roolit }}}}"
    )
    return (
        side_heading(say(heading))
        + text("Kansirivi", f"{{{{ {name}.nimi }}}}{roles}{{% endif %}}")
        + when(f"{name}.toimielin", side(say("Toimielin"), f"{{{{ {name}.toimielin }}}}"))
    )


def _form(say: Say) -> str:
    return (
        paragraph("Otsikkoilmannumeroa", run(say("Vastauslomake")), extra=NEW_PAGE)
        + text(
            "Normaali", "{{ johtoryhma.nimi }}: {{ toimikausi.alkaen }}–{{ toimikausi.paattyen }}"
        )
        + text("Normaali", say(GUIDE))
        + _members(say)
        + when("puheenjohtajat", _chairs(say))
        + _decisions(say)
        + _signed(say, "Vastauksen antaja", "vastaanottaja")
    )


def _members(say: Say) -> str:
    number = "{{ rivi.numero }}{% if rivi.kuvaus %}. {{ rivi.kuvaus }}{% endif %}"
    return table(
        say("Jäsenet ja henkilökohtaiset varajäsenet"),
        "rivi in lomake",
        [
            (say("Jäsenyys"), NUMBERED_ROLE, [text(NORMAL, number)]),
            (say("Jäsenen nimi, tehtävänimike ja yhteystiedot"), 2500, [text(NORMAL)]),
            (say("Varajäsenen nimi, tehtävänimike ja yhteystiedot"), 2500, [text(NORMAL)]),
            (say("Ajalta"), 1722, [text(NORMAL)]),
        ],
        height=900,
    )


def _chairs(say: Say) -> str:
    return table(
        say("Puheenjohtajan ja varapuheenjohtajan nimeäminen"),
        "rivi in puheenjohtajat",
        [
            (say("Tehtävä"), 2572, [text(NORMAL, "{{ rivi.tehtava }}")]),
            (say("Ajalta"), 3000, [text(NORMAL, "{{ rivi.aika }}")]),
            (say("Nimetty jäsen (nro)"), 3500, [text(NORMAL)]),
        ],
        height=500,
    )


def _decisions(say: Say) -> str:
    return table(
        say("Nimeämispäätös"),
        "rivi in paatokset",
        [
            (say("Päätöksen tekijä"), 3572, [text(NORMAL, "{{ rivi.tekija }}")]),
            (say("Päivä ja pykälä"), 2750, [text(NORMAL)]),
            (say("Asiatunnus"), 2750, [text(NORMAL)]),
        ],
        height=500,
    )


def _signed(say: Say, title: str, who: str) -> str:
    return table(
        say(title),
        f"rivi in [{who}]",
        [
            (say("Viranomainen"), 2572, [text(NORMAL, "{{ rivi.nimi }}")]),
            (say("Nimi ja tehtävänimike"), 3000, [text(NORMAL)]),
            (say("Päiväys ja allekirjoitus"), 3500, [text(NORMAL)]),
        ],
        height=850,
    )
