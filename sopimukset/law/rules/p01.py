"""P01: a Word layout gives accessible documents: language, headings, header rows, alt texts."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.workspace.layouts import Layout

LANGUAGE = "Asiakirjapohjan tekstin kieleksi ei ole merkitty kieltä {kieli}."
LANGUAGE_ADVICE = "Valitse koko teksti Wordissa ja aseta tarkistuskieli (Tarkista, Kieli)."
HEADINGS = "Asiakirjapohjassa ei ole yhtään otsikkotyylillä tehtyä otsikkoa."
HEADINGS_ADVICE = "Käytä otsikoissa Wordin tyylejä Otsikko 1, Otsikko 2 ja niin edelleen."
HEADER = "Asiakirjapohjan taulukossa {numero} ei ole otsikkoriviä."
HEADER_ADVICE = "Merkitse taulukon ensimmäinen rivi toistuvaksi otsikkoriviksi."
PICTURES = "Asiakirjapohjassa on kuva, jolla ei ole vaihtoehtoista tekstiä (kuvia: {maara})."
PICTURES_ADVICE = "Kirjoita kuvalle vaihtoehtoinen teksti tai merkitse se koristeeksi."

NAMES = {"fi": "suomi", "sv": "ruotsi"}


def check(layout: Layout) -> Iterator[Hit]:
    """What a layout lacks; the title and properties are written when a document is made."""
    if layout.text_language.lower().partition("-")[0] != layout.language:
        values = {"kieli": NAMES.get(layout.language, layout.language)}
        yield Hit((), LANGUAGE, LANGUAGE_ADVICE, values)
    if layout.headings == 0:
        yield Hit((), HEADINGS, HEADINGS_ADVICE)
    for number in layout.headless:
        yield Hit((), HEADER, HEADER_ADVICE, {"numero": number})
    if layout.wordless:
        yield Hit((), PICTURES, PICTURES_ADVICE, {"maara": layout.wordless})


RULE = Rule(
    code="P01",
    title="Asiakirjapohjista syntyy saavutettavia asiakirjoja",
    severity=Severity.WARNING,
    citations=("306/2019 3 §", "306/2019 7 §"),
    grade="A",
    decides="Ei riipu päivästä: katsotaan työtilan omia asiakirjapohjia.",
    scope=Scope.LAYOUT,
    check=check,
    concerns=("tarkastaja", "ci"),
)
