"""The national report: all regions side by side, as a paper and as tables for calculating."""
