"""The rules: each makes the explanations that one kind of evidence suggests."""
