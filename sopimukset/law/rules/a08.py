"""A08: each party bears the pay and staff costs of its own staff; the act has no opt-out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.agreements import TYM, AgreementCase
from sopimukset.law.files import FileCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._agreed import Said, library_places, places
from sopimukset.law.rules._context import Clause, clauses
from sopimukset.model import Lausekekirjasto

PAY = re.compile(
    r"palkk(?:a(?!tu)|au|oj|oi)|palka(?:[nt]|sta|ssa)\b|palkoi|palkalli"
    r"|henkilöst(?:ö|ö |ön )(?:kustannu|kulu(?!tt)|meno)"
    r"|\blön(?:|e|en|er|erna|ekostnad\w*|eutgift\w*)\b|personal(?:kostnad|utgift)"
)
"""Pay and staff costs; fees (palkkio) and a pay subsidy (palkkatuki) are other things."""

STEMS = (
    *("palk", "lön", "personalk", "personalu"),
    *(f"henkilöst{end}{cost}" for end in ("ö", "ö ", "ön ") for cost in ("ku", "me")),
)
"""One of them stands in every text that the pattern finds; Kela's part often speaks of staff."""


def _excepted() -> re.Pattern[str]:
    one = rf"\w*?(?:{PAY.pattern})\w*-?"
    every = rf"{one}(?:,? (?:ja|tai|sekä|och|eller|samt) (?:[\w-]+ ){{0,2}}?{one})*"
    some = rf"(?:[\w-]+,? ){{0,4}}?{every}"
    return re.compile(
        rf"(?:muut?|muita|muiden|muista|muihin)(?: \w+)? kuin {some}"
        rf"|(?:lukuun ottamatta|ilman|paitsi) {some}"
        rf"|{every}(?: [\w-]+){{0,3}}? (?:lukuun ottamatta|pois lukien)"
        rf"|(?:andra|övriga)(?: \w+)? än {some}"
        rf"|(?:utom|förutom|exklusive|med undantag (?:för|av)) {some}"
    )


EXCEPTED = _excepted()
"""Pay that is named to be left out of the costs that are shared."""

SHARED_WORD = re.compile(
    r"jaetaan|jakavat|jakautu\w+ (?:osapuolten|viranomaisten)|korvaa\b|korvaavat\b|korvataan"
    r"|laskut(?:ta|et)|puoliksi|\btasan\b|\bdela(?:s|r)\b|fördela(?:s|r)\b|ersätt(?:s|er)\b|faktureras?\b"
    r"|till hälften|jyvit|hyvittä|kohdenn\w+ (?:\w+ )?(?:osapuolille|osapuolten|viranomaisille)"
    r"|osallistu(?:u|vat)\b.*(?:palk|henkilöst)\w*(?:i?hin|iin|kaan)\b"
    r"|\bdeltar i .*(?:\blön|personal(?:kost|utg))"
)
PAYING = re.compile(
    r"\b(?:maksa(?:a|vat)|maksetaan|vastaa|vastaavat|vastataan|katetaan|kattaa|kattavat)\b"
    r"|\b(?:betala(?:r|s)|svarar|står för|bär|täcks|täcker)\b"
)
PART = re.compile(
    r"(?<!\d)(?!100)\d+(?:,\d+)? ?(?:prosen|procent|%)|\bpuole[tn]\b|puolella\b|kolmanne|neljänne"
    r"|hälften|tredjedel|fjärdedel|yhteisesti|yhdessä(?! sovi)"
    r"|mukaisessa suhteessa|gemensamt\b(?! (?:avtal|överens))"
)
"""How much of something one party pays; with `PAYING` in the same clause it is shared."""

ANOTHERS = re.compile(
    r"\b(?P<payer>[\w-]+) (?:maksaa|maksavat|vastaa|vastaavat|kattaa|kattavat) (?:[\w-]+ ){0,2}?"
    r"(?P<employer>kunnan|kaupungin|kuntayhtymän|hyvinvointialueen|kelan"
    r"|(?:toisen|toisten|muiden) (?:osapuolen|osapuolten|viranomaisten)) "
    r"(?:henkilöstön|työntekijöiden) (?:palk|henkilöstö)"
    r"|\b(?P<betalare>[\w-]+) (?:betalar|svarar för|står för) (?:[\w-]+ ){0,2}?"
    r"(?P<arbetsgivare>kommunens|stadens|samkommunens|välfärdsområdets|fpa:s"
    r"|(?:en annan|de andra|de övriga) (?:parts|parternas)) "
    r"(?:personals|anställdas) (?:lön|personal)"
)
"""A party that pays the staff of another."""

SAME = 3
"""First letters that a word has in common with its genitive: «kunta» and «kunnan»."""

OWN = re.compile(
    r"henkilöstö(?:nsä|lleen)|henkilöstöstään|työntekijöi\w+(?:nsä|lleen)|työntekijäl(?:leen|tään)"
    r"|\bom(?:an|at|ien|ia|ista)\b|palk\w+(?:staan|nsa)\b|\bsin(?:a)? (?:egna? )?(?:lön|personal)"
    r"|kukin\b(?=.*(?:yhdessä|yhteisesti)\b)"
)
"""The payer's own staff: a part of something else may be told in the same clause."""

