"""From words to one reading: what is asked, of which of all candidates, or why none."""
