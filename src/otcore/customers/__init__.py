"""Who buys: onboarding, agreed terms, identifiers, and the credit account."""
