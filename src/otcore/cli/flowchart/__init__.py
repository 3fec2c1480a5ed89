"""What a store's events show: `otcore flowchart` and `otcore events`."""
