"""The face for hosts: one object that handles commands, answers questions, and does what falls due."""
