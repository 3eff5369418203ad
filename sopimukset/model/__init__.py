"""What a region is: frozen, strict models, one concept a file. No I/O, no clock."""

from sopimukset.model.alue import MUOTO, Alue, YhteinenJohtoryhma
from sopimukset.model.henkilo import Asiantuntija, Nimetty, NimettyJohtaja, NimettyVarajasen
from sopimukset.model.henkilosto import Henkilostorivi, Mitoitus, Toimipiste
from sopimukset.model.jasenyys import Jasenyys, JohtavaHenkilo, Luottamustoimi, Puitteet
from sopimukset.model.johtoryhma import Johtoryhma, SopimusAsettajasta, Toimialue, Toimikausi
from sopimukset.model.kokous import Kokous
from sopimukset.model.kokouskaytanto import Kokouskaytanto
from sopimukset.model.lauseke import Kappale, Lausekekirjasto, Lausekeversio, Mallilauseke
from sopimukset.model.neuvottelu import Neuvottelu
from sopimukset.model.nuoret import NuortenYhteispalvelu
from sopimukset.model.osapuoli import Henkilostovaranto, Osapuoli, Rooli
from sopimukset.model.paatos import Asettaminen, Hyvaksynta, OsapuolenPaatos, Paatos
from sopimukset.model.perusta import Jakso, Kielitekstit, Malli, Teksti, Viittaus, tekstina
from sopimukset.model.puute import TunnistettuPuute
from sopimukset.model.seuranta import Seuranta
from sopimukset.model.sopimus import (
    Allekirjoitus,
    Kustannus,
    Lausekemuutos,
    Lausuntokierros,
    Liite,
    Muutettava,
    Optio,
    Sopimus,
)
from sopimukset.model.tavoite import Tavoite
from sopimukset.model.versio import Asiakirja, Sisalto, SovittuLauseke, Versio
from sopimukset.model.yhteistyo import Foorumi, Yhteistyorakenne

__all__ = [
    "MUOTO",
    "Allekirjoitus",
    "Alue",
    "Asettaminen",
    "Asiakirja",
    "Asiantuntija",
    "Foorumi",
    "Henkilostorivi",
    "Henkilostovaranto",
    "Hyvaksynta",
    "Jakso",
    "Jasenyys",
    "JohtavaHenkilo",
    "Johtoryhma",
    "Kappale",
    "Kielitekstit",
    "Kokous",
    "Kokouskaytanto",
    "Kustannus",
    "Lausekekirjasto",
    "Lausekemuutos",
    "Lausekeversio",
    "Lausuntokierros",
    "Liite",
    "Luottamustoimi",
    "Malli",
    "Mallilauseke",
    "Mitoitus",
    "Muutettava",
    "Neuvottelu",
    "Nimetty",
    "NimettyJohtaja",
    "NimettyVarajasen",
    "NuortenYhteispalvelu",
    "Optio",
    "OsapuolenPaatos",
    "Osapuoli",
    "Paatos",
    "Puitteet",
    "Rooli",
    "Seuranta",
    "Sisalto",
    "Sopimus",
    "SopimusAsettajasta",
    "SovittuLauseke",
    "Tavoite",
    "Teksti",
    "Toimialue",
    "Toimikausi",
    "Toimipiste",
    "TunnistettuPuute",
    "Versio",
    "Viittaus",
    "YhteinenJohtoryhma",
    "Yhteistyorakenne",
    "tekstina",
]
