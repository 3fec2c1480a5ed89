"""Use cases as flows: generators that ask for what they need as data, and drivers that answer."""
