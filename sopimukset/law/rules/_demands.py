"""What 388/2024 3 § demands that an agreement says, and by which words a text is seen to say it.

A clause in a lawyer's own words may say it in many ways, so the words are read generously: a text
is only told of where nothing of the matter stands in it. What is put off («sovitaan myöhemmin») or
left open isn't said; a place that the text points to («liitteessä 2») says it for the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sopimukset.base.speech import mark
from sopimukset.law.rules._context import clauses
from sopimukset.law.rules._texts import words
from sopimukset.law.texts import split_sentences

Way = tuple[tuple[re.Pattern[str], ...], ...]
"""Each of these stands in some sentence, all patterns of one of them in the same."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a model clause is there to say.

    Attributes:
        clause: the model clause.
        citation: the provision that demands it.
        matter: what it demands, in the nominative.
        topic: names the matter; a sentence that points elsewhere is to hold it, or no other matter.
        ways: a text that has one of them says it.
        apart: what is nothing of the matter, though it sounds so.
        aside: as `ways`, of a text that is there for another matter; none where the same say it.
    """

    clause: str
    citation: str
    matter: str
    topic: re.Pattern[str]
    ways: tuple[Way, ...]
    apart: re.Pattern[str] | None = None
    aside: tuple[Way, ...] = ()

    def is_said(self, text: str) -> bool:
        """Whether a text says it, or where it is said."""
        said = self._sayings(text)
        return _in(said, self.ways) or any(map(self._points, said))

    def is_said_aside(self, text: str) -> bool:
        """Whether a text that is there for another matter says it too."""
        return _in(self._sayings(text), self.aside or self.ways)

    def _sayings(self, text: str) -> list[str]:
        found = map(_settled, split_sentences(text))
        # A word stays, for «palkoista sovitaan liitteessä 2» isn't BARE of a matter of its own.
        return [self.apart.sub("_", item) if self.apart else item for item in found]

    def _points(self, sentence: str) -> bool:
        """Whether the sentence names a place where the matter is agreed on."""
        if PLACE.search(sentence) is None:
            return False
        return BARE.match(sentence) is not None or self.topic.search(sentence) is not None


def _in(said: list[str], ways: tuple[Way, ...]) -> bool:
    return any(all(_together(said, patterns) for patterns in way) for way in ways)


def _together(said: list[str], patterns: tuple[re.Pattern[str], ...]) -> bool:
    return any(all(item.search(sentence) for item in patterns) for sentence in said)


def _settled(sentence: str) -> str:
    """The sentence without the clauses that put a matter off, leave it open or deny it."""
    if OPEN.search(sentence) is None:  # as mostly
        return sentence
    return "".join(item.text for item in clauses(sentence) if not _leaves_open(item.text, sentence))


def _leaves_open(clause: str, sentence: str) -> bool:
    if LATER.search(clause) and AGREED.search(clause):
        return True
    if APART.search(clause) and AGREED.search(clause) and PLACE.search(clause) is None:
        return True
    if UNCHANGED.search(clause) and EXCEPTING.search(sentence) is None:
        return True
    return UNSAID.search(clause) is not None


PLACE = words(
    r"liit(?:e\b|tee\w+|teis\w+)|kohda\w+|kohdis\w+|luvus\w+|tauluko\w+|jäljempänä|edellä|\d+\s+§"
    r"|\w*sopimukse\w+\s+liit\w+|(?:erilli\w+|eri)\s+(?:[\w-]+\s+)?(?:\w*sopimu\w+|asiakirja\w*)"
    r"|\w*suunnitelma(?:ssa|an)\b|palvelukuvau\w+|toimintaohje\w*|lain\s+mukai\w+|laissa\s|asetuks\w+"
    r"|bilag\w+|punkt(?:en)?\s+\d|kapit\w+|tabell\w*|nedan\b|ovan\b|enligt\s+(?:lag|förordning)\w*"
    r"|(?:ett\s+)?(?:separat|särskilt)\s+(?:avtal|dokument)|\w*plan(?:en)?\b|lagen\b|förordningen\b"
)
"""Where a matter can be agreed on, or be laid down, outside the text."""

BARE = re.compile(
    r"\W*(?:(?:tästä|siitä|näistä|niistä|asiasta|tämä|om\s+(?:detta|saken))\s+)?(?:on\s+)?"
    r"(?:osapuolet\s+(?:ovat\s+)?(?=sopi\w+\s+(?:tästä|siitä|näistä|niistä|asiasta)\b)"
    r"|parterna\s+(?:har\s+)?(?=(?:avtala\w+|komm\w+\s+överens)\s+om\s+(?:detta|saken)\b))?"
    r"(?:sovi(?:taan|ttu)|sopi(?:vat|neet)|komm\w+|säädetään|määrätään|noudatetaan|katso\b|ks\b|liit|kuten|siten\s+kuin"
    r"|(?:har\s+)?avtala|se\s|framgår|enligt|i\s+enlighet|bestäm|föreskriv|bilaga|så\s+som)",
    re.IGNORECASE,
)
"""How a sentence begins that points somewhere and names no matter of its own."""

_NO = r"(?:ei|eivät|eikä|eivätkä)\s+"
OPEN = words(
    r"ei\b|eivät\b|eikä\b|eivätkä\b|inte\b|myöhemmin|aikanaan|jatkossa|tulevaisuudessa|erikseen"
    r"|senare|framdeles|framöver|särskilt|separat"
)
"""Stands in every sentence of which a clause may be put off, left open or denied."""

LATER = words(r"myöhemmin|aikanaan|jatkossa|tulevaisuudessa|senare|framdeles|framöver")
APART = words(r"erikseen|särskilt|separat")
AGREED = words(
    r"sovita\w*|sopia|sopivat|sovitte\w+|sopimi\w+|päätetään|päätte?t\w+|määritel\w+|määritetään"
    r"|tarkenne\w+|tarkentu\w+|neuvotel\w+|ratkaist\w+|täydenne\w+|kirjataan"
    r"|avtala\w*|överenskom\w*|kommer\s+\w*\s*överens|komma\s+överens|besluta\w*|bestäm\w*|fastställ\w*"
    r"|precisera\w*|förhandla\w*"
)
UNSAID = words(
    rf"{_NO}(?:(?!toisin|muuta\b|muuten)[\w-]+\s+){{0,3}}?(?:sovi\w*|määrit\w*|kirjat\w*|säännel\w+"
    r"|oteta\s+kantaa|tarpeen|tarvetta|tarvitse|pidetä|tarkisteta|arvioida|seurata|käsitellä)\b",
    r"(?:avtala\w*|anges|fastställs|regleras|bestäms|antecknas|kontrolleras|ses|följs)\s+inte\b",
    r"inte\s+(?:(?!annat)\w+\s+){0,2}?(?:avtalat\w*|överens\w*|fastställ\w*|kontroller\w*|beho\w+)",
    r"behöver\s+inte\b",
)
"""Leaves the matter open, or out."""

UNCHANGED = words(
    rf"{_NO}(?:voi|voida|saa)\s+(?:[\w-]+\s+){{0,2}}?muuttaa\b",
    r"(?:kan|får)\s+inte\s+(?:\w+\s+){0,2}?ändra\w*",
)
EXCEPTING = words(
    r"suulli\w+|ilman\b|muutoin|muuten|yksipuoli\w+|kuin\b|ellei\w*|jollei\w*|muntlig\w*|utan\b"
    r"|annat\b|ensidig\w*|om\s+inte"
)
"""«Sopimusta ei voi muuttaa suullisesti» says how it can be changed."""

_SERVICE = words(
    r"\w*palvelu(?!ssuh)\w*|asiak\w+|\w*ohjau\w+|työttöm\w+|\w*työllistymissuunnitelm\w+"
    r"|\w*vastaanot\w+|neuvon(?:ta|nan|nassa)\w*|\w*arvioin\w+|\w*servic\w*|\w*tjänst\w*|kund\w*|klient\w*|arbetslös\w*|betjän\w*"
)
_ARRANGED = words(
    r"järjest\w+|toteut\w+|tarjo\w+|anta(?:a|vat)\b|annetaan|tuott\w+|tuote\w+|ohja(?:a|t|u)\w*"
    r"|arvioi\w*|arvioin\w*|yhteensovit\w+|sovitetaan|sovittavat|laadi\w+|laativat|palvel(?:ee|laan"
    r"|evat)\b|toimii|toimivat|työskentel\w+|vastaa(?:vat)?\b|tiimi\w*|toimipis\w*|etäyhtey\w*"
    r"|lähipalvelu\w*|pidetään\b|päivyst\w+|keskit\w+|käynnist\w+|verkosto\w*|asiakasproses\w+|palvelupolu\w*|palvelumalli\w*"
    r"|ordna\w*|tillhandahåll\w*|genomför\w*|erbjud\w*|ges\b|ger\b|hänvis\w+|bedöm\w*|samordna\w*"
    r"|upprätta\w*|svarar|ansvarar|team\w*|verksamhetsställ\w*|distans\w*|produce\w*|lots\w*"
)

_PROVIDED = words(
    r"järjestetään|järjestä(?:ä|vät)\b|tarjo(?:taan|aa|avat)\b|tuotetaan|toteutetaan"
    r"|ordna[rs]\b|tillhandahålls|tillhandahåller|erbjuds|erbjuder|genomförs"
)
"""Of services alone: nearly any clause speaks of customers, and of what somebody answers for."""

_STAFF = words(
    r"\w*henkilöst\w*|henkilötyö\w*|htv\b|\w*työntekij\w*|\w*asiantunt\w+|virkailij\w*"
    r"|viranhalti\w+|\w*ohjaaj\w*|\w*työpanos\w*|\w*resurs\w*|työaja\w*|palvelupäälli\w*"
    r"|\w*koordinaattor\w*|\w*valmentaj\w*|\w*neuvoj\w*|\w*käsittelij\w*|voimavar\w*"
    r"|\w*personal\w*|anställ\w*|årsverk\w*|medarbetar\w*|handläggar\w*|sakkunnig\w*|arbetsinsats\w*"
    r"|\w*koordinator\w*|\w*samordnar\w*|\w*handledar\w*|\w*vägledar\w*"
)
_ASSIGNED = words(
    r"osoit\w+|määrä(?!ai|ys)\w*|tehtä(?:v|vi)\w*|mitoit\w+|nimik\w+|asetta\w+|\d+(?:[,.]\d+)?\b"
    r"|yksi|kaksi|kolme|neljä|viisi|kuusi|kokoaika\w*|osa-aika\w*|kohden\w+|varaa\w*|sijoit\w+"
    r"|anvis\w+|omfattning\w*|antal\w*|uppgift\w*|dimension\w*|ställ\w+|en\b|två|tre|fyra|fem|sex"
    r"|heltid\w*|deltid\w*|avsätt\w*"
)

_SUFFICIENT = words(
    r"\w*henkilöst\w*|henkilötyö\w*|\w*työntekij\w*|\w*resurs\w*|riittä\w+|mitoit\w+|\w*työpanos\w*"
    r"|\w*personal\w*|bemanning\w*|tillräcklig\w*|årsverk\w*|dimension\w*"
)
_CHECKED = words(
    r"\w*tarkist(?!eta\b)\w*|tarkastel\w+|\w*arvioi(?!da\b)\w*|seura(?!ta\b|av)\w+|\w*käsit(?!ellä\b)\w+"
    r"|katselm\w+|läpikäy\w+|käydään\s+läpi|todetaan|sovitaan|mitoite\w+|vahviste\w+"
    r"|kontroll\w*|\w*översyn\w*|ses\b|ser\b|granska\w*|följs|följer|\w*uppfölj\w*|utvärder\w*|bedöm\w*"
    r"|behandla\w*|gås\s+igenom"
)
_CHECKING = re.compile(
    r"\W*(?:tarkist(?:us|ukset|aminen|ettava)|tarkastelu|riittävyy|kontrollen|översynen)",
    re.IGNORECASE,
)
"""How a sentence begins that needs no more words to be about the checking."""
_YEARLY = words(
    r"vuosit+a\w+|vuosikello\w*|(?:joka|kunakin|kunkin|kerran)\s+vuo\w+|vuoden\s+välein|puolivuos\w+"
    r"|puolen\s+vuoden|(?:kalenteri|toiminta)vuo\w+|(?:kahdesti|kerran|kertaa)\s+vuodessa"
    r"|kuukausi\w*|\w*\s*kuukau(?:den|tta)|kk\b|neljännesvuos\w+|kvartaal\w+|\w*talousarvio\w*"
    r"|jokaise\w+\s+kokouks\w+|årlig\w*|varje\s+(?:kalender)?år|(?:per|om)\s+år\w*|halvår\w*"
    r"|kvartal\w*|månad\w*|budget\w*|vid\s+varje\s+möte|årshjul\w*"
)

_CHANGED = words(
    r"muut(?:t(?!ol)|e|o[sk])\w*|\w*muuto(?:s|ks)\w*|päivit\w+|täydenn\w+|tarkiste\w+|tarkista\w+"
    r"|uudelleenneuvot\w+|neuvotel\w+\s+uudelleen|irtisano\w+\s+osittain|avat\w+\s+uudelleen"
    r"|\w*ändr\w*|tillägg\w*|revider\w*|uppdater\w*|omförhandl\w*|juster\w*"
)
_OF_AGREEMENT = words(
    r"\w*sopimu(?:s|ks|st)(?!osap|kump|puol)\w*|sovi(?!tel)\w+|sopi(?:a|vat)\b|neuvot\w+|kirjalli\w+"
    r"|hyväksy\w+|\w*resurs\w*|palvelutar\w+|liit(?:e|ett|tee)\w*"
    r"|\w*avtal(?!spart|sslut)\w*|kommer\s+överens|förhandl\w*|skriftlig\w*|godkän\w*|behov\w*|bilag\w*"
)

_RENT = r"\w*vuokra(?!am|aj|us|sop)\w*|\w*hyr(?:a|an|or|orna)\b"
_COST = words(
    r"\w*kustannu(?!steho|stieto)\w*|kulu(?:t|ja|ista|ihin|jen|ineen)\b|meno(?:t|ja|ista|ihin|jen)\b"
    rf"|\w*kostnad(?!seff)\w*|utgift\w*|laskut\b|{_RENT}"
)
_DIVIDED = words(
    r"jaetaan|jakaan?tu\w+|jakau\w+|jakava\w*|jakaa\b|tasataan|jako\w*|jaosta|jaossa|suhtee\w+|osuu\w+|osuus"
    r"|prosent\w*|puoliksi|tasan|vastaa(?!n?ott)\w*|maksa\w*|kattaa|katta(?:vat|misesta)|korva\w+|laskut\w+"
    r"|kohdenne\w*|kohdist\w+|\w*fördel\w*|delas?\b|delar\b|andel\w*|procent\w*|hälften|svarar|står"
    r"|betala\w*|bär\b|proportion\w*|förhållande|ersätt\w*|faktur\w*"
)
_SHARED = words(
    r"henkilöst\w+\s+(?:\w+\s+)?suhtee\w+|laskut\w+|puoliksi|prosent\w+|i\s+proportion\s+till|faktur\w+"
    r"|till\s+hälften|procent\w*"
)
_OWN_STAFF = words(
    r"(?:\w*palkk\w*|palkat|palko\w+|palkoi\w+)(?:-\s+(?:ja|sekä)\s+)?(?:\s*\w*henkilöst\w*)?"
    r"(?:\s*(?:kustannu|kulu|meno)\w*)?|\w*henkilöst\w*(?:kustannu|kulu|meno)\w*"
    r"|\w*henkilöst(?:ön|önsä)\s+(?:aiheuttamis\w+\s+)?(?:kustannu|kulu|meno)\w*"
    r"|\w*lön(?:e|en|er|erna|ekostnad\w*|eutgift\w*)?\b(?:-?\s+och\s+andra\s+personal\w+)?"
    r"|\w*personal(?:kostnad|utgift)\w*|kostnad\w*\s+för\s+(?:sin\s+)?(?:egen\s+)?personal\w*"
)
"""Each bears these by the act itself (381/2023 10 § 1 mom): nothing of the division of others."""

_KELA = words(r"kela\w*|kansaneläkel\w+|fpa\w*|folkpension\w+|osallistu\w+|delta\w+")
_PAYS = words(
    r"\w*kustannu(?!steho)\w*|kulu(?:t|ja|ista|ihin|jen)\b|meno(?:t|ja|ista|ihin|jen)\b|maksa\w*"
    r"|korva(?!av)\w+|laskut\w+|\w*rahoit\w+|euro\w*|prosent\w*|\w*kostnad\w*|utgift\w*|betala\w*"
    rf"|ersätt(?!are)\w*|finansi\w*|faktur\w*|procent\w*|{_RENT}"
)

SERVICES = Demand(
    clause="palvelut",
    citation="388/2024 3 § 1 kohta",
    matter=mark("yhteistoimintamallin mukaisen palvelun järjestämisen tavat"),
    topic=_SERVICE,
    ways=(((_SERVICE, _ARRANGED),),),
    aside=(((words(r"\w*palvelu(?!ssuh)\w*|\w*servic\w*"), _PROVIDED),),),
)
STAFF = Demand(
    clause="henkilosto",
    citation="388/2024 3 § 2 kohta",
    matter=mark("henkilöstön osoittaminen, sen määrä ja tehtävärakenne"),
    topic=_STAFF,
    ways=(((_STAFF, _ASSIGNED),),),
)
CHECKING = Demand(
    clause="henkiloston-tarkistus",
    citation="388/2024 3 § 3 kohta",
    matter=mark("henkilöstön määrän riittävyyden tarkistaminen vähintään vuosittain"),
    topic=_SUFFICIENT,
    ways=(((_SUFFICIENT, _CHECKED), (_CHECKED, _YEARLY)), ((_CHECKING, _YEARLY),)),
)
CHANGING = Demand(
    clause="muuttaminen",
    citation="388/2024 3 § 3 kohta",
    matter=mark("sopimuksen muuttaminen, kun resurssitarve muuttuu tai siihen on muu syy"),
    topic=_CHANGED,
    ways=(((_CHANGED, _OF_AGREEMENT),),),
)
COSTS = Demand(
    clause="kustannukset",
    citation="388/2024 3 § 4 kohta",
    matter=mark(
        "muiden yhteisten kustannusten jakautuminen työvoimaviranomaisen ja hyvinvointialueen "
        "kesken"
    ),
    topic=_COST,
    ways=(((_COST, _DIVIDED),), ((_SHARED,),)),
    apart=_OWN_STAFF,
)
KELA = Demand(
    clause="kelan-osallistuminen",
    citation="388/2024 3 § 5 kohta",
    matter=mark("Kelan osallistuminen yhteisiin kustannuksiin"),
    topic=_COST,
    ways=(((_KELA, _PAYS),),),
    apart=_OWN_STAFF,
)

DEMANDS = {item.clause: item for item in (SERVICES, STAFF, CHECKING, CHANGING, COSTS, KELA)}
"""By the model clause that is there to say it."""
