"""The one long job: bring catalogue and index in line with the folder.

Whoosh commits first, then the catalogue says "indexed": killed at any instant, an article is at worst indexed again.
`work.refresh` does it here and now, `process.start` in a process of its own; `job.Job` says what is to be done.
"""
