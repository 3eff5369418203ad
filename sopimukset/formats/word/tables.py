"""Tables of any columns as XML in the styles of the house's layouts."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from sopimukset.formats.columns import column_widths
from sopimukset.formats.paper import ENDING_ROWS, Column, Table
from sopimukset.formats.word.quick import keeping
from sopimukset.formats.writable import checked

TEXT_WIDTH = 453.6
"""The width of the text on an upright A4 sheet of the house's layouts, in points."""

SIZE = 10.0
PADDING = 8.6
"""Letters and the space at a cell's sides, as the layouts' table style has them, in points."""

_TWIPS = 20
_SUM_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="F1F3F5"/>'
_RIGHT = '<w:jc w:val="right"/>'


def table_source(table: Table, width: float, ending: int = ENDING_ROWS) -> str:
    """A table as XML: its head is repeated on every page, its rows are never broken.

    Args:
        table: the table; its caption stands before it and is the layout's.
        width: of the whole table, in points.
        ending: how many of its last rows stay on one page.

    Raises:
        UnwritableError: a text has a control character.
    """
    shares = column_widths(table, width, SIZE, PADDING)
    widths = [round(share * _TWIPS) for share in shares]
    widths[-1] += round(width * _TWIPS) - sum(widths)
    kept, *others = keeping(len(table.rows) + 1, ending)
    rows = [_head(table, widths, keep=kept)]
    for number, (row, keep) in enumerate(zip(table.rows, others, strict=True)):
        rows.append(_row(table, number, row, widths, keep=keep))
    return f"<w:tbl>{_properties(table, widths)}{''.join(rows)}</w:tbl>"


def _properties(table: Table, widths: Sequence[int]) -> str:
    first = int(table.row_head)
    look = "04A0" if table.row_head else "0420"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tblPr><w:tblStyle w:val="Sopimustaulukko"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{look}" w:firstRow="1" w:lastRow="0" w:firstColumn="{first}" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(checked(table.caption))}/></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


def _head(table: Table, widths: Sequence[int], *, keep: bool) -> str:
    cells = "".join(
        _cell(_paragraph("Taulukonotsake", column.head, _RIGHT * (column.side == "right"), keep), w)
        for column, w in zip(table.columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row(
    table: Table, number: int, texts: Sequence[str], widths: Sequence[int], *, keep: bool
) -> str:
    strong = number in table.strong
    cells = "".join(
        _cell(_paragraph(_style(column), text, "", keep, bold=strong), width, strong=strong)
        for column, text, width in zip(table.columns, texts, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _style(column: Column) -> str:
    return "Taulukonluku" if column.side == "right" else "Taulukonteksti"


def _cell(content: str, width: int, *, strong: bool = False) -> str:
    shade = _SUM_SHADE if strong else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>'


def _paragraph(style: str, text: str, extra: str, keep: bool, *, bold: bool = False) -> str:
    kept = "<w:keepNext/>" if keep else ""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    shown = escape(checked(text))
    run = f'<w:r>{look}<w:t xml:space="preserve">{shown}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{extra}</w:pPr>{run}</w:p>'
