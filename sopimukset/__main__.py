"""`python -m sopimukset`."""

from sopimukset.cli.begin import run

run()
