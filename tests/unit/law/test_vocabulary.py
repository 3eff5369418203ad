"""Each word of the rules of wording by itself: it makes a sentence wrong, or it makes it right."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest

from sopimukset.law.rules._texts import Search

MAKES_WRONG: list[tuple[str, str, tuple[str, ...]]] = [
    (
        "c01",
        "Asiakkaan suunnitelma {} kuuden kuukauden kuluessa",
        ("laaditaan", "laatiminen", "valmistuu", "tehdään", "on tehtävä", "pitää tehdä"),
    ),
    (
        "c01",
        "Sysselsättningsplanen {} inom sex månader",
        ("upprättas", "utarbetas", "ska man göra, men görs", "ska göras", "är klar"),
    ),
    ("c01", "Asiakkaan suunnitelma laaditaan {} 4 kk", ("viimeistään",)),
    (
        "c01",
        "Työllistymissuunnitelma laaditaan {} kuluessa",
        ("20 viikon", "20 vk", "100 päivän", "100 pv", "kahden vuoden", "4 kk", "neljän kuukauden"),
    ),
    (
        "c01",
        "Sysselsättningsplanen upprättas inom {}",
        ("20 veckor", "100 dagar", "100 dygn", "två år", "fyra månader"),
    ),
    (
        "c01",
        "{} upprättas inom sex månader",
        ("Sysselsättningsplan", "Kundens planer", "Kundens plan och planerna", "Kundens planen"),
    ),
    ("c02", "Sysselsättningsplanen ses över {} sex månader", ("inom", "efter", "med")),
    (
        "c02",
        "Asiakkaan suunnitelma {} kuuden kuukauden kuluttua",
        ("tarkistetaan", "päivitetään", "arvioidaan uudelleen", "uudelleenarvioidaan"),
    ),
    (
        "c02",
        "Sysselsättningsplanen {} med sex månaders mellanrum",
        ("ses över", "får en översyn", "uppdateras", "revideras"),
    ),
    (
        "c02",
        "{} suunnitelma tarkistetaan vuosittain",
        ("asiakkaan", "asiakkuuden", "työttömän", "palvelutarpeen"),
    ),
    ("c02", "Planen för {} ses över årligen", ("arbetslösa", "kunden", "servicebehovet")),
    (
        "c03",
        "Työtön on ollut 300 päivää työttömänä: {}",
        (
            *("edellytys", "kriteeri", "ehto", "pääsee", "otetaan", "asiakas", "asiakkaaksi"),
            *("asiakkuus", "oikeutettu", "kohderyhmä", "ohjataan", "kuuluu", "vaaditaan"),
            *("vaatimus", "tarkoitettu", "suunnattu", "suunnataan"),
        ),
    ),
    (
        "c03",
        "Personen har varit 300 dagar arbetslös: {}",
        (
            *("villkor", "förutsätts", "krav", "krävs", "kriterium", "målgrupp", "hänvisas"),
            *("kund", "klient", "rätt till service", "avsedd"),
        ),
    ),
    ("c03", "Asiakas on 300 päivää {}", ("työttömänä", "työmarkkinatuella")),
    ("c03", "Kunden är 300 dagar {}", ("arbetslös", "på arbetsmarknadsstöd")),
    (
        "c04",
        "{} alkaa hyvinvointialueen päätöksestä",
        ("asiakkuus", "asiakassuhde"),
    ),
    (
        "c04",
        "Asiakkuus {} hyvinvointialueen päätöksestä",
        ("alkaa", "käynnistyy"),
    ),
    ("c04", "Asiakkuudet {} hyvinvointialueen päätöksestä", ("alkavat",)),
    ("c04", "Kundrelationen {} efter att planen är klar", ("inleds", "börjar", "startar")),
    (
        "c04",
        "Asiakkuus alkaa, kun {}",
        (
            *("työllistymissuunnitelma on laadittu", "on hyväksytty suunnitelma"),
            *(
                "arvioinnin jälkeen on sovittu",
                "lähetteestä on päätetty",
                "hakemuksesta on päätetty",
            ),
        ),
    ),
    (
        "c04",
        "Kundrelationen inleds {}",
        (
            *("när planen är klar", "efter bedömning", "efter att en bedömning gjorts"),
            *("när myndigheten fattat beslut", "när beslut har fattats"),
        ),
    ),
    (
        "c04",
        "Asiakkuus alkaa, kun {}",
        ("viranomainen on tehnyt päätöksen", "päätös on tehty", "on laadittu suunnitelma"),
    ),
    (
        "c04",
        "Asiakkuus päättyy, {}",
        (
            *("kun hyvinvointialue on päättänyt niin", "jos Kela ilmoittaa siitä"),
            "jos asiakasta ei tavoiteta kuuteen kuukauteen",
        ),
    ),
    (
        "c04",
        "Kundrelationen upphör, {}",
        ("när välfärdsområdet har beslutat så", "om FPA meddelar det"),
    ),
    (
        "c04",
        "Asiakkuus {} Kelan ilmoituksesta",
        ("päättyy", "lopetetaan", "lakkaa"),
    ),
    ("c04", "Asiakkuudet {} Kelan ilmoituksesta", ("päättyvät",)),
    (
        "c04",
        "Kundrelationen {} genom Folkpensionsanstaltens beslut",
        ("upphör", "avslutas", "slutar"),
    ),
    (
        "c04",
        "Asiakkuus päättyy {} päätöksellä",
        (
            *("työvoimaviranomaisen", "hyvinvointialueen", "Kelan", "Kansaneläkelaitoksen"),
            *("johtoryhmän", "johtavan henkilön", "työntekijän", "viranhaltijan", "virkailijan"),
        ),
    ),
    (
        "c04",
        "Kundrelationen upphör genom {} beslut",
        (
            *("arbetskraftsmyndighetens", "välfärdsområdets", "FPA:s", "Folkpensionsanstaltens"),
            "ledningsgruppens",
        ),
    ),
    ("c04", "Asiakkuus päättyy {}", ("automaattisesti", "ilman eri arviota")),
    ("c04", "Kundrelationen upphör {}", ("automatiskt",)),
    (
        "c04",
        "Asiakkuus päättyy kahden vuoden {}",
        ("kuluttua", "jälkeen", "kuluessa", "päästä"),
    ),
    ("c04", "Asiakkuus päättyy {} jälkeen", ("6 kk:n", "6 kk")),
    ("c04", "Asiakkuus päättyy {} kahdessa vuodessa", ("viimeistään", "enintään", "korkeintaan")),
    ("c04", "Kundrelationen upphör {} två år", ("efter", "senast", "högst")),
    ("c04", "Asiakkuus {} kaksi vuotta", ("kestää enintään", "voi kestää korkeintaan")),
    ("c04", "Kundrelationen {} två år", ("pågår högst",)),
    (
        "c05",
        "Asiat hoitaa {}",
        (
            *("kartoitusjakso", "TYP", "TYPin verkosto", "monialainen yhteispalvelu"),
            *("TE-toimisto", "työ- ja elinkeinotoimisto", "en sektorsövergripande samservice"),
            *("arbets- och näringsbyrån", "TE-byrån"),
        ),
    ),
    (
        "c06",
        "Noudatetaan säädöstä {}",
        (
            *("1369/2014", "1377/2014", "916/2012", "1386/2010"),
            "työllistymistä edistävästä monialaisesta yhteispalvelusta",
            "julkisesta työvoima- ja yrityspalvelusta",
            "lagen om sektorsövergripande samservice",
            "lag om offentlig arbetskrafts- och företagsservice",
        ),
    ),
    (
        "c07",
        "Noudatetaan, mitä säädetään: {} 15 §",
        (
            *("681/2023", "kotoutumislain", "kotoutumislaki", "kotoutumislakia"),
            *("kotoutumisen edistämisestä annetun lain", "kotoutumisen edistämisestä laissa"),
            "lagen om främjande av integration",
        ),
    ),
    ("c07", "Noudatetaan lain 681/2023 {} §:ää", ("15", "17", "21", "48", "14–16", "20 ja 21")),
    ("c07", "Noudatetaan kotoutumislain 13 §{}", (" 3 mom", ":n 3 mom", "ssä 3 mom")),
    (
        "c08",
        "Tilaus tehdään: {}",
        (
            "elinkeino-, liikenne- ja ympäristökeskusten kehittämis- ja hallintokeskus",
            "elinkeino-, liikenne- ja ympäristökeskusten sekä työ- ja elinkeinotoimistojen "
            "kehittämis- ja hallintokeskus",
            "närings-, trafik- och miljöcentralernas utvecklings- och förvaltningscenter",
        ),
    ),
    (
        "c09",
        "Asiasta vastaa {}",
        (
            *("ELY-keskus", "ELY", "elinkeino-, liikenne- ja ympäristökeskus", "AVI"),
            *("aluehallintovirasto", "NTM-centralen", "regionförvaltningsverket"),
            "närings-, trafik- och miljöcentralen",
        ),
    ),
    (
        "c10",
        "Aktivointisuunnitelma laaditaan: {}",
        (
            *("työttömyysetuus", "työmarkkinatuki", "työttömyyspäiväraha", "peruspäiväraha"),
            "ansiopäiväraha",
        ),
    ),
    (
        "c10",
        "Aktiveringsplanen görs upp: {}",
        (
            *("arbetslöshetsförmån", "arbetsmarknadsstöd", "arbetslöshetsdagpenning"),
            "grunddagpenning",
        ),
    ),
    ("c10", "{} laaditaan työmarkkinatukea saavalle", ("aktivointisuunnitelma",)),
    ("y05", "{} on alle 25-vuotiaille", ("yhteispalvelu", "Ohjaamo")),
    ("y05", "{} är för unga under 25 år", ("samservice", "Navigatorn")),
    ("y05", "Samservice är för {}", ("under 25-åringar", "under 25 år", "under 31-åringar")),
    ("y05", "Ohjaamo on {}", ("alle 25-vuotiaille", "18–24-vuotiaille", "enintään 24-vuotiaille")),
    (
        "y05",
        "Ohjaamo on {}",
        ("alle 31-vuotiaille", "16–30-vuotiaille", "alle 31 vuoden ikäisille"),
    ),
    (
        "d02",
        "Asiakkuuden päätyttyä {} poistetaan 10 vuoden kuluttua",
        ("asiakastiedot", "tietoja", "tietoaineisto", "data"),
    ),
    ("d02", "Kundrelationens {} raderas efter 10 år", ("kunduppgifter",)),
    (
        "d02",
        "Asiakkuuden tiedot {} 10 vuotta",
        ("poistetaan", "hävitetään", "säilytetään", "tuhotaan"),
    ),
    (
        "d02",
        "Kundrelationens uppgifter {} efter tio år",
        ("raderas", "förstörs", "bevaras", "gallras"),
    ),
    (
        "d02",
        "Tiedot poistetaan 10 vuoden kuluttua: {}",
        ("asiakkuus", "asiakassuhteen loppu", "kundrelationen"),
    ),
    ("d02", "Asiakkaalla on oikeus: {}", ("käsittelyn rajoittaminen",)),
    (
        "d02",
        "Kunden har rätt till {}",
        ("begränsning av behandlingen", "att begränsa behandlingen"),
    ),
    (
        "d02",
        "Asiakas {} käsittelyn rajoittamista",
        ("saa pyytää", "voi vaatia", "on oikeutettu pyytämään"),
    ),
    (
        "d02",
        "Kunden {} begränsning av behandlingen",
        ("har rätt till", "kan begära", "får kräva"),
    ),
    (
        "d02",
        "Järjestelmään kirjaudutaan: {}",
        (
            *("yhteistunnus", "yhteiskäyttötunnus", "ryhmätunnus", "yhteinen käyttäjätunnus"),
            *("yhteinen käyttöoikeus", "gemensamt användarkonto", "gruppkonto"),
        ),
    ),
]
"""A sentence that says nothing wrong, and words each of which makes it wrong."""

DENIALS = (
    *("ei enää päde", "eivät ole", "eikä käytetä", "ei sovelleta", "ei saa", "ei tule", "enää"),
    *("ei tarkoiteta", "ei pidetä", "ei laadita", "ei edellytetä", "ei edellytä", "ei vaadita"),
    *("ei vaadi", "ei koske", "ei kuulu", "ei tunne", "muun sijaan", "muun sijasta"),
    *("inte längre", "inte tillämpas", "inte används", "inte är", "inte gäller", "inte krävs"),
    *("inte upprättas", "i stället för", "istället för", "gäller inte", "kräver inte"),
)
PAST = (
    *("aiempi", "aikaisempi", "entisen", "entinen", "vanha", "vanhan", "vanhoja", "edeltävä"),
    *("edeltäjän", "edeltänyt", "kumottu", "lakannut", "lakkautettu", "poistunut", "korvannut"),
    *("siirtyi", "siirtynyt", "siirretty", "oli", "olivat", "tidigare", "förutvarande"),
    *("före detta", "f.d.", "f. d.", "upphävd", "upphörde att gälla", "upphört att gälla"),
    *("avskaffad", "slopad", "ersätts", "ersatt", "överförd", "gamla"),
    *("vuonna 2024", "vuoteen 1999", "år 2014", "utgången av 2024", "31.12. 2024", "31.12.2024"),
    *("tehtiin", "asetettiin", "vastasi", "vastasivat", "ajalta 2015–2024", "åren 2015–2024"),
)

MAKES_RIGHT: list[tuple[str, str, tuple[str, ...]]] = [
    ("c05", "Asiat hoitaa TE-toimisto: {}", (*DENIALS, *PAST)),
    (
        "c02",
        "Asiakkaiden suunnitelmien tarkistukset {} vuosittain",
        ("esitellään", "selvitetään"),
    ),
    (
        "c02",
        "Översynen av kundernas planer {} årligen",
        ("rapporteras", "redovisas", "är föremål för uppföljning"),
    ),
    (
        "c03",
        "Asiakas on ollut 300 päivää työttömänä: {}",
        (
            *("kustannukset", "yhteiskustannukset", "jakoperuste", "jakoavain", "jaetaan"),
            *("osuuden", "osuus", "mittarina", "tilasto", "rahoitus", "maksuosuuden"),
            *("lukumäärä", "kostnaden", "fördelning", "andel", "statistik", "finansiering"),
            *("suunnitelma", "planen", "päättymisen", "seuranta"),
            *("kumotun lain mukaan", "vuonna 2024"),
        ),
    ),
    (
        "c04",
        "Asiakkuus alkaa päätöksestä: {}",
        (
            *("arvioinnin aloittaminen", "aloitettu arviointi", "bedömningen inleds"),
            *("työvoimapalvelun asiakkuus", "sosiaalihuollon asiakkuus", "ei ole", "entinen"),
        ),
    ),
    (
        "c06",
        "Sovelletaan lakia 1369/2014: {}",
        (
            *("päättyy", "irtisanotaan", "raukeaa", "siirtymäaika", "viittaus", "upphör"),
            *("lain aikainen", "avlöser"),
        ),
    ),
    (
        "c08",
        "Vastuussa on elinkeino-, liikenne- ja ympäristökeskusten kehittämis- ja hallintokeskus"
        ": {}",
        (
            "työllisyys-, kehittämis- ja hallintokeskus",
            "sysselsättnings-, utvecklings- och förvaltningscentret",
            "vuonna 2025",
        ),
    ),
    (
        "c09",
        "Asiasta vastaa ELY-keskus: {}",
        (
            "elinvoimakeskus",
            "Lupa- ja valvontavirasto",
            "livskraftscentral",
            "vuonna 2025",
            "ei ole",
        ),
    ),
    ("c10", "Aktivointisuunnitelma ja työmarkkinatuki: {}", ("ei laadita", "vuonna 2025")),
    ("c07", "Noudatetaan kotoutumislain 15 §:ää: {}", ("ei sovelleta", "vuonna 2024")),
    (
        "y05",
        "Ohjaamo on alle 25-vuotiaille: {}",
        (
            *("erityisesti", "joista", "osuus", "osuuden", "määrä", "mukaan lukien", "etenkin"),
            *("särskilt", "varav", "andel", "antal", "i synnerhet", "ei koske", "entinen"),
        ),
    ),
    (
        "d02",
        "Asiakkuuden tiedot poistetaan 10 vuoden kuluttua: {}",
        ("oma rekisteri", "omien rekisterien", "potilas", "sosiaalihuolto", "entinen"),
    ),
    ("d02", "Kundrelationens uppgifter raderas efter 10 år: {}", ("egna register",)),
    (
        "d02",
        "Asiakkaalla on oikeus käsittelyn rajoittamiseen: {}",
        ("ei", "eivät", "eikä", "kielletty", "ilman", "inte", "ej", "utan", "vuonna 2024"),
    ),
]
"""A sentence that says something wrong, and words each of which makes it right."""

SENTENCES = [
    ("c01", "Asiakkaan suunnitelma laaditaan vuoden kuluessa.", "vuoden"),
    ("c01", "Asiakkaan suunnitelma laaditaan kuluvan vuoden kuluessa.", None),
    ("c04", "Asiakkuus päättyy vuoden kuluttua.", "vuoden"),
    ("d02", "Asiakkuuden tiedot poistetaan neljän (4) vuoden kuluttua.", None),
    ("d02", "Asiakkuuden tiedot poistetaan vuoden kuluttua.", "vuoden"),
    ("d02", "Asiakkuuden tiedot poistetaan kolmentoista vuoden kuluttua.", "vuoden"),
    ("c01", "Asiakkaan suunnitelma hyväksytään kuuden kuukauden kuluessa.", None),
    ("c01", "Asiakkaan suunnitelma laaditaan 3 kk:n ja se tarkistetaan 4 kk:n kuluessa.", None),
    ("c01", "Asiakkaan suunnitelma laaditaan 6 kuukautta kestävän työkokeilun aikana.", None),
    ("c01", "Asiakkaan suunnitelma laaditaan 4 kk kuluessa, tarkistetaan 3 kk kuluessa.", "4 kk"),
    ("c01", "Asiakkaan suunnitelmaa ei laadita kuuden kuukauden kuluessa.", None),
    ("c02", "Asiakkaan suunnitelma tarkistetaan 6 kuukautta kestävän jakson jälkeen.", None),
    ("c02", "Asiakkaan suunnitelma tarkistetaan vuosittain seurantakokouksessa.", "vuosittain"),
    (
        "c02",
        "Asiakkaan suunnitelma laaditaan heti, ja kunnan henkilöstösuunnitelma tarkistetaan "
        "vuosittain.",
        None,
    ),
    (
        "c02",
        "Asiakkaan työllistymissuunnitelma tarkistetaan palvelusuunnitelman tapaan vuosittain.",
        "vuosittain",
    ),
    (
        "c02",
        "Henkilöstösuunnitelma tarkistetaan vuosittain, ja asiakkaan työllistymissuunnitelma "
        "tarkistetaan kuuden kuukauden välein.",
        "kuuden kuukauden",
    ),
    ("c02", "Kundens plan ses över genast, och personalplanen ses över årligen.", None),
    ("c02", "Kundens plan ses över genast, och kommunikationsplanen ses över årligen.", None),
    (
        "c02",
        "Palvelusuunnitelma laaditaan heti, ja asiakkaan tilanne tarkistetaan vuosittain.",
        None,
    ),
    (
        "c02",
        "Työllistymissuunnitelma tarkistetaan kolmen kuukauden välein, ja asiakkaalta kysytään "
        "palautetta vuosittain.",
        None,
    ),
    ("c03", "Työtön on ollut 300 päivää ilman työtä.", None),
    ("c04", "Palvelu alkaa hyvinvointialueen päätöksestä.", None),
    ("c04", "Monialainen asiakkuus alkaa hyvinvointialueen päätöksestä.", "päätöksestä"),
    ("c04", "Asiakkuus alkaa, kun palvelutarve on todettu.", None),
    ("c04", "Asiakkuus päättyy, ja kahden vuoden seuranta alkaa sen jälkeen.", None),
    ("c04", "Asiakkuus päättyy kahden viikon kuluessa yhteisestä arviosta.", None),
    (
        "c04",
        "Asiakkuus päättyy yhteisen arvion mukaan, ja se lopetetaan automaattisesti vuoden"
        " lopussa.",
        "automaattisesti",
    ),
    (
        "c04",
        "Asiakkuus päättyy kolmen viranomaisen arvioon, joka tehdään 2 viikkoa kestävän "
        "kuulemisen jälkeen.",
        None,
    ),
    ("c04", "Asiakkuus kestää enintään kaksi vuotta yhteisen arvion mukaan.", "kaksi vuotta"),
    ("c04", "Kundrelationen pågår högst två år enligt en gemensam bedömning.", "två år"),
    ("c04", "Kundrelationen upphör senast två veckor efter en gemensam bedömning.", None),
    ("c05", "Noudatetaan lakia työllistymistä edistävästä monialaisesta yhteispalvelusta.", None),
    ("c05", "Noudatetaan monialaisesta yhteispalvelusta annettua lakia.", None),
    ("c05", "Lagen om sektorsövergripande samservice nämns.", None),
    ("c07", "Sopimuksen 15 § koskee lakia 681/2023.", None),
    ("c07", "Lain 681/2023 14 § ja 15 §.", "15 §"),
    ("c07", "Lain 681/2023 5 §, lain 380/2023 2 § ja lain 681/2023 15 §.", "15 §"),
    ("c07", "Kotoutumislain (681/2023) 15 §.", "15 §"),
    ("c07", "Kotoutumislain (681/2023) 5 § ja lain 380/2023 15 §.", None),
    ("c07", "Lain 681/2023 15–21 §.", "15 §"),
    ("c07", "Lain 681/2023 13–14 §.", None),
    ("c07", "Lain 681/2023 14–15 §.", "15 §"),
    ("c07", "Lain 681/2023 12 § 3 mom.", None),
    ("c07", "Lain 681/2023 13 § ja 3 luku.", None),
    (
        "c10",
        "Työmarkkinatukea saavan aktivointisuunnitelma.",
        "aktivointisuunnitelma, Työmarkkinatukea",
    ),
    ("d02", "Asiakkuuden tiedot poistetaan 1429 päivän kuluttua.", None),
    ("d02", "Asiakkuuden tiedot poistetaan 1491 päivän kuluttua.", None),
    ("d02", "Asiakkuuden tiedot poistetaan 1428 päivän kuluttua.", "1428 päivän"),
    ("d02", "Asiakkuuden tiedot poistetaan 1492 päivän kuluttua.", "1492 päivän"),
    ("d02", "Käsittelyn rajoittaminen kuvataan ohjeessa.", None),
    ("d02", "Kundrelationens uppgifter raderas, men protokoll som behövs bevaras i 10 år.", None),
    ("d02", "Kun asiakkuus päättyy, viranomainen hävittää tiedot 10 vuoden kuluttua.", "10 vuoden"),
    (
        "d02",
        "Tiedot poistetaan asiakkuuden päättyessä, paperit 10 vuoden kuluttua ja muut tiedot heti.",
        None,
    ),
    (
        "d02",
        "Asiakkuuden tiedot poistetaan neljän vuoden ja sopimukset kymmenen vuoden kuluttua.",
        None,
    ),
    (
        "d02",
        "Asiakkuuden tiedot ja muistiot poistetaan 10 vuoden kuluttua.",
        "10 vuoden",
    ),
    ("d02", "Tiedot poistetaan, ja asiakkuuden päättymisestä lasketaan 10 vuotta.", "10 vuotta"),
    (
        "d02",
        "Asiakkuuden jälkeen poistetaan merkinnät neljän vuoden ja tiedot 10 vuoden kuluttua.",
        "10 vuoden",
    ),
    ("d02", "Asiakkuuden tiedot poistetaan, kun on kulunut 10 vuotta.", "10 vuotta"),
    ("d02", "Asiakkuuden tiedot säilytetään, kuitenkin enintään 10 vuotta.", "10 vuotta"),
    ("d02", "Asiakkuuden tiedot, jotka hävitetään 10 vuoden kuluttua, luetellaan.", "10 vuoden"),
    (
        "d02",
        "Tiedot poistetaan asiakkuuden päättyessä, ja kirjaamo hoitaa pöytäkirjojen kokoamisen ja "
        "hävittämisen 10 vuoden kuluttua.",
        None,
    ),
    (
        "d02",
        "Tiedot poistetaan asiakkuuden päättyessä, ja pöytäkirjat säilytetään 10 vuotta.",
        None,
    ),
    (
        "d02",
        "Tiedot poistetaan 10 vuoden kuluttua siitä, kun asiakas on poistunut palvelusta.",
        "10 vuoden",
    ),
    (
        "d02",
        "Tiedot poistetaan 10 vuoden kuluttua siitä, kun asiakas\npoistui palvelusta.",
        "10 vuoden",
    ),
]
"""Sentences whose words alone don't decide."""


