"""The pages for people: the flagship answer, the query page, and the page around the API's documentation."""
