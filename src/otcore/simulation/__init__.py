"""What-if: the real flows on the memory store, driven by a virtual clock and seeded draws.

Needs the extra `simulation` (simpy). Nothing here is for production data: every run begins with an empty store.
"""
