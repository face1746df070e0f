"""What lies on disk: the folder (the truth), catalogue and index (derived), state (precious)."""