def each(
    table: list[tuple[str, str, tuple[str, ...]]],
) -> Iterator[tuple[str, str, str]]:
    for module, frame, words in table:
        yield from ((module, frame, word) for word in words)


def search(module: str) -> Search:
    found: Search = import_module(f"sopimukset.law.rules.{module}").SEARCH
    return found


@pytest.mark.parametrize(("module", "frame", "word"), list(each(MAKES_WRONG)))
def test_word_makes_a_sentence_wrong(module: str, frame: str, word: str) -> None:
    rule = search(module)
    wrong = frame.format(word)
    assert rule.finder(frame.format("")) is None
    assert rule.finder(wrong) is not None
    small = f"\n{wrong.lower()}"
    assert any(stem in small for stem in rule.stems)
    assert any(stem in small for stem in rule.besides)


@pytest.mark.parametrize(("module", "frame", "word"), list(each(MAKES_RIGHT)))
def test_word_makes_a_sentence_right(module: str, frame: str, word: str) -> None:
    rule = search(module)
    assert rule.finder(frame.format("")) is not None
    assert rule.finder(frame.format(word)) is None


@pytest.mark.parametrize(("module", "text", "words"), SENTENCES)
def test_sentence(module: str, text: str, words: str | None) -> None:
    assert search(module).finder(text) == words
