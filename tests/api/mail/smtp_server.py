"""A real SMTP server that misbehaves on command. It prints its port, and keeps each mail it takes.

Usage: smtp_server.py FOLDER PORT (0 = any). The file FOLDER/answer holds what it says to RCPT ("" = takes it).
"""

import asyncio
import pathlib
import sys
import time

from aiosmtpd.smtp import SMTP


class Handler:
    def __init__(self, folder):
        self.folder = folder

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = (self.folder / "answer").read_text().strip()
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = f"{time.time_ns()}"
        partial = self.folder / f"{name}.partial"
        partial.write_bytes(envelope.original_content)
        partial.rename(self.folder / f"{name}.eml")
        return "250 taken"


async def main():
    folder = pathlib.Path(sys.argv[1])
    handler = Handler(folder)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, hostname="localhost"), "127.0.0.1", int(sys.argv[2]))
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
