#!/usr/bin/env python3
"""Takes the recording machine's processor and kernel names out of a pcapng file; every other byte stays.

usage: strip_machine.py FROM TO
"""

import struct
import sys

SECTION_HEADER, INTERFACE_DESCRIPTION = 0x0A0D0D0A, 1
# block type -> (offset of its options, the options to drop): shb_hardware and shb_os; if_os and if_hardware
DROPPED = {SECTION_HEADER: (24, {2, 3}), INTERFACE_DESCRIPTION: (16, {12, 15})}


def padded(length):
    return (length + 3) & ~3


def strip(block):
    """The block without the options to drop; the machine is little-endian, as the file it wrote."""
    kind = struct.unpack_from("<I", block)[0]
    if kind not in DROPPED:
        return block
    start, dropped = DROPPED[kind]
    kept, at, end = bytearray(block[8:start]), start, len(block) - 4
    while at < end:
        code, length = struct.unpack_from("<HH", block, at)
        following = at + 4 + padded(length)
        if code not in dropped:
            kept += block[at:following]
        at = following
    length = struct.pack("<I", 12 + len(kept))
    return block[:4] + length + kept + length


def main(source, target):
    with open(source, "rb") as file:
        data = file.read()
    at, blocks = 0, []
    while at < len(data):
        length = struct.unpack_from("<I", data, at + 4)[0]
        blocks.append(strip(data[at : at + length]))
        at += length
    with open(target, "wb") as file:
        file.write(b"".join(blocks))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
