"""The command line: text for people, JSON for programs, and nothing that needs a screen."""
