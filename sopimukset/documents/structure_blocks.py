"""The structure of cooperation as parts of a paper: a picture of three levels, and tables.

It serves the first recommendation of 17.4.2024: that actors, forums and contact persons are
described, and known to all who need them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sopimukset.base.speech import mark
from sopimukset.documents.actors import Actors
from sopimukset.documents.facts import day
from sopimukset.formats.figures.network import Box, Level, network
from sopimukset.formats.paper import Block, Column, Figure, Heading, Table, Text
from sopimukset.model import Foorumi, Yhteistyorakenne
from sopimukset.register import YhteistyonTaso, load_recommendations

NO_STRUCTURE = mark("Yhteistyörakennetta ei ole kirjattu.")
INVENTED = mark("kuvitteellinen")
"""How a record says that its facts are invented (rule T13)."""

AS_OF = mark("Kuvaus on päivältä {paiva}. Lähde: {lahde}.")
AS_OF_DAY = mark("Kuvaus on päivältä {paiva}.")
PICTURE = mark("Yhteistyön foorumit ja verkostot kolmella tasolla")
ALTERNATIVE = mark("Kaavio: {tasot}. Foorumit on lueteltu taulukoissa kuvan jälkeen.")
ALTERNATIVE_LEVEL = mark("{taso}: {foorumit}")
LEVEL_TABLE = mark("{taso}: foorumit ja verkostot")
EMPTY_LEVEL = mark("{taso}: foorumeja ei ole kirjattu.")
KINDS = {
    "foorumi": mark("foorumi"),
    "verkosto": mark("verkosto"),
    "tyoryhma": mark("työryhmä"),
}
CONVENER = mark("koolle kutsuu: {nimi}")
OTHERS = mark("muut osallistujat: {nimet}")
REPORTS = mark("vie asiat: {foorumit}")

Row = tuple[str, ...]


def structure_blocks(actors: Actors, *, level: int = 2, group: str = "") -> list[Block]:
    """The structure in the document's language; one sentence where none is recorded.

    Args:
        actors: the region's actors, named for the document.
        level: of the headings.
        group: the `tunnus` of a group: forums that belong to another group are left out.
    """
    shared = actors.shared
    if shared is None:
        return [Text(actors.say(NO_STRUCTURE))]
    return [*_dated(actors, shared), *_Structure(actors, shared, level, group).blocks()]


def _dated(actors: Actors, shared: Yhteistyorakenne) -> Iterator[Block]:
    """How old the description is; nothing where that isn't recorded."""
    if shared.paivitetty is not None:
        values = {"paiva": day(shared.paivitetty), "lahde": _source(actors, shared.lahde)}
        yield Text(actors.say(AS_OF if shared.lahde else AS_OF_DAY).format(**values), "small")


def _source(actors: Actors, source: str | None) -> str | None:
    """A source as it is recorded; the word for invented facts in the paper's language."""
    return actors.say(INVENTED) if source == INVENTED else source


