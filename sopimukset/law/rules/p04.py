"""P04: no form of signing is prescribed; how it was signed is worth recording."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._agreed import places
from sopimukset.law.rules._texts import DENIAL, words

STEMS = ("omakäti", "käsin", "paperi", "egenhändig", "hand")
"""In small letters, one of which stands wherever signing by hand is spoken of."""

BY_HAND = words(r"omakäti\w+", r"käsin\b", r"paperi\w*", r"egenhändig\w*", r"för\s+hand\b")
SIGNING = words(r"\w*allekirjoit\w+", r"underteckn\w+", r"underskri\w+")
STATUTORY = words(
    *(r"lain\s+mukaan", r"laki\s+edellyt\w+", r"lain\s+edellyttä\w+", r"laissa\s+sääde\w+"),
    *(r"lakisäät\w+", r"enligt\s+lag\w*", r"lagen\s+kräver", r"lagstadga\w+"),
)

UNRECORDED = "Allekirjoituksen tapaa ei ole kirjattu."
UNRECORDED_ADVICE = (
    "Kirjaa tapa: sahkoinen tai kasin. Laki ei määrää muotoa. Sähköisen allekirjoituksen "
    "alkuperä ja eheys on voitava todeta."
)
CLAIMED = "Tekstissä allekirjoituksen muotoa pidetään laissa säädettynä."
CLAIMED_ADVICE = (
    "Laki 381/2023 ja asetus 388/2024 eivät määrää muotoa. Sopikaa siitä, jos haluatte."
)


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Dated signatures without a way of signing; texts that call a form statutory."""
    for index, signature in enumerate(agreement.model.allekirjoitukset):
        if signature.pvm is not None and signature.tapa is None:
            path = (*agreement.path, "allekirjoitukset", index)
            yield Hit(path, UNRECORDED, UNRECORDED_ADVICE)
    if any(map(agreement.wording.__contains__, STEMS)):
        for said in places(agreement, _claims):
            yield Hit(said.path, CLAIMED, CLAIMED_ADVICE, quoted=(said.sentence,))


def _claims(sentence: str) -> bool:
    told = all(item.search(sentence) for item in (BY_HAND, SIGNING, STATUTORY))
    return told and DENIAL.search(sentence) is None


RULE = Rule(
    code="P04",
    title="Allekirjoituksen muotoa ei ole säädetty, mutta tapa kannattaa kirjata",
    severity=Severity.INFO,
    citations=("13/2003 16 §",),
    grade="A",
    decides="Ei riipu päivästä: katsotaan päivättyjä allekirjoituksia ja sopimuksen tekstiä.",
    scope=Scope.AGREEMENT,
    check=check,
)
