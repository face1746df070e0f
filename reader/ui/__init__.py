"""The terminal application: the only floor that knows Textual."""
