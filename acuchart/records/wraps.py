"""The cryptography of the vault: the data key sealed under a passphrase, the header vouched for by the key.

Argon2id (RFC 9106), AES-256-GCM, HKDF and HMAC with SHA-256, from argon2-cffi and cryptography.
"""

import hmac
import secrets
from dataclasses import replace

from argon2.exceptions import HashingError
from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from acuchart.clinic.trouble import ChartTrouble
from acuchart.records.header import VERSION, Cost, Header, Wrap
from acuchart.records.shapes import to_text
from acuchart.words import _

_KEY_BYTES = 32
_MAC_PURPOSE = b"acuchart vault header mac 1"


def fresh_data_key() -> bytes:
    """A random data key of 256 bits."""
    return secrets.token_bytes(_KEY_BYTES)


def wrap(data_key: bytes, secret: str, who: str, cost: Cost) -> Wrap:
    """Seals the data key for somebody: a user's id, or the recovery key."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    bare = Wrap(cost, salt.hex(), nonce.hex(), "")
    sealed = AESGCM(_derived(secret, bare)).encrypt(nonce, data_key, _bound(bare, who))
    return replace(bare, sealed=sealed.hex())


def unwrap(kept: Wrap, secret: str, who: str) -> bytes | None:
    """The data key; None when the secret is another, or anything about the wrap was changed."""
    opener = AESGCM(_derived(secret, kept))
    try:
        return opener.decrypt(bytes.fromhex(kept.nonce), bytes.fromhex(kept.sealed), _bound(kept, who))
    except InvalidTag:
        return None


def guess_in_vain(secret: str, cost: Cost) -> None:
    """Takes as long as a wrong guess, so that nobody learns which accounts there are."""
    _derived(secret, Wrap(cost, secrets.token_bytes(16).hex(), "", ""))


def vouched(header: Header, data_key: bytes) -> Header:
    """The header with the MAC it must carry."""
    return replace(header, mac=_mac(header, data_key))


def vouches(header: Header, data_key: bytes) -> bool:
    """Whether the header carries the right MAC."""
    return hmac.compare_digest(header.mac.encode("utf-8", "surrogatepass"), _mac(header, data_key).encode())


def _derived(secret: str, kept: Wrap) -> bytes:
    cost = kept.cost
    try:
        return hash_secret_raw(
            secret.encode("utf-8", "surrogatepass"),
            bytes.fromhex(kept.salt),
            time_cost=cost.time,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=_KEY_BYTES,
            type=Type.ID,
        )
    except HashingError as error:
        raise ChartTrouble(
            _("The PC has too little free memory. Close other programs and try again.")
        ) from error


def _bound(kept: Wrap, who: str) -> bytes:
    cost = kept.cost
    figures = [VERSION, who, "argon2id", ARGON2_VERSION, cost.time, cost.memory_kib, cost.lanes, kept.salt]
    return to_text(figures).encode()


def _mac(header: Header, data_key: bytes) -> str:
    key = HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=None, info=_MAC_PURPOSE).derive(data_key)
    return hmac.digest(key, header.authenticated(), "sha256").hex()
