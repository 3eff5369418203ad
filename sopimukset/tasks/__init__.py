"""What a person can have done, one function each, the same for every door."""
