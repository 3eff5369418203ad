"""What an agreement is: its kind, its facts, its clauses, and the file that comes of them."""
