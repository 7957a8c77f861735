#!/usr/bin/env python3
"""A name server that knows the names in a file of "address name" lines, and says NXDOMAIN of every other.

usage: dns.py ADDRESS ZONE
"""

import socket
import struct
import sys

A, AAAA, NOERROR, NXDOMAIN = 1, 28, 0, 3


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
    addresses = [address for family, address in zone.get(name, []) if family == kind]
    records = [struct.pack("!HHHIH", 0xC00C, kind, 1, 60, len(address)) + address for address in addresses]
    flags = 0x8580 | (NOERROR if name in zone else NXDOMAIN)
    return query[:2] + struct.pack("!HHHHH", flags, 1, len(records), 0, 0) + question + b"".join(records)


def read_zone(lines):
    """The addresses of each name, with the type of their records."""
    zone = {}
    for address, name in (line.split() for line in lines):
        six = ":" in address
        octets = socket.inet_pton(socket.AF_INET6 if six else socket.AF_INET, address)
        zone.setdefault(name, []).append((AAAA if six else A, octets))
    return zone


if __name__ == "__main__":
    with open(sys.argv[2], encoding="ascii") as lines:
        known = read_zone(lines)
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((sys.argv[1], 53))
    while True:
        asked, peer = server.recvfrom(4096)
        try:
            server.sendto(reply_to(asked, known), peer)
        except (IndexError, struct.error):
            pass
