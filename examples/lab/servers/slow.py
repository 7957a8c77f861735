#!/usr/bin/env python3
"""Carries connections on to where the packet filter took them from, late and unread: a long way, and nobody in between.

What comes is sent on in its order after the delay, if wanted in pieces, with the delay before each. The TCP handshake is
not delayed: seen from the client, the server is near and slow.

usage: slow.py ADDRESS PORT DELAY_MS [PIECE]
"""

import socket
import socketserver
import struct
import sys
import threading
import time

SO_ORIGINAL_DST = 80


def carry(source, destination, delay, piece):
    try:
        while data := source.recv(65536):
            for at in range(0, len(data), piece or len(data)):
                time.sleep(delay)
                destination.sendall(data[at : at + (piece or len(data))])
        time.sleep(delay)
        destination.shutdown(socket.SHUT_WR)
    except OSError:
        for connection in (source, destination):
            connection.close()


class Slow(socketserver.BaseRequestHandler):
    def handle(self):
        port, host = struct.unpack_from("!2xH4s", self.request.getsockopt(socket.SOL_IP, SO_ORIGINAL_DST, 16))
        with socket.create_connection((socket.inet_ntoa(host), port), 10) as origin:
            for end in (self.request, origin):
                end.settimeout(30)
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            answering = threading.Thread(target=carry, args=(origin, self.request, self.server.delay, self.server.piece))
            answering.start()
            carry(self.request, origin, self.server.delay, 0)
            answering.join()


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


if __name__ == "__main__":
    server = Server((sys.argv[1], int(sys.argv[2])), Slow)
    server.delay = int(sys.argv[3]) / 1000
    server.piece = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    server.serve_forever()