BORNE = re.compile(r"korvaa(?:vat)? (?:[\w-]+ ){0,3}?(?:henkilöstö|työntekij\w+?)(?:nsä|lleen)\b")
"""An employer who makes up to its own staff what these are due."""

SUBSIDY = re.compile(r"palkkatu|lönesubv")

DENIED = re.compile(r"\b(?:ei|eivät|eikä|eivätkä|inte|ej)\b")
REFERS = re.compile(
    r"\W*(?:\w+ )?(?:ne|niitä|niistä|nämä|näitä|näistä|jotka|joita|josta|joista|varav|dem|dessa"
    r"|de(?! (?:övriga|andra|gemensamma)\b)"
    r"|se(?= \w+(?:taan|tään)\b))\b"
)
"""A clause about what the one before it named: «palkat maksaa kunta, ja ne jaetaan»."""

_FOLDED = str.maketrans("äöå", "aoa")
COVERS_PAY = re.compile(PAY.pattern.translate(_FOLDED))
COVERED_STEMS = ("palk", "henkil", "lön", "lon", "personal")
LEAVES_OUT = re.compile(r"muut? (?:\w+ )?kuin|lukuun ottamatta|ilman|pois lukien|\ban\b|utom")

SHARED = "Palkkaus- tai henkilöstökustannuksia jaetaan osapuolten kesken."
SHARED_ADVICE = "Kukin osapuoli vastaa oman henkilöstönsä kustannuksista. Poistakaa ne jaosta."
SEEMS = "Teksti näyttää poikkeavan siitä, että kukin vastaa oman henkilöstönsä kustannuksista."
SEEMS_ADVICE = (
    "Laki sallii toisin sopimisen vain muista yhteisistä kustannuksista. Tarkista teksti."
)


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Pay among the shared costs (error), a text that seems to share it (warning)."""
    if not agreement.statutory:
        return
    for index, cost in enumerate(agreement.model.kustannukset):
        covered = " ".join(cost.kattaa).casefold()
        if any(map(covered.__contains__, COVERED_STEMS)):  # as mostly not
            for number, item in enumerate(cost.kattaa):
                if _is_pay(item):
                    path = (*agreement.path, "kustannukset", index, "kattaa", number)
                    yield Hit(path, SHARED, SHARED_ADVICE)
    said = agreement.wording.__contains__
    if any(map(said, STEMS)):
        yield from map(_seems, places(agreement, shares_pay))


def check_library(file: FileCase) -> Iterator[Hit]:
    """The same of the model clauses of that kind of agreement."""
    if isinstance(file.model, Lausekekirjasto) and file.model.laji == TYM:
        yield from map(_seems, library_places(file, shares_pay))


def _seems(said: Said) -> Hit:
    return Hit(said.path, SEEMS, SEEMS_ADVICE, severity=Severity.WARNING, quoted=(said.sentence,))


def _is_pay(item: str) -> bool:
    """Whether a cost is pay, in words or as a name without the letters ä and ö."""
    plain = item.casefold().translate(_FOLDED).replace("_", " ")
    return COVERS_PAY.search(plain) is not None and LEAVES_OUT.search(plain) is None


def shares_pay(sentence: str) -> bool:
    """Whether a clause of the sentence shares pay, or what the clause before it named as pay."""
    if PAY.search(sentence) is None:
        return False
    named = False
    subsidised = SUBSIDY.search(sentence) is not None
    for clause in clauses(BORNE.sub("", EXCEPTED.sub("muut", sentence))):
        named = PAY.search(clause.text) is not None or (named and _refers(clause))
        shared = SHARED_WORD.search(clause.text) or (not subsidised and _pays_other(clause.text))
        if named and shared and DENIED.search(clause.text) is None:
            return True
    return False


def _pays_other(clause: str) -> bool:
    """Whether one party pays a part of pay, or all pay of another's staff."""
    if PAYING.search(clause) is None or OWN.search(clause) is not None:
        return False
    return PART.search(clause) is not None or _pays_for_another(clause)


def _pays_for_another(clause: str) -> bool:
    found = ANOTHERS.search(clause)
    if found is None:
        return False
    payer, employer = (str(part) for part in found.groups() if part)
    return payer[:SAME] != employer[:SAME]


def _refers(clause: Clause) -> bool:
    return REFERS.match(clause.text) is not None


RULE = Rule(
    code="A08",
    title="Kukin osapuoli vastaa oman henkilöstönsä palkkaus- ja henkilöstökustannuksista",
    severity=Severity.ERROR,
    citations=("381/2023 10 § 1 mom",),
    grade="A",
    decides="Tarkastelupäivä: päättyneen sopimuksen havainto on tieto.",
    scope=Scope.AGREEMENT,
    check=check,
    check_library=check_library,
)
