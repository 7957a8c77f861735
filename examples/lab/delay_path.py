#!/usr/bin/env python3
"""A path with a delay: carries IP packets between two network namespaces.

Opens one TUN device in each namespace and hands every packet over, unchanged and in order, once the one-way delay is
over. It stands in for netem, which many kernels lack. Prints "ready" when both devices exist.

usage: delay_path.py DELAY_MS NAMESPACE DEVICE NAMESPACE DEVICE
"""

import collections
import ctypes
import fcntl
import os
import select
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000
CLONE_NEWNET = 0x40000000
LARGEST_PACKET = 65536


def enter(namespace):
    """Moves this process into a namespace of `ip netns`."""
    libc = ctypes.CDLL(None, use_errno=True)
    with open(f"/var/run/netns/{namespace}", "rb") as handle:
        if libc.setns(handle.fileno(), CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), f"cannot enter {namespace}")


def open_tun(namespace, device):
    enter(namespace)
    tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH22x", device.encode(), IFF_TUN | IFF_NO_PI))
    return tun


def read_packets(tun):
    while True:
        try:
            yield os.read(tun, LARGEST_PACKET)
        except BlockingIOError:
            return


def carry(left, right, delay_ns):
    other = {left: right, right: left}
    on_the_way = collections.deque()  # (due, destination, packet); one delay for all, so in order of arrival
    while True:
        wait = max(0, on_the_way[0][0] - time.monotonic_ns()) / 1e9 if on_the_way else None
        readable, _, _ = select.select([left, right], [], [], wait)
        for tun in readable:
            for packet in read_packets(tun):
                on_the_way.append((time.monotonic_ns() + delay_ns, other[tun], packet))
        while on_the_way and on_the_way[0][0] <= time.monotonic_ns():
            _, destination, packet = on_the_way.popleft()
            os.write(destination, packet)


def main(delay_ms, left_namespace, left_device, right_namespace, right_device):
    left = open_tun(left_namespace, left_device)
    right = open_tun(right_namespace, right_device)
    # Ahead of every ordinary process: on a busy machine the path would otherwise be late now and then.
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(10))
    print("ready", flush=True)
    carry(left, right, round(float(delay_ms) * 1e6))


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
