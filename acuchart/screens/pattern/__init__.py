"""The room beside the findings: the ledger of patterns, the next question, the assessment."""
