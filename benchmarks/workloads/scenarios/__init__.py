"""What a payment is for, and what its payer writes: one function a scenario.

A scenario draws from what is open on a day; it returns None where nothing fits, and another is tried.
"""
