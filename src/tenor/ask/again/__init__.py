"""A refused question, asked again in another form that means the same."""
