"""How articles relate: what they have in common, which copy which, and which tell one story."""
