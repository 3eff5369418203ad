"""`python -m sopimukset`."""

from sopimukset.cli.main import run

run()
