"""A word that is none of ours, or stands in the wrong place, gets a hint of what to type."""

from __future__ import annotations

import pytest

from tests.support.command_line import sopimukset
from tests.support.workspaces import CHECKOUT


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (
            ("status", "--as-of", "2026-06-01"),
            "Valitsin --as-of annetaan ennen komentoa: sopimukset --as-of 2026-03-01 status",
        ),
        (("check", "--lang", "sv"), "anges före kommandot: sopimukset --lang sv check"),
        (("templates", "list", "--kieli", "sv"), "komentoa: sopimukset --lang sv templates list"),
        (("generate", "--kieli", "sv"), "Tarkoititko: --language?"),
        (("generate", "--laji", "tym-sopimus"), "Tarkoititko: --document?"),
        (("status", "--osapuoli", "kela"), "Tarkoititko: --party?"),
        (("approve", "x", "y", "--pvm", "2026-01-01"), "Tarkoititko: --date?"),
        (("templates", "check"), "Komentoa check ei ole. Komennot: list, lint, show, deviations."),
        (("templates", "lits"), "Komentoa lits ei ole. Tarkoititko: list?"),
        (("history", "lappi"), "Esimerkiksi: sopimukset history lappi --role puheenjohtaja"),
        (("explain", "XX"), "Koodia XX ei ole. Kaikki koodit: sopimukset explain"),
        (("import", "kainuu", "puuttuu.csv"), "Tiedostoa puuttuu.csv ei ole."),
    ],
)
def test_a_slip_gets_a_hint(arguments: tuple[str, ...], hint: str) -> None:
    done = sopimukset(*arguments, cwd=CHECKOUT)
    assert done.code == 2
    assert hint in done.err


def test_what_nobody_can_guess_is_told_as_it_was() -> None:
    done = sopimukset("calendar", "--nn", cwd=CHECKOUT)
    assert (done.code, done.err.splitlines()[-1]) == (2, "Virhe: Valitsinta '--nn' ei ole.")
