#!/usr/bin/env python3
"""Answers STUN binding requests (RFC 8489) with the address that they came from, and nothing else.

usage: stun.py ADDRESS PORT
"""

import socket
import struct
import sys

COOKIE = 0x2112A442
HEADER = 20
REQUEST, SUCCESS = 0x0001, 0x0101
XOR_MAPPED_ADDRESS, IPV4 = 0x0020, 1


def request(transaction):
    return struct.pack("!HHI", REQUEST, 0, COOKIE) + transaction


def reply_to(asked, host, port):
    """The answer; None to what is no binding request."""
    if len(asked) < HEADER or struct.unpack_from("!H2xI", asked) != (REQUEST, COOKIE):
        return None
    (address,) = struct.unpack("!I", socket.inet_aton(host))
    mapped = struct.pack("!HHxBHI", XOR_MAPPED_ADDRESS, 8, IPV4, port ^ COOKIE >> 16, address ^ COOKIE)
    return struct.pack("!HH", SUCCESS, len(mapped)) + asked[4:HEADER] + mapped


if __name__ == "__main__":
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((sys.argv[1], int(sys.argv[2])))
    while True:
        received, peer = server.recvfrom(2048)
        if (reply := reply_to(received, *peer)) is not None:
            server.sendto(reply, peer)
