"""The follow-up report of a steering group, as a paper before any file format."""
