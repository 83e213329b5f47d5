"""What journeys of people with an account need: mails, codes of an authenticator."""

import base64
import email
import email.policy
import hashlib
import hmac
import os
import pathlib
import struct
import time

NOW = int(os.environ["MITWIRKEN_TEST_NOW"])
MAILS = pathlib.Path(os.environ["MITWIRKEN_TEST_FILES"]) / "mail"


def last_mail(address):
    """The subject and the text of the latest mail to somebody, once there is one."""
    for _ in range(300):
        for path in sorted(MAILS.glob("*.eml"), reverse=True):
            mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            if mail["to"] == address:
                return mail["subject"], mail.get_body(("plain",)).get_content()
        time.sleep(0.05)
    raise AssertionError(f"no mail to {address}")


def code_of(secret, now=NOW):
    """What an authenticator with this secret shows (RFC 6238)."""
    key = base64.b32decode(secret.replace(" ", "") + "=" * (-len(secret.replace(" ", "")) % 8))
    digest = hmac.new(key, struct.pack(">Q", now // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"
