"""The needling session: one room beside the patient, and the board of all rooms."""
