"""Which rows of a bank file are in the books already: statements overlap, and reports tell what statements will say."""
