"""What a passphrase must be, and the form in which it opens the vault."""

import unicodedata

from acuchart.clinic.trouble import ChartTrouble
from acuchart.words import _

FEWEST_CHARACTERS = 12
FEWEST_WORDS = 4
FEWEST_DIFFERENT = 5


def check_passphrase(text: str, name: str) -> str:
    """The passphrase, or trouble when it is easily guessed.

    Twelve characters or four words are enough, unless they are the person's own name or a few characters
    repeated.
    """
    words = [word for word in text.split() if len(word) > 1]
    if len(text.strip()) < FEWEST_CHARACTERS and len(words) < FEWEST_WORDS:
        raise ChartTrouble(
            _("Make the passphrase at least {n} characters long, or {words} words.").format(
                n=FEWEST_CHARACTERS, words=FEWEST_WORDS
            )
        )
    if _letters(text) in (_letters(name), _letters(" ".join(reversed(name.split())))):
        raise ChartTrouble(_("Take something else than your name as passphrase."))
    if len(set(text)) < FEWEST_DIFFERENT:
        raise ChartTrouble(_("Take a passphrase of more than a few different characters."))
    return text


def typed_secret(text: str) -> str:
    """The passphrase as every keyboard gives it: accents composed (NFC), nothing else changed."""
    return unicodedata.normalize("NFC", text)


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
