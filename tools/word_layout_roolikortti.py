"""The layout of the card of roles, one page, as `word_layout.py` first makes it."""

from __future__ import annotations

import re

from word_layout import TEXT_WIDTH, each, package, paragraph, run, table, text, when
from word_layout_blocks import BASIS, NORMAL, TEXT, Say, footer, header, mark_box, speaker

SMALL = "Taulukonpieniteksti"
MARGINS = (1077, 1134, 1021, 1134)
WIDTHS = (3038, 6600)
"""The card is wider than the text of other papers, so that it fits on its page."""
IN_ITS_TASKS = "Hyvinvointialueen tehtävistä vastaava"
"""Helsinki, which isn't a wellbeing services county (615/2021 2 § 2 mom)."""
SWEDISH = {
    IN_ITS_TASKS: "Ansvarig för välfärdsområdets uppgifter",
    "Tehtävät ja säännökset": "Uppgifter och bestämmelser",
    "Rooli ja kuka": "Roll och vem",
    "Tehtävät ja säännös": "Uppgifter och bestämmelse",
    "Toimikausi": "Mandatperiod",
    "Puuttuvat tiedot": "Uppgifter som saknas",
    "Lakiviittaukset: 381/2023 on laki työllistymisen monialaisesta edistämisestä, 388/2024 "
    "asetus yhteistoimintamallin organisoimisesta.": (
        "Hänvisningar: 381/2023 är lagen om sektorsövergripande främjande av sysselsättningen, "
        "388/2024 förordningen om organisering av samarbetsmodellen."
    ),
}
ACTS = next(label for label in SWEDISH if label.startswith("Lakiviittaukset"))


def layout(language: str) -> bytes:
    """Return templates/roolikortti/fi.docx or sv.docx."""
    say = speaker(language, SWEDISH)
    body = mark_box() + _titles(say) + _card(say) + _acts(say) + _gaps(say)
    return package(
        body, _wide(header()), _wide(footer(say)), language, numbered=False, margins=MARGINS
    )


def _wide(paragraphs: str) -> str:
    """The header or the footer with its right edge where the card's is."""
    tabs = (
        f'<w:tabs><w:tab w:val="clear" w:pos="{TEXT_WIDTH}"/>'
        f'<w:tab w:val="right" w:pos="{sum(WIDTHS)}"/></w:tabs>'
    )
    return re.sub(r'(<w:pStyle w:val="(?:Yl|Ala)tunniste"/>)', rf"\1{tabs}", paragraphs)


def _titles(say: Say) -> str:
    """The title, the group and its term, closer together than on a cover."""
    term = "{{ toimikausi.alkaen }}–{{ toimikausi.paattyen }}"
    close = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    group = run("{{ asiakirja.alaotsikko }}")
    return (
        paragraph("Otsikko", run("{{ asiakirja.otsikko }}"), extra=close)
        + paragraph("Otsikko1", group, extra=close)
        + paragraph(NORMAL, run(f"{say('Toimikausi')}: {term}"), extra=close)
    )


def _card(say: Say) -> str:
    name = (
        f"{{% if lauseke.tunnus == 'hyvinvointialue' and hyvinvointialueen_tehtavissa %}}"
        f"{say(IN_ITS_TASKS)}{{% else %}}{{{{ lauseke.otsikko }}}}{{% endif %}}"
    )
    who = paragraph(SMALL, run(name, bold=True)) + each(
        "kappale in lauseke.kappaleet",
        BASIS,
        when(TEXT, text(SMALL, "{{ kappale.teksti }}")),
    )
    what = each(
        "kappale in lauseke.kappaleet",
        when("kappale.laji == 'kohta'", text("Taulukonluettelo", "{{ kappale.teksti }}")),
    )
    return table(
        say("Tehtävät ja säännökset"),
        "lauseke in lausekkeet",
        [(say("Rooli ja kuka"), WIDTHS[0], [who]), (say("Tehtävät ja säännös"), WIDTHS[1], [what])],
    )


def _acts(say: Say) -> str:
    return paragraph(SMALL, run(say(ACTS)), extra='<w:spacing w:before="100" w:after="40"/>')


def _gaps(say: Say) -> str:
    """What is missing, in one paragraph: the card must not run over its page."""
    lacking = (
        "{% for puute in puutteet %}{{ puute.tieto }}"
        "{% if puute.kohta %} ({{ puute.kohta }}){% endif %}"
        "{% if not loop.last %}; {% endif %}{% endfor %}"
    )
    label = say("Puuttuvat tiedot")
    return when("puutteet", paragraph(SMALL, run(f"{label}: ", bold=True), run(lacking)))
