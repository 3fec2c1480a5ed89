"""Order to cash as a library: what happens between "a customer wants something" and "the money is ours and explained"."""

__version__ = "0.1.0"
