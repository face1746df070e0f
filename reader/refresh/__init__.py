"""The one long job: bring catalogue and index in line with the folder.

Whoosh commits first, then the catalogue says "indexed": killed at any instant, an article is at worst indexed again.
"""

from reader.refresh.job import Job, Report
from reader.refresh.process import Refreshing, start
from reader.refresh.work import lock, refresh

__all__ = ["Job", "Refreshing", "Report", "lock", "refresh", "start"]
