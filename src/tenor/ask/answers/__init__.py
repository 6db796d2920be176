"""From a reading to its answer: the versions found, whether they answer, and the words that tell them."""
