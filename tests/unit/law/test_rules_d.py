# ruff: noqa: E501 (the lines of the record that are edited are long)
"""D- and L-rules where they meet others: data protection and languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.acceptance.rules.rule_cases import BASES, ROOT, findings_of
from tests.support.records import Row, judged

KELA_TEXT = "    kelan_osallistuminen: Kela osallistuu yhteisen koulutuksen kustannuksiin henkilöstönsä määrän mukaisessa suhteessa.\n"
PLACE = "sopimukset[sopimus].kelan_osallistuminen"
VALID = "    voimassa: {alkaen: 2026-01-01}\n"
SIGNED = "    allekirjoitukset:…\nnuorten_yhteispalvelu:"
OTHERS = "työvoimaviranomaiset, hyvinvointialue ja Kela"
OTHERS_SV = "arbetskraftsmyndigheterna, välfärdsområdet och FPA"
TERRITORY = "    toimialue: {kunnat: kaikki}\n"
LIBRARY = (ROOT / "templates" / "tym-sopimus" / "lausekkeet.yaml").read_text(encoding="utf-8")
NEW_CONTROLLERS = (
    "Työllisyys-, kehittämis- ja hallintokeskus, työvoimaviranomaiset, hyvinvointialueet ja"
)
LIBRARY_FILE = "../../templates/tym-sopimus/lausekkeet.yaml"
LPR = "{tunnus: lpr, rooli: tyovoimaviranomainen,"
HVA = "{tunnus: hva, rooli: hyvinvointialue,"
OWN_NAMES = ((LPR, f"{LPR} nimi: Saimaan työllisyysalue,"), (HVA, f"{HVA} nimi: Eksote,"))


def kela(text: str) -> tuple[tuple[str, str], ...]:
    """A text in the agreement."""
    return ((KELA_TEXT, f"    kelan_osallistuminen: {text}\n"),)


def clause(text: str, name: str = "tietosuoja") -> tuple[tuple[str, str], ...]:
    """A clause in other words."""
    change = f"{{lauseke: {name}, toimi: korvaa, teksti: {{fi: '{text}'}}, peruste: tarkempi}}"
    return ((VALID, f"{VALID}    lausekemuutokset: [{change}]\n"),)


def minutes(day: str, text: str) -> dict[str, str]:
    """Minutes with a decision in these words."""
    head = f"muoto: 1\njohtoryhma: tym\npvm: {day}\n"
    return {"kokoukset/2026-03-10.yaml": f"{head}asiat: [{{pykala: 1, paatos: '{text}'}}]\n"}


OLD_DAYS = ((VALID, "    voimassa: {alkaen: 2025-06-01}\n"), (SIGNED, "\nnuorten_yhteispalvelu:"))
HKI = "            paatos: {tekija: lautakunta, pvm: 2025-12-02, pykala: 71,"
HKI_DEPUTY = "          - nimike: palvelupäällikkö\n            alkaen: 2026-01-01\n"
HKI_CHAIR = "      - jasen: hki-1\n        nimeaja: hki\n        alkaen: 2026-01-01\n"
HVA_CHAIR = "      - jasen: hva-1\n        nimeaja: hva\n        alkaen: 2026-01-01\n"
COUNCIL = "{tekija: kaupunginvaltuusto, pvm: 2025-12-02, pykala: 1, asiatunnus: KUV-1}"
BOARD = "{tekija: aluehallitus, pvm: 2025-12-02, pykala: 1, asiatunnus: KUV-1}"
LEADER = "            paatos: {tekija: työllisyysjohtaja,"
LEADER_DEPUTY = "            paattyen: 2030-12-31\n        puitteet"
TERM = "{asettaja: hki, tekija: lautakunta,"
GROUP = "johtoryhmat[tym]"
LEADING = f"{GROUP}.johtavat_henkilot[johtaja]"
COUNCIL_DECIDES = {
    f"{GROUP}.jasenet[hki-1].nimetyt[2026-01-01].paatos": (
        HKI,
        HKI.replace("lautakunta", "kaupunginvaltuusto"),
    ),
    f"{GROUP}.jasenet[hki-1].varajasenet[2026-01-01].paatos": (
        HKI_DEPUTY,
        f"{HKI_DEPUTY}            paatos: {COUNCIL}\n",
    ),
    f"{GROUP}.puheenjohtaja[2026-01-01].paatos": (
        HKI_CHAIR,
        f"{HKI_CHAIR}        paatos: {COUNCIL}\n",
    ),
    f"{GROUP}.varapuheenjohtaja[2026-01-01].paatos": (
        HVA_CHAIR,
        f"{HVA_CHAIR}        paatos: {BOARD}\n",
    ),
    f"{LEADING}.nimetyt[2026-02-01].paatos": (
        LEADER,
        LEADER.replace("työllisyysjohtaja", "Kaupunginvaltuusto"),
    ),
    f"{LEADING}.varahenkilot[2026-02-01].paatos": (
        LEADER_DEPUTY,
        f"            paattyen: 2030-12-31\n            paatos: {COUNCIL}\n        puitteet",
    ),
    f"{GROUP}.toimikaudet[k2026].asettaminen": (
        TERM,
        TERM.replace("lautakunta", "'kaupunginvaltuusto '"),
    ),
}
JOINT_AREA = ("tyollisyysalue: etela-karjala", "tyollisyysalue: keski-pohjanmaa")
HVA_BODY = "{tekija: sosiaali- ja terveyslautakunta, pvm: 2025-12-08, pykala: 300,"
LPR_SETS = "{asettaja: lpr, tekija: lautakunta,"
BY_BOARD = (
    f"{GROUP}.jasenet[lpr-1].nimetyt[2026-01-01].paatos",
    "sopimukset[sopimus].hyvaksynnat[lpr]",
)
SETTING = f"{GROUP}.toimikaudet[k2026].asettaminen"

ROWS = [
    *(
        Row("D01", f"joint, without the centre: {text}", kela(text), (f"warning {PLACE}",))
        for text in (
            f"Yhteisrekisterinpitäjiä ovat {OTHERS}.",
            f"Yhteisrekisterinpitäjät ovat {OTHERS}.",
            f"Asiakastietojen yhteisiä rekisterinpitäjiä ovat {OTHERS}.",
            f"Gemensamt personuppgiftsansvariga är {OTHERS_SV}.",
            f"Yhteisrekisterinpitäjiä ovat {OTHERS}. KEHA-keskus tukee rekisterinpitäjiä.",
            "Yhteisrekisterinpitäjiä ovat lain 13 §:n mukaan työvoimaviranomaiset ja Kela.",
        )
    ),
    *(
        Row("D01", f"joint and whole: {text}", kela(text))
        for text in (
            f"Yhteisrekisterinpitäjiä ovat KEHA-keskus, {OTHERS}.",
            f"Yhteisrekisterinpitäjiä ovat Työllisyys-, kehittämis- ja hallintokeskus, {OTHERS}.",
            f"Yhteisrekisterinpitäjiä ovat elinkeino-, liikenne- ja ympäristökeskusten sekä työ- ja elinkeinotoimistojen kehittämis- ja hallintokeskus, {OTHERS}.",
            f"Gemensamt personuppgiftsansvariga är UF-centret, {OTHERS_SV}.",
            f"Gemensamt personuppgiftsansvariga är Sysselsättnings-, utvecklings- och förvaltningscentret, {OTHERS_SV}.",
            "Gemensamt personuppgiftsansvariga är UF-centret och parterna.",
            "Yhteisrekisterinpitäjiä ovat KEHA-keskus ja osapuolet.",
            "Yhteisrekisterinpitäjiä ovat KEHA-keskus, työvoimaviranomaiset, hyvinvointiyhtymä ja Kansaneläkelaitos.",
            "Gemensamt personuppgiftsansvariga är UF-centret, arbetskraftsmyndigheterna, välfärdsområdet och Folkpensionsanstalten.",
            "Lain 13 §:ssä säädetään yhteisrekisterinpitäjistä.",
            "Kunta ja yhdistys eivät ole yhteisrekisterinpitäjiä.",
            "Yhteisrekisterinpitäjät sopivat tehtävistään.",
            "De gemensamt personuppgiftsansvariga avtalar om sina uppgifter.",
            "Varje myndighet är ensam personuppgiftsansvarig för sitt egna register.",
        )
    ),
    Row("D01", "one alone", kela("Kommunen är ensam personuppgiftsansvarig."), (f"warning {PLACE}",)),
    *(
        Row("D01", f"by the name of 2025: {name}", (*OLD_DAYS, *kela(f"{head} {name}, {others}.")))
        for name, head, others in (
            ("kehittämis- ja hallintokeskus", "Yhteisrekisterinpitäjiä ovat", OTHERS),
            ("KEHA-keskus", "Yhteisrekisterinpitäjiä ovat", OTHERS),
            ("UF-centret", "Gemensamt personuppgiftsansvariga är", OTHERS_SV),
            ("utvecklings- och förvaltningscentret", "Gemensamt personuppgiftsansvariga är", OTHERS_SV),
        )
    ),
    Row("D01", "by the parties' own names", (*OWN_NAMES, *kela("Yhteisrekisterinpitäjiä ovat KEHA-keskus, Saimaan työllisyysalue, Eksote ja Kela."))),
    Row("D01", "by the names of legal persons", (*OWN_NAMES, *kela("Yhteisrekisterinpitäjiä ovat KEHA-keskus, Lappeenrannan kaupunki, Eksote ja Kela."))),
    Row("D01", "a county's own name is no authority's", (*OWN_NAMES, *kela("Yhteisrekisterinpitäjiä ovat KEHA-keskus, Eksote ja Kela.")), (f"warning {PLACE}",), says="työvoimaviranomainen"),
    Row("D01", "an authority's own name is no county's", (*OWN_NAMES, *kela("Yhteisrekisterinpitäjiä ovat KEHA-keskus, Saimaan työllisyysalue ja Kela.")), (f"warning {PLACE}",), says="hyvinvointialue"),
    Row("D01", "a clause that leaves out", clause("Rekisterinpitäjiä ovat Kela ja hyvinvointialue."), ("warning sopimukset[sopimus].lausekemuutokset[tietosuoja].teksti.fi",)),
    Row("D01", "one alone beside some of all", kela("Kela on ainoa rekisterinpitäjä. Yhteisrekisterinpitäjiä ovat Kela ja hyvinvointialue."), (f"warning {PLACE}",)),
    Row("D01", "a clause names what is left out", clause("Rekisterinpitäjiä ovat Kela ja hyvinvointialue."), ("warning sopimukset[sopimus].lausekemuutokset[tietosuoja].teksti.fi",), says=": Työllisyys-, kehittämis- ja hallintokeskus ja työvoimaviranomainen."),
    *(
        Row("D02", f"a customer who has left, with a {what} after the word", kela(f'"Tiedot poistetaan 10 vuoden kuluttua siitä, kun asiakas{space}poistui."'), (f"warning {PLACE}",))
        for what, space in (("space", " "), ("new line", "\\n"))
    ),
    Row("D01", "a clause on something else", clause("Rekisterinpitäjiä ovat Kela ja hyvinvointialue.", "palvelut")),
    Row("D01", "minutes before the law", (), files=minutes("2024-12-31", f"Yhteisrekisterinpitäjiä ovat {OTHERS}.")),
    Row("D01", "minutes of the law's first day", (), ("warning asiat[1].paatos",), files=minutes("2025-01-01", f"Yhteisrekisterinpitäjiä ovat {OTHERS}.")),
    Row("D01", "a library", (), files={LIBRARY_FILE: LIBRARY}),
    Row(
        "D01",
        "a library that leaves out an authority",
        (),
        ("warning lausekkeet[tietosuoja].versiot[1].kappaleet[0].fi",),
        files={LIBRARY_FILE: LIBRARY.replace(NEW_CONTROLLERS, "Työllisyys-, kehittämis- ja hallintokeskus, hyvinvointialueet ja")},
        says=": työvoimaviranomainen.",
    ),
    *(
        Row("D03", f"a day that exists: {code}", (("muoto: 1\n", f"muoto: 1\n# {code}123X\n"),), ("error regions/etela-karjala/alue.yaml",))
        for code in ("290204+", "290204-", "290204Y", "290200A", "290200F")
    ),
    *(
        Row("D03", f"a day that doesn't exist: {code}", (("muoto: 1\n", f"muoto: 1\n# {code}123X\n"),))
        for code in ("290200+", "290200-", "290200X", "290201A", "310699A")
    ),
    *(
        Row("D04", f"in minutes of the law's first day: {text}", (), ("warning asiat[1].paatos",), files=minutes("2025-01-01", text))
        for text in ("Hemadressen antecknas.", "Kotiosoite kirjataan.", "Soita 040 123 4567.", "Osoite on etu.suku@kunta.fi.")
    ),
    *(
        Row("D04", f"in minutes of the law's first day: {text}", (), files=minutes("2025-01-01", text))
        for text in ("Osoite on lahti.kirjaamo@kunta.fi.", "Osoite on Kirjaamo@kunta.fi.")
    ),
    Row("D04", "in minutes from before the law", (), files=minutes("2024-12-31", "Soita 040 123 4567.")),
    *(
        Row("L03", f"a territory with {name}", ((TERRITORY, f"    toimialue: {{kunnat: [{name}]}}\n"),), (f"info {GROUP}.toimialue",))
        for name in ("Enontekiö", "Inari", "Sodankylä", "Utsjoki")
    ),
    Row("L03", "all four", ((TERRITORY, "    toimialue: {kunnat: [Utsjoki, Inari, Sodankylä, Enontekiö]}\n"),), (f"info {GROUP}.toimialue",), says="Enontekiö, Inari, Sodankylä ja Utsjoki"),
    *(
        Row("L03", f"spoken of: {text}", ((TERRITORY, "    toimialue: {kunnat: [Inari]}\n"), *kela(text)))
        for text in ("Noudatetaan lakia 1086/2003.", "Saamen kieltä saa käyttää.", "Saamenkielinen palvelu.", "Asiakas saa palvelua pohjoissaameksi.", "Palvelussa puhutaan saamea.", "Samiska språket.")
    ),
    *(Row("L04", f"a council's decision: {path}", (change,), (f"error {path}",), base="helsinki") for path, change in COUNCIL_DECIDES.items()),
    Row("L04", "a decision of a joint body by its name", (JOINT_AREA, (LPR, f"{LPR} toimielin: {{fi: Työllisyysvaliokunta, sv: Sysselsättningsutskottet}},"), ("{asettaja: lpr, tekija: lautakunta,", "{asettaja: lpr, tekija: {fi: työllisyysvaliokunta, sv: utskott},")), (f"error {SETTING}",)),
    Row("L04", "a decision of a joint body by its Swedish name", (JOINT_AREA, (LPR, f"{LPR} toimielin: {{fi: Työllisyysvaliokunta, sv: Sysselsättningsutskottet}},"), ("{asettaja: lpr, tekija: lautakunta,", "{asettaja: lpr, tekija: {fi: valiokunta, sv: sysselsättningsutskottet},")), (f"error {SETTING}",)),
    Row("L04", "a decision of another body than the joint one", (JOINT_AREA, (LPR, f"{LPR} toimielin: Työllisyysvaliokunta,"))),
    Row("L04", "a municipality's own board", (JOINT_AREA, (LPR, f"{LPR} toimielin: Kaupunginhallitus,"), ("{asettaja: lpr, tekija: lautakunta,", "{asettaja: lpr, tekija: kaupunginhallitus,"))),
    *(
        Row("L04", f"a county's body: {name}", ((HVA_BODY, HVA_BODY.replace("sosiaali- ja terveyslautakunta", name)),), (f"error {GROUP}.jasenet[hva-1].nimetyt[2026-01-01].paatos",), base="helsinki")
        for name in ("aluehallitus", "aluevaltuusto", "välfärdsområdesstyrelsen", "välfärdsområdesfullmäktige")
    ),
    *(
        Row("L04", f"a council: {name}", ((TERM, TERM.replace("lautakunta", name)),), (f"error {SETTING}",), base="helsinki")
        for name in ("yhtymäkokous", "stadsfullmäktige", "samkommunsstämman")
    ),
    *(
        Row("L04", f"a joint body: {name}", (JOINT_AREA, (LPR_SETS, LPR_SETS.replace("lautakunta", name))), tuple(f"error {path}" for path in (SETTING, *BY_BOARD)))
        for name in ("lautakunta", "työllisyysjaosto", "johtokunta", "toimielin", "nämnden", "sektionen")
    ),
    *(
        Row("L04", f"a municipality's own board: {name}", (JOINT_AREA, (LPR, f"{LPR} toimielin: {name},"), (LPR_SETS, LPR_SETS.replace("lautakunta", name))))
        for name in ("kunnanhallitus", "stadsstyrelsen", "kommunstyrelsen", "Kokkolan kaupunginhallitus")
    ),
    Row("L04", "a term that nobody set", ((f"        asettaminen: {TERM}…\n", ""),), base="helsinki"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_rule_says_of_the_record(row: Row, tmp_path: Path) -> None:
    assert judged(row, tmp_path) == sorted(row.expected)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("blank", [0, 1, 2])
def test_d03_counts_lines_as_an_editor_does(tmp_path: Path, end: str, blank: int) -> None:
    home = tmp_path / "regions" / "etela-karjala"
    home.mkdir(parents=True)
    base = (BASES / "yksi" / "regions" / "etela-karjala" / "alue.yaml").read_text(encoding="utf-8")
    text = "\n" * blank + "# x\n# 290200A123X\n" + base
    (home / "alue.yaml").write_bytes(text.replace("\n", end).encode())
    found = [item for item in findings_of(tmp_path, date(2026, 6, 1)) if item.code == "D03"]
    places = [(item.line, item.column, item.end_line, item.end_column) for item in found]
    assert places == [(blank + 2, 3, blank + 2, 14)]
