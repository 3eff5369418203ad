"""The law as rules: one a file, dated, cited, explained."""
