"""The firm while it is played: a real host on a memory store, and a clock that only the simulation moves."""
