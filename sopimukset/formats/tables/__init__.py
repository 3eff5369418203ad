"""Tables that offices keep: CSV and XLSX, read with a place for every cell."""
