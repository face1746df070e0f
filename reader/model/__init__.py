"""The plain values that every floor of the house speaks in; they know of nothing but one another."""
