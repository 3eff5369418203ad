"""The typeface of what the program draws itself, and how wide a text is in it.

Carlito (SIL Open Font License 1.1, see `OFL.txt`) has the widths of Calibri, in which the Word
layouts are written: what is measured here fits in both, and a chart looks alike in both.
"""
