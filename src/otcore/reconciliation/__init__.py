"""Cash application: which receipt pays which invoice, on what evidence, and why not."""
