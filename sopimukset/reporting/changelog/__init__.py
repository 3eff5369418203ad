"""How changes are shown: Markdown, text, JSON and a short comment, each a module of this room."""
