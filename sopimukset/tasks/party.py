"""One party over all groups that it sits in, across region files."""

from __future__ import annotations

from sopimukset import register
from sopimukset.base.periods import add_days
from sopimukset.base.speech import say
from sopimukset.base.words import nearest
from sopimukset.reporting import party_json, party_text
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.status import Question, Read, Shown, read_holdings
from sopimukset.tracking.named_party import role_text, roles_named, words_known
from sopimukset.tracking.party_view import party_view
from sopimukset.tracking.roles import Role
from sopimukset.workspace.locate import WorkspaceError

AHEAD_DAYS = 365
"""How far ahead meetings are looked for where no number of days is given."""


def shown(question: Question, word: str) -> Shown:
    """The page of the party that a word means.

    Raises:
        WorkspaceError: no workspace, no region, or no such party.
        RefusedError: several parties have that name.
    """
    read = read_holdings(question)
    role = _role(word, read)
    days = AHEAD_DAYS if question.within is None else question.within
    until = add_days(question.as_of, days)
    view = party_view(role, read.holdings, question.as_of, until, read.records)
    render = party_json.render if question.form == "json" else party_text.render
    text = render(view, question.as_of, colour=question.colour, width=question.width)
    return Shown(text, read.broken)


def _role(word: str, read: Read) -> Role:
    regions = [item.alue for item in read.holdings]
    known = register.load()
    found = roles_named(word, regions, known)
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(role_text(role) for role in found)
        message = say("Osapuoli {sana} voi olla moni. Anna jokin näistä: {osapuolet}")
        raise RefusedError(message.format(sana=word, osapuolet=listed))
    meant = nearest(word, words_known(regions, known))
    raise WorkspaceError(
        say("Osapuolta {sana} ei ole.").format(sana=word),
        say("Tarkoititko: {meant}?").format(meant=meant)
        if meant
        else say("Anna esimerkiksi kela, lahti tai hyvinvointialue:paijat-hame."),
    )
