#!/usr/bin/env python3
"""A name server that knows the names in a file of "address name" lines, and says NXDOMAIN of every other.

usage: dns.py ADDRESS ZONE
"""

import socket
import struct
import sys

A, NOERROR, NXDOMAIN = 1, 0, 3


def question_of(query):
    """(name, type, octets of the question) of a query with one question."""
    labels, at = [], 12
    while query[at]:
        labels.append(query[at + 1 : at + 1 + query[at]].decode("ascii", "replace").lower())
        at += 1 + query[at]
    (kind,) = struct.unpack_from("!H", query, at + 1)
    return ".".join(labels), kind, query[12 : at + 5]


def reply_to(query, zone):
    name, kind, question = question_of(query)
    address = zone.get(name)
    record = b""
    if address and kind == A:
        record = struct.pack("!HHHIH", 0xC00C, A, 1, 60, 4) + socket.inet_aton(address)
    flags = 0x8580 | (NOERROR if address else NXDOMAIN)
    return query[:2] + struct.pack("!HHHHH", flags, 1, 1 if record else 0, 0, 0) + question + record


if __name__ == "__main__":
    with open(sys.argv[2], encoding="ascii") as lines:
        known = {name: address for address, name in (line.split() for line in lines)}
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((sys.argv[1], 53))
    while True:
        asked, peer = server.recvfrom(4096)
        try:
            server.sendto(reply_to(asked, known), peer)
        except (IndexError, struct.error):
            pass
