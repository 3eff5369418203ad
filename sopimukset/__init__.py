"""Sopimukset: TYM steering groups as data, checked against the law, printed as agreements."""

__version__ = "0.1.0"
