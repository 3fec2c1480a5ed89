"""The event log: what happened, and to which objects, as process mining wants it."""
