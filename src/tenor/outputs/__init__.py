"""The forms in which results leave the program: one module for each family, pure functions from values to text."""
