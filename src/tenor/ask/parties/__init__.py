"""Who is who in a question: subject and holder, before and after whom, the first and the last."""
