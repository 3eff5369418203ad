"""Figures: charts and wheels as shapes, drawn alike into Word and PDF; nothing here has heard of TYM."""
