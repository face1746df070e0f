"""What a person can set: where files lie, the configuration, the keys and the themes."""
