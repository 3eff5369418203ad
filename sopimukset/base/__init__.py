"""Periods, dates, files and packaged data. Standard library only."""
