"""What stands around a question, and turns of phrase that change nothing about what it asks."""
