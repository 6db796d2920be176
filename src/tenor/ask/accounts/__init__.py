"""Answers from what is no clause: events, documents, claims, disputes, observations, and the whole of what two have with each other."""
