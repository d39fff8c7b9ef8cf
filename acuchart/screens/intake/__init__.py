"""The form in the patient's hands, and the form as the practitioner reads it."""
