#!/usr/bin/env python3
"""A media relay of Microsoft's kind behind TCP 443, as small as can be: it answers the pseudo-TLS hello, and then echoes.

[MS-TURN] section 2.1.1: the hello is answered with ServerHello and ServerHelloDone in one record, and TLS never begins;
what follows is raw. Google's hello ("ssltcp", SSLv2's form) gets its own constant answer. Whoever says anything else, a
real ClientHello for one, is hung up on without a word.

usage: relay.py ADDRESS PORT
"""

import os
import socket
import socketserver
import sys

MICROSOFT_PREFIX = bytes.fromhex("160301002d010000290301")
MICROSOFT_SUFFIX = bytes.fromhex("0000020018" "0100")
MICROSOFT_LENGTH = 50

GOOGLE_HELLO = bytes.fromhex(
    "804601030100" "2d00000010"
    "0100800300800700c0060040020080040080" "00000400feff00000a00fefe000009000064000062000003000006"
    "1f170ca62f0078fc46552eb18339f1ea"
)
GOOGLE_REPLY = bytes.fromhex(
    "160301004a020000460301"
    "428545a727a95da0b3c5e753da482b3fc65aca89c15852a1783c5b174600853f"
    "200ed306725b5b1b5f15ac13f988539d9be83d7b0c30326e384da27557416c345c"
    "000400"
)


def microsoft_reply():
    """ServerHello with a random and a session of its own, TLS_DH_anon_WITH_RC4_128_MD5, and ServerHelloDone: 83 octets."""
    return (
        bytes.fromhex("160301004e020000460301") + os.urandom(32) + b"\x20" + os.urandom(32)
        + bytes.fromhex("001800") + bytes.fromhex("0e000000")
    )


def answer(hello):
    """The answer to a hello; None if more must be read first, empty if it is none of ours."""
    if hello[:1] == b"\x16":
        if len(hello) < MICROSOFT_LENGTH:
            return None
        ours = hello.startswith(MICROSOFT_PREFIX) and hello[43:] == MICROSOFT_SUFFIX
        return microsoft_reply() if ours else b""
    if hello[:1] == b"\x80":
        if len(hello) < len(GOOGLE_HELLO):
            return None
        return GOOGLE_REPLY if hello == GOOGLE_HELLO else b""
    return b""


class Relay(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(20)
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            hello = b""
            while (reply := answer(hello) if hello else None) is None:
                more = self.request.recv(4096)
                if not more:
                    return
                hello += more
            self.request.sendall(reply)
            while reply and (raw := self.request.recv(4096)):
                self.request.sendall(raw)
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


if __name__ == "__main__":
    Server((sys.argv[1], int(sys.argv[2])), Relay).serve_forever()
