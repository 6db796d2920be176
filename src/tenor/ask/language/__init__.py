"""English: words in normal form, words that every field shares, and lists of common ones."""
