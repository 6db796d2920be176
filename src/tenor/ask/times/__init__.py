"""The times in a question: days, periods, events and documents as dates, and which of its words say them."""
