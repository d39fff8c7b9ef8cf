"""How the schema came to be, revision by revision; a published revision is never edited."""
