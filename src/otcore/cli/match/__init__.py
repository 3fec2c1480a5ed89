"""Cash application over files: `otcore match`."""
