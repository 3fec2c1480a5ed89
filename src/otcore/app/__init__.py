"""The face for hosts: one object that handles commands, answers questions, and does what time and the outbox ask for.
"""
