"""Domain-free crafts: YAML, Word. None of them has heard of TYM."""