class _Structure:
    def __init__(self, actors: Actors, shared: Yhteistyorakenne, level: int, group: str) -> None:
        self.actors, self.shared, self.level = actors, shared, level
        self.say = actors.say
        self.forums = [
            item for item in shared.foorumit if not group or item.johtoryhma in (None, group)
        ]
        self.levels = load_recommendations().tasot

    def blocks(self) -> Iterator[Block]:
        """All parts that hold something, the picture first."""
        yield from self._forums()
        for title, table in self._tables():
            if table is not None:
                yield Heading(self.say(title), self.level)
                yield table

    def _forums(self) -> Iterator[Block]:
        yield Heading(self.say(mark("Foorumit ja verkostot")), self.level)
        yield self._picture()
        for item in self.levels:
            name = item.teksti.kielella(self.actors.language)
            own = self._on(item)
            if own:
                yield self._level_table(name, own)
            else:
                yield Text(self.say(EMPTY_LEVEL).format(taso=name))
        unplaced = [item for item in self.forums if item.taso is None]
        if unplaced:
            yield self._level_table(self.say(mark("Tasoa ei ole kirjattu")), unplaced)

    def _on(self, level: YhteistyonTaso) -> list[Foorumi]:
        return [item for item in self.forums if item.taso == level.avain]

    def _picture(self) -> Figure:
        levels = [
            Level(
                item.teksti.kielella(self.actors.language),
                tuple(
                    Box(forum.tunnus, self._name(forum), self.actors.recorded(forum.kokoontuu))
                    for forum in self._on(item)
                ),
            )
            for item in self.levels
        ]
        lines = [(forum.tunnus, other) for forum in self.forums for other in forum.raportoi]
        drawing = network(levels, lines, empty=self.actors.nothing)
        return Figure(self.say(PICTURE), drawing, self._alternative(levels))

    def _alternative(self, levels: Sequence[Level]) -> str:
        told = (
            self.say(ALTERNATIVE_LEVEL).format(
                taso=level.name,
                foorumit=", ".join(box.name for box in level.boxes) or self.actors.nothing,
            )
            for level in levels
        )
        return self.say(ALTERNATIVE).format(tasot="; ".join(told))

    def _name(self, forum: Foorumi) -> str:
        """The forum's own name; of a steering group the group's, else its identifier."""
        groups = {item.tunnus: item.nimi for item in self.actors.alue.johtoryhmat}
        return (
            self.actors.recorded(forum.nimi)
            or self.actors.recorded(groups.get(forum.johtoryhma or ""))
            or forum.tunnus
        )

    def _level_table(self, name: str, forums: Sequence[Foorumi]) -> Table:
        heads = (mark("Foorumi"), mark("Osallistujat"), mark("Tehtävä"), mark("Kokoontuu"))
        rows = [
            (
                self._lines(self._name(item), self._kind(item)),
                self._lines(self._convener(item), self._others(item)),
                self._lines(self.actors.text(item.tehtava), self._reports(item)),
                self.actors.text(item.kokoontuu),
            )
            for item in forums
        ]
        return self._table(self.say(LEVEL_TABLE).format(taso=name), heads, (4, 8, 7, 3), rows)

    def _kind(self, forum: Foorumi) -> str:
        return f"({self.say(KINDS[forum.laji])})" if forum.laji else ""

    def _convener(self, forum: Foorumi) -> str:
        if forum.koollekutsuja is None:
            return ""
        return self.say(CONVENER).format(nimi=self.actors.name(forum.koollekutsuja))

    def _others(self, forum: Foorumi) -> str:
        """Those who take part, besides the one who calls them together."""
        others = [item for item in forum.osallistujat if item != forum.koollekutsuja]
        names = self.actors.names(others)
        if forum.koollekutsuja is None:
            return names
        return self.say(OTHERS).format(nimet=names) if others else ""

    def _reports(self, forum: Foorumi) -> str:
        return (
            self.say(REPORTS).format(foorumit=self._forum_names(forum.raportoi))
            if forum.raportoi
            else ""
        )

    def _forum_names(self, wanted: Iterable[str]) -> str:
        """Names of forums, those of other groups too."""
        known = {item.tunnus: item for item in self.shared.foorumit}
        return ", ".join(self._name(known[item]) if item in known else item for item in wanted)

    # The other tables ----------------------------------------------------------------------------

    def _tables(self) -> Iterator[tuple[str, Table | None]]:
        text, name, names = self.actors.text, self.actors.name, self.actors.names
        shared = self.shared
        yield from (
            self._listed(
                mark("Ydintoimijat"),
                (mark("Toimija"), mark("Tehtävä yhteistyössä")),
                (1, 2),
                [(name(item.osapuoli), text(item.tehtava)) for item in shared.ydintoimijat],
            ),
            self._listed(
                mark("Kumppanit"),
                (mark("Kumppani"), mark("Tehtävä yhteistyössä")),
                (1, 2),
                [(name(item.tunnus), text(item.tehtava)) for item in shared.kumppanit],
            ),
            self._listed(
                mark("Yhteyshenkilöt"),
                (mark("Toimija"), mark("Tehtävänimike"), mark("Asia")),
                (1, 1, 2),
                [
                    (name(item.toimija), text(item.nimike), text(item.asia))
                    for item in shared.yhteyshenkilot
                ],
            ),
            self._sources(),
        )
        yield from (
            self._listed(
                mark("Asiakasohjaus"),
                (mark("Tilanne"), mark("Menettely"), mark("Vastuu")),
                (2, 3, 1),
                [
                    (text(item.tilanne), text(item.menettely), name(item.vastuu))
                    for item in shared.asiakasohjaus
                ],
            ),
            self._premises(names),
            self._listed(
                mark("Yhteiset koulutukset"),
                (mark("Aihe"), mark("Kohderyhmä"), mark("Järjestäjä"), mark("Ajankohta")),
                (3, 2, 2, 2),
                [
                    (
                        text(item.aihe),
                        text(item.kohderyhma),
                        name(item.jarjestaja),
                        text(item.ajankohta),
                    )
                    for item in shared.koulutukset
                ],
            ),
        )

    def _sources(self) -> tuple[str, Table | None]:
        text = self.actors.text
        heads = (mark("Tietolähde"), mark("Ylläpitäjä"), mark("Päivittyy"), mark("Käsitellään"))
        rows = [
            (
                self._lines(text(item.nimi), self.actors.recorded(item.sisalto)),
                self.actors.name(item.yllapitaja),
                text(item.paivittyy),
                self._forum_names(item.kasitellaan) or self.actors.nothing,
            )
            for item in self.shared.tietolahteet
        ]
        return self._listed(mark("Yhteisen tilannekuvan tietolähteet"), heads, (3, 2, 1, 2), rows)

    def _premises(self, names: Callable[[Iterable[str]], str]) -> tuple[str, Table | None]:
        offices = {item.tunnus: item.nimi for item in self.actors.alue.toimipisteet}
        rows = [
            (
                self.actors.recorded(offices.get(item.toimipiste or ""))
                or item.toimipiste
                or self.actors.nothing,
                self.actors.text(item.kaytto),
                names(item.kayttajat),
            )
            for item in self.shared.tilat
        ]
        heads = (mark("Toimipiste"), mark("Käyttö"), mark("Käyttäjät"))
        return self._listed(mark("Yhteiset tilat"), heads, (2, 3, 3), rows)

    def _listed(
        self, title: str, heads: Sequence[str], shares: Sequence[int], rows: Sequence[Row]
    ) -> tuple[str, Table | None]:
        """A heading with its table; None in its place where there is nothing to list."""
        return title, self._table(self.say(title), heads, shares, rows) if rows else None

    def _table(
        self, caption: str, heads: Sequence[str], shares: Sequence[int], rows: Sequence[Row]
    ) -> Table:
        whole = sum(shares)
        columns = tuple(
            Column(self.say(head), share / whole) for head, share in zip(heads, shares, strict=True)
        )
        return Table(caption, columns, tuple(rows))

    @staticmethod
    def _lines(*texts: str) -> str:
        return "\n".join(filter(None, texts))
