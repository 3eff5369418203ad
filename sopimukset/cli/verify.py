"""`sopimukset verify`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile, zip_longest
from pathlib import Path
from stat import S_ISDIR
from typing import TYPE_CHECKING

import click

from sopimukset.base.dates import told_day
from sopimukset.base.speech import mark, say
from sopimukset.cli.counts import told_count
from sopimukset.cli.exit_codes import FINDINGS, NOTHING, OK, OUTSIDE, USAGE
from sopimukset.cli.options import form_option
from sopimukset.cli.settings import Settings

if TYPE_CHECKING:
    from sopimukset.documents.verification import Edit
    from sopimukset.tasks.edited_text import Tracked
    from sopimukset.tasks.failure import OutsideFailure
    from sopimukset.tasks.moved_facts import Moved
    from sopimukset.tasks.verify import Verified

LONGEST = 160
"""Characters of a text that are shown."""

LEAD = 40
"""Characters that are shown before the place where two texts part, if that lies further on."""

MADE_OF_FACTS = mark("Tehty tiedoista: {alue}, {laji}, {kieli}. {tiedot}.")
MADE_OF = mark(
    "Tehty tiedoista: {alue}, {laji}, {kieli}. {tiedot}. Pohja {pohja}, säännöt {saannot}."
)
SAVED = mark("{tiedosto} {tunniste} (tallennettu {paiva}, commit {commit})")
STANDS = "Tiedot, joista asiakirja on tehty, ovat ennallaan."
MOVED = "Tiedot ovat muuttuneet asiakirjan tekemisen jälkeen:"
SAME_TEXT = "Muutos ei näy asiakirjan tekstissä."
OTHER_TEXT = (
    "Nyt tehtynä asiakirjan teksti olisi kuitenkin toinen: ohjelma tai säännöt ovat muuttuneet, "
    "tai alueen tiedoissa on nyt virhe."
)
BETWEEN = "Muutokset ovat versiosta {vanha} versioon {uusi}."
RELEASED = mark(
    "Tämä on sopimuksen {sopimus} version {versio} asiakirja sellaisena kuin se julkaistiin."
)
DIFFERS = mark(
    "Tiedostolla on sopimuksen {sopimus} version {versio} asiakirjan nimi, mutta se ei ole se "
    "tiedosto, joka julkaistiin {paiva}."
)
EDITED = mark(
    "Muokattu versiosta {versio}: tämä on sopimuksen {sopimus} version {versio} asiakirja "
    "({paiva}), jonka tekstiä on muutettu sen jälkeen."
)
RESAVED = mark(
    "Teksti on sopimuksen {sopimus} version {versio} asiakirjan ({paiva}), mutta tiedosto ei ole "
    "se, joka julkaistiin."
)
STILL = "Versio on uusin, ja sopimuksen sisältö on yhä sen mukainen."
PAST = "Muutosloki kertoo menneestä, joten sitä ei verrata nykyisiin tietoihin."
TOUCHED = mark("Kappaleet, joissa niitä on: {numerot}.")
ACCEPTED_SAME = mark("Jos ne kaikki hyväksytään, teksti on sama kuin asiakirjaa tehtäessä.")
ACCEPTED_DIFFERS = mark("Jos ne kaikki hyväksytään, asiakirja poikkeaa siitä, mitä tehtiin:")
NOT_COMPARED = "Asiakirjan tekstiä ei voitu verrata siihen, mitä tehtiin."
UNTRACKED = mark("{muutos} (ainakin osaksi ilman jäljitystä)")
ANSWERS = {
    "muuttunut": mark("kappale {numero} on muuttunut"),
    "lisatty": mark("kappale {numero} on lisätty"),
    "poistettu": mark("ennen kappaletta {numero} on poistettu kappaleita: {maara}"),
}
DRAWINGS = {
    "muuttunut": mark("kuva {numero} tai sen vaihtoehtoinen teksti on muuttunut"),
    "lisatty": mark("kuva {numero} on lisätty"),
    "poistettu": mark("ennen kuvaa {numero} on poistettu kuvia: {maara}"),
}
WHOLE = {
    "struck": mark("kappale {numero} on yliviivattu"),
    "hidden": mark("kappale {numero} on piilotettu"),
    "white": mark("kappale {numero} on valkoista tekstiä, jota ei näe"),
    "tiny": mark("kappale {numero} on niin pientä tekstiä, ettei sitä voi lukea"),
}
PARTLY = {
    "struck": mark("kappaleesta {numero} on osa yliviivattu"),
    "hidden": mark("kappaleesta {numero} on osa piilotettu"),
    "white": mark("kappaleessa {numero} on valkoista tekstiä, jota ei näe"),
    "tiny": mark("kappaleessa {numero} on niin pientä tekstiä, ettei sitä voi lukea"),
}
NO_FILE = mark("Tiedostoa {tiedosto} ei ole.")
IS_FOLDER = mark("{tiedosto} on kansio, ei tiedosto.")
CHECK_NAME = mark("Tarkista tiedoston nimi ja kansio.")
RUNNING = {
    "header": mark("ylätunnisteen teksti on muuttunut"),
    "footer": mark("alatunnisteen teksti on muuttunut"),
}
LOST_MARK = mark("Ylätunnisteesta puuttuu merkintä {merkinta}.")


@click.command(
    "verify",
    help="Kerro, mistä Word- tai PDF-asiakirja on tehty, onko sitä muokattu ja ovatko tiedot "
    "muuttuneet sen jälkeen. Word-asiakirjan teksti verrataan myös, kun se on tallennettu Wordissa "
    "tai LibreOfficessa. Silloin kerrotaan myös yliviivattu ja piilotettu teksti, vaihdettu kuva "
    "sekä ylä- ja alatunnisteen muutettu teksti. Zip-paketista tarkastetaan jokainen asiakirja.",
    epilog="Paluukoodit: 0 muokkaamaton ja tiedot ennallaan, 1 muokattu tai tiedot muuttuneet, "
    "2 väärä käyttö, 3 ei tämän ohjelman tekemä tai ei mihin verrata, 4 tiedostoa ei voi lukea.",
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="TIEDOSTO...",
    type=click.Path(path_type=Path),
)
@form_option()
@click.pass_obj
def command(settings: Settings, files: tuple[Path, ...], form: str) -> int:
    """Say of each file where it came from and what has become of it."""
    from sopimukset.cli.main import say_error
    from sopimukset.cli.verify_data import data_of
    from sopimukset.reporting.cells import safe
    from sopimukset.tasks.verify import verify

    failures: list[OutsideFailure] = []
    there = [path for path in files if not _lack(path)]
    found = verify(settings.folder, there, settings.as_of, failures.append)
    if form == "json":
        click.echo(json.dumps([data_of(item) for item in found], ensure_ascii=False, indent=2))
    else:
        for item in found:
            for line in _lines(item):
                click.echo(safe(line))
    for failure in failures:
        say_error(failure.message, failure.advice)
    for lack in filter(None, map(_lack, files)):
        say_error(lack, say(CHECK_NAME))
    if failures:
        return OUTSIDE
    return _code(found) if len(there) == len(files) else USAGE


def _lack(path: Path) -> str:
    """What keeps a name from being one of a file, as a sentence; "" where nothing does."""
    try:
        lack = IS_FOLDER if S_ISDIR(path.stat().st_mode) else ""
    except (FileNotFoundError, NotADirectoryError):
        lack = NO_FILE
    except OSError:
        return ""  # the file is there, and reading it will tell what is wrong
    return say(lack).format(tiedosto=path.as_posix()) if lack else ""


def _code(found: list[Verified]) -> int:
    if any((item.origin or item.paper) and not item.stands for item in found):
        return FINDINGS
    return OK if all(item.origin and not item.unknown for item in found) else NOTHING


def _lines(item: Verified) -> Iterator[str]:
    yield item.file
    yield f"    {say(item.state.value)}"
    if item.tracked is not None:
        yield from (f"    {line}" for line in _tracked(item, item.tracked))
    for edit in item.edits:
        yield from (f"        {line}" for line in _edit(edit))
    for text in item.unseen.texts:
        wording = (WHOLE if text.whole else PARTLY)[text.veil.value]
        yield f"        {say(wording).format(numero=text.number)}"
        yield f"        ~ {_short(text.text, '')}"
    for drawn in item.unseen.pictures:
        yield f"        {_answer(DRAWINGS, drawn.number, drawn.gone, drawn.come)}"
    for running in item.unseen.running:
        yield f"        {say(RUNNING[running.place])}"
        yield from (f"        + {_short(text, '')}" for text in running.now)
    for word in item.unseen.marks:
        yield f"    {say(LOST_MARK).format(merkinta=word)}"
    if item.why:
        yield f"    {item.why}"
    if item.paper is not None:
        yield f"    {_paper(item)}"
    if item.origin is None:
        return
    origin = item.origin
    sources = ", ".join(_source(item, file, blob) for file, blob in origin.sources)
    yield "    " + say(MADE_OF if origin.template else MADE_OF_FACTS).format(
        alue=origin.region,
        laji=origin.kind,
        kieli=origin.language,
        tiedot=sources,
        pohja=origin.template[:7],
        saannot=origin.rules,
    )
    if origin.between:
        older, newer = origin.between
        yield "    " + say(BETWEEN).format(vanha=older, uusi=newer)
    if item.moved:
        yield f"    {say(MOVED)}"
        yield from (f"        {line}" for line in _facts(item.moved, len(origin.sources) > 1))
    for note in (*item.notes, *item.unknown):
        yield f"    {note}"
    if item.past:
        yield f"    {say(PAST)}"
    elif item.released and not item.notes:
        yield f"    {say(STILL)}"
    elif item.released:
        return
    elif not (item.moved or item.notes or item.unknown):
        yield f"    {say(STANDS)}"
        if item.same_text is False:
            yield f"    {say(OTHER_TEXT)}"
    elif item.same_text:
        yield f"    {say(SAME_TEXT)}"


def _source(item: Verified, file: str, blob: str) -> str:
    """A file with the id of what it held, and the commit that brought it where git knows it."""
    revision = item.revisions.get(file)
    if revision is None:
        return f"{file} {blob[:7]}"
    return say(SAVED).format(
        tiedosto=file, tunniste=blob[:7], paiva=told_day(revision.day), commit=revision.commit[:7]
    )


def _tracked(item: Verified, tracked: Tracked) -> Iterator[str]:
    """What is to be known of changes that are tracked, before the edits."""
    yield told_count(tracked.count)
    if tracked.touched:
        yield say(TOUCHED).format(numerot=", ".join(_runs(tracked.touched)))
    if not item.compared:
        yield say(NOT_COMPARED)
    else:
        yield say(ACCEPTED_DIFFERS if item.edits or item.unseen else ACCEPTED_SAME)


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers as people list them: 3, 5–8."""
    first = last = numbers[0]
    for number in (*numbers[1:], 0):
        if number != last + 1:
            yield str(first) if first == last else f"{first}–{last}"
            first = number
        last = number


