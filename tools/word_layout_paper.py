"""The part of a layout that prints a paper: its blocks in their order, `lohkot`.

Kinds whose content is a paper put it between their titles and their gaps:

    body = mark_box() + titles() + paper(say) + gaps(say)
    return package(body, header(), footer(say), language, numbered=False)
"""

from __future__ import annotations

from word_layout import bookmarked, caption, each, paragraph, run, text, when
from word_layout_blocks import BASIS, TEXT, Say
from word_layout_styles import size, spacing

BLOCK = "lohko"
PAGE = "<w:pageBreakBefore/>"


def paper(say: Say, loop: str = "lohkot") -> str:
    """The blocks of a paper, each in its style; `say` tells the language of captions."""
    figure = say("Kuva")
    return each(
        f"{BLOCK} in {loop}",
        *(_heading(*item) for item in ((1, 120), (2, 80), (3, 60))),
        _when("kappale", _spoken("Normaali")),
        _when("vahva", _spoken("Normaali", bold=True)),
        _when("pieni", _spoken("Pieniteksti")),
        _when("kohta", text("Merkittyluettelo", "{{ lohko.teksti }}")),
        _when("numero", paragraph("Numeroituluettelo", run("{{ lohko.teksti }}"), extra=_NUMBER)),
        _when("taulukko", caption("{{ lohko.teksti }}") + text("Normaali", "{{p lohko.rakenne }}")),
        _when(
            "kuva",
            caption("{{ lohko.teksti }}", word=figure) + text("Kuva", "{{p lohko.rakenne }}"),
        ),
    )


def notes() -> str:
    """The clauses in small type: what a paper says of itself; larger, it could have a page."""
    look = f"<w:rPr>{size(10)}</w:rPr>"
    name = f'<w:r>{look}<w:t xml:space="preserve">{{{{ lauseke.otsikko }}}}</w:t></w:r>'
    title = bookmarked(1, "lauseke", name)
    return each(
        "lauseke in lausekkeet",
        paragraph("Otsikko1", title, extra=spacing(160, 20, 240)),
        each(
            "kappale in lauseke.kappaleet",
            BASIS,
            when(TEXT, text("Pieniteksti", "{{ kappale.teksti }}")),
        ),
    )


_NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{{ lohko.luettelo }}"/></w:numPr>'


def _when(kind: str, *blocks: str) -> str:
    return when(f"{BLOCK}.laji == '{kind}'", *blocks)


def _heading(level: int, after: int) -> str:
    """A heading with the space after it; one that begins a page has none above it."""
    style, content = f"Otsikko{level}", run("{{ lohko.teksti }}")
    return _when(
        f"otsikko{level}",
        when(f"{BLOCK}.sivu", paragraph(style, content, extra=PAGE + spacing(0, after, 240))),
        when(f"not {BLOCK}.sivu", paragraph(style, content)),
    )


def _spoken(style: str, *, bold: bool = False) -> str:
    """A paragraph, in a language of its own where it has one, which a screen reader is told.

    What leads to a table or a list stays on one page with it.
    """
    look = "<w:b/>" if bold else ""
    foreign = f'{look}<w:lang w:val="{{{{ lohko.kieli }}}}-FI"/>'
    keep = '<w:keepNext w:val="{{ lohko.pysyy }}"/>'
    told = (
        f'<w:r><w:rPr>{foreign}</w:rPr><w:t xml:space="preserve">{{{{ lohko.teksti }}}}</w:t></w:r>'
    )
    return when(f"{BLOCK}.kieli", paragraph(style, told, extra=keep)) + when(
        f"not {BLOCK}.kieli", paragraph(style, run("{{ lohko.teksti }}", bold=bold), extra=keep)
    )
