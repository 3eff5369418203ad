"""The names that a redline works with."""

from __future__ import annotations

from sopimukset.formats.word.xml import w

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
CT = "http://schemas.openxmlformats.org/package/2006/content-types"

P, RUN, TABLE, ROW, CELL = w("p"), w("r"), w("tbl"), w("tr"), w("tc")
P_PR, R_PR, SECT_PR = w("pPr"), w("rPr"), w("sectPr")
TBL_PR, TR_PR, TC_PR, GRID, EXCEPTION = (
    *(w("tblPr"), w("trPr"), w("tcPr"), w("tblGrid"), w("tblPrEx")),
)
TEXT, DELETED_TEXT = w("t"), w("delText")
CODE, DELETED_CODE = w("instrText"), w("delInstrText")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
LINK, SDT, SDT_CONTENT = w("hyperlink"), w("sdt"), w("sdtContent")
FIELD, FIELD_MARK, FIELD_TYPE = w("fldSimple"), w("fldChar"), w("fldCharType")
MATH = {f"{{{M}}}oMath", f"{{{M}}}oMathPara"}
NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
BOOKMARK, BOOKMARK_END = w("bookmarkStart"), w("bookmarkEnd")
ID, VAL, NAME, ANCHOR, TYPE = w("id"), w("val"), w("name"), w("anchor"), w("type")

TRANSPARENT = {LINK, w("smartTag"), w("customXml"), SDT, SDT_CONTENT, w("dir"), w("bdo")}
"""What holds runs within a paragraph."""

UNSEEN = {
    w(name)
    for name in (
        *("bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
        *("lastRenderedPageBreak", "lang", "noProof"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart"),
        *("customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
        *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
    )
}
"""What a reader doesn't see: anchors, and what programs note about spelling and pages."""

CHANGES = {
    w(name)
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange"),
        *("tcPrChange", "tblPrExChange", "numberingChange"),
    )
}
"""What tells of properties as they were."""

RANGES = {
    w(name)
    for name in (
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart"),
        *("customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
        *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
    )
}
"""What bounds a stretch that was moved, or an element that was put around something."""
