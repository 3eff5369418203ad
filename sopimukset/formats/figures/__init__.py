"""Figures: charts and wheels as shapes, drawn alike into Word and PDF."""
