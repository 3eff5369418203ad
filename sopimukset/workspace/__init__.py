"""Finds regions and clause libraries, reads records with the place of every value."""
