"""The reader in a browser: a server of this machine, and a process of the reader for each page that is open."""