def _paper(item: Verified) -> str:
    """What the file has to do with the paper of a released version."""
    paper = item.paper
    assert paper is not None  # noqa: S101 (asked for before)
    text = RELEASED if paper.same else DIFFERS
    if paper.edited and "RESAVED" not in item.state.name:
        text = EDITED
    elif paper.edited and not paper.named:
        text = RESAVED
    return say(text).format(
        sopimus=paper.agreement, versio=paper.version, paiva=told_day(paper.released)
    )


def _facts(moved: Sequence[Moved], of_several_files: bool) -> Iterator[str]:
    for fact in moved:
        place = f"{fact.file}: {fact.path}" if of_several_files else fact.path
        yield f"{place}: {_short(fact.old, fact.new)} → {_short(fact.new, fact.old)}"


def _edit(edit: Edit) -> Iterator[str]:
    told = _answer(ANSWERS, edit.number, edit.gone, len(edit.now))
    yield say(UNTRACKED).format(muutos=told) if edit.tracked is False else told
    before = edit.before or ()
    yield from (f"- {line}" for line in _paragraphs(before, edit.now))
    yield from (f"+ {line}" for line in _paragraphs(edit.now, before))


def _answer(answers: Mapping[str, str], number: int, gone: int, come: int) -> str:
    """What happened from a paragraph or a picture on, where so many were and so many are."""
    if not come:
        return say(answers["poistettu"]).format(numero=number, maara=gone)
    what = answers["muuttunut"] if gone else answers["lisatty"]
    last = number + come - 1
    told = str(number) if last == number else f"{number}–{last}"
    return say(what).format(numero=told)


def _paragraphs(texts: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    pairs = zip_longest(texts, others[: len(texts)], fillvalue="")
    yield from (_short(text, other) for text, other in pairs)


def _short(text: str, other: str) -> str:
    """The text, if it is long the part of it where it parts from the other one."""
    if len(text) <= LONGEST:
        return text
    alike = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(text, other, strict=False))))
    start = text.rfind(" ", 0, alike - LEAD) + 1 if alike > LONGEST - LEAD else 0
    shown = f"…{text[start:]}" if start else text
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
