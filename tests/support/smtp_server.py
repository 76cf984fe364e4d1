"""A mail server on loopback that misbehaves on request, for tests/e2e/send.sh:

    smtp_server.py FOLDER CERTIFICATE KEY starttls|tls|plain

Writes its port to FOLDER/port and every message that it takes to FOLDER/N.eml, with
the recipient in FOLDER/N.to, and each login to FOLDER/logins. FOLDER/rules, read
anew for each recipient, has lines "ADDRESS ACTION [TIMES]":

    550, 451    refuse with that code
    after-554   take the whole message and refuse it then
    cut         take the whole message, keep it, and hang up without an answer
    cut-early   hang up in the middle of the message
    hang        take the whole message, keep it, and never answer
    slow        answer after a quarter of a second

"from:ADDRESS 550" refuses a sender.

With TIMES only so often; then the recipient is served like others.
"""

import asyncio
import base64
import os
import socket
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder, certificate, key, mode = sys.argv[1:5]
used = {}
count = 0


def path(name):
    return os.path.join(folder, name)


def action_for(address):
    try:
        lines = open(path("rules")).read().splitlines()
    except FileNotFoundError:
        return ""
    for line in lines:
        words = line.split()
        if words[:1] == [address]:
            n = used.get(line, 0)
            if len(words) < 3 or n < int(words[2]):
                used[line] = n + 1
                return words[1]
    return ""


def keep(envelope):
    global count
    count += 1
    for name, content in ((f"{count}.eml", envelope.original_content),
                          (f"{count}.to", envelope.rcpt_tos[0].encode() + b"\n")):
        with open(path(name + ".part"), "wb") as out:
            out.write(content)
        os.rename(path(name + ".part"), path(name))


def note_login(text):
    with open(path("logins"), "a") as out:
        out.write(text + "\n")


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if action_for("from:" + address) == "550":
            return f"550 5.7.60 {address} is not yours"
        envelope.mail_from = address
        return "250 2.1.0 fine"

    async def handle_RCPT(self, server, session, envelope, address, options):
        server.action = action_for(address)
        if server.action == "550":
            return f"550 5.1.1 <{address}>: nobody of that name"
        if server.action == "451":
            return "451 4.3.0 come back later"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"

    async def handle_DATA(self, server, session, envelope):
        if server.action == "after-554":
            return "554 5.7.1 this looks like\r\nadvertising"
        keep(envelope)
        if server.action == "cut":
            server.transport.abort()
        elif server.action == "hang":
            await asyncio.sleep(1000)
        elif server.action == "slow":
            await asyncio.sleep(0.25)
        return f"250 2.0.0 taken as number {count}"

    async def auth_XOAUTH2(self, server, args):
        if len(args) > 1:
            text = base64.b64decode(args[1]).decode()
        else:
            text = (await server.challenge_auth("")).decode()
        note_login("XOAUTH2 " + text.replace("\x01", "|"))
        if "Bearer right-token" in text:
            return AuthResult(success=True, auth_data=text)
        return AuthResult(success=False, handled=False)


class Server(SMTP):
    action = ""

    async def smtp_DATA(self, arg):
        if self.action != "cut-early":
            await super().smtp_DATA(arg)
            return
        await self.push("354 go on")
        self.transport.pause_reading()
        await asyncio.sleep(0.2)
        self.transport.abort()


def authenticate(server, session, envelope, mechanism, data):
    if not isinstance(data, LoginPassword):
        return AuthResult(success=False, handled=False)
    note_login(f"{mechanism} {data.login.decode()} {data.password.decode()}")
    return AuthResult(success=data.password == b"right-password", handled=False)


def make_server():
    options = {"hostname": "localhost", "data_size_limit": 1 << 30,
               "command_call_limit": None}
    if mode == "starttls":
        options.update(tls_context=context, require_starttls=True,
                       auth_required=True, authenticator=authenticate)
    elif mode == "tls":
        options.update(auth_required=True, auth_require_tls=False,
                       authenticator=authenticate)
    return Server(Handler(), **options)


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 0))
    # For "cut-early": what is not read must not fit into the system's buffers.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
    server = await loop.create_server(make_server, sock=listener,
                                      ssl=context if mode == "tls" else None)
    with open(path("port.part"), "w") as out:
        out.write(str(listener.getsockname()[1]))
    os.rename(path("port.part"), path("port"))
    await server.serve_forever()


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
asyncio.run(main())
