"""The room where a visit is asked, looked at, listened to and palpated."""
