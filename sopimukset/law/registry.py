"""All rules, in an explicit list: no import magic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sopimukset.base.speech import mark
from sopimukset.findings import Severity
from sopimukset.law.rule import Rule
from sopimukset.law.rules import (
    a01,
    a02,
    a03,
    a04,
    a05,
    a06,
    a07,
    a08,
    a09,
    a10,
    a11,
    a12,
    a13,
    a14,
    c01,
    c02,
    c03,
    c04,
    c05,
    c06,
    c07,
    c08,
    c09,
    c10,
    d01,
    d02,
    d03,
    d04,
    g01,
    g02,
    g03,
    g04,
    g05,
    g06,
    g07,
    g08,
    g09,
    g10,
    g11,
    g12,
    g13,
    g14,
    g15,
    g16,
    g17,
    g18,
    g19,
    g20,
    g21,
    g22,
    h01,
    l01,
    l02,
    l03,
    l04,
    p01,
    p02,
    p03,
    p04,
    p05,
    t01,
    t02,
    t03,
    t04,
    t05,
    t06,
    t07,
    t08,
    t09,
    t11,
    t12,
    t13,
    t14,
    t15,
    t16,
    t17,
    t18,
    t19,
    t20,
    t21,
    t22,
    t25,
    t26,
    t27,
    t28,
    t29,
    t30,
    t31,
    t32,
    t33,
    t34,
    t35,
    t36,
    t37,
    x01,
    x02,
    y01,
    y02,
    y03,
    y04,
    y05,
    y06,
    y07,
)

RULE_SET = date(2026, 11, 23)
"""The day on which a rule last changed; it stands in every document's footer."""

RULES: tuple[Rule, ...] = tuple(
    module.RULE
    for module in (
        *(g01, g02, g03, g04, g05, g06, g07, g08, g09, g10, g11, g12, g13, g14, g15, g16, g17),
        *(g18, g19, g20, g21, g22),
        *(a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14),
        *(c01, c02, c03, c04, c05, c06, c07, c08, c09, c10),
        *(y01, y02, y03, y04, y05, y06, y07),
        *(l01, l02, l03, l04, x01, x02),
        *(d01, d02, d03, d04, h01, p01, p02, p03, p04, p05),
        *(t01, t02, t03, t04, t05, t06, t07, t08, t09, t11, t12, t13),
        *(t14, t15, t16, t17, t18, t19, t20, t21, t22),
        *(t25, t26, t27, t28, t29, t30, t31, t32, t33, t34, t35, t36, t37),
    )
)
"""The rules that are asked of the record."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A code that the reading or the engine itself gives."""

    code: str
    title: str
    severity: Severity


NOTICES: tuple[Notice, ...] = (
    Notice("M01", mark("Tiedosto on luettavissa"), Severity.ERROR),
    Notice("M02", mark("Tiedosto on oikein kirjoitettua YAML-kieltä"), Severity.ERROR),
    Notice(
        "M03",
        mark("Tiedostossa ei ole toimisto-ohjelman erikoismerkkejä rakenteen osina"),
        Severity.ERROR,
    ),
    Notice(
        "M04", mark("Tiedosto käyttää vain YAML-kielen yksinkertaisia rakenteita"), Severity.ERROR
    ),
    Notice("M05", mark("Avaimet ovat tunnettuja"), Severity.ERROR),
    Notice("M06", mark("Pakolliset avaimet on kirjattu"), Severity.ERROR),
    Notice("M07", mark("Arvot ovat oikean muotoisia"), Severity.ERROR),
    Notice("M08", mark("Päivät ovat muodossa vuosi-kuukausi-päivä"), Severity.ERROR),
    Notice("M09", mark("Muodon versio on tunnettu"), Severity.ERROR),
    Notice("M10", mark("Alueen kansiossa ei ole tiedostoja, joita ei lueta"), Severity.WARNING),
    Notice("T10", mark("Tunnistettu puute on ajantasainen ja perusteltu"), Severity.WARNING),
    Notice("V01", mark("Ohjelman sääntö toimii"), Severity.ERROR),
)
"""Form, acknowledged defects and failures of the engine: they have a page like the rules."""

LINTS: tuple[Notice, ...] = (
    Notice("W01", mark("Word-pohjan voi avata ja täyttää"), Severity.ERROR),
    Notice("W02", mark("Word-pohjan ja lausekkeiden merkinnät ovat ehjiä"), Severity.ERROR),
    Notice(
        "W03", mark("Pohja ja lausekkeet kysyvät vain kenttiä, jotka ovat olemassa"), Severity.ERROR
    ),
    Notice("W04", mark("Asiakirjatyypin kentät ovat käytössä"), Severity.INFO),
    Notice(
        "W05", mark("Suomen- ja ruotsinkielinen pohja tulostavat samat tiedot"), Severity.WARNING
    ),
    Notice("W06", mark("Lausekkeet sanovat saman suomeksi ja ruotsiksi"), Severity.ERROR),
    Notice("W07", mark("Lausekkeiden taulukot ovat pohjassa"), Severity.ERROR),
    Notice("W08", mark("Pohjasta syntyy saavutettava asiakirja"), Severity.WARNING),
)
"""What the linter of templates finds; a check of regions asks none of these."""

CHECKED = {rule.code: rule.title for rule in RULES} | {item.code: item.title for item in NOTICES}
"""The codes that a check of regions may give, with their titles."""

TITLES = CHECKED | {item.code: item.title for item in LINTS}
"""Every code that has a page."""


def known_code(code: str) -> bool:
    """Whether a check may give that code, so that a region can acknowledge a defect by it."""
    return code in CHECKED
