#!/usr/bin/env python3
"""A server that does not speak TLS: one that greets first, as SSH does, or a captive portal's, which answers anything
with a redirection in plain HTTP.

usage: text.py ssh|portal ADDRESS PORT
"""

import socketserver
import sys

BANNER = b"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n"
REDIRECTION = (
    b"HTTP/1.1 302 Found\r\nLocation: http://login.portal.example/welcome\r\nCache-Control: no-store\r\n"
    b"Content-Type: text/html\r\nContent-Length: 78\r\nConnection: close\r\n\r\n"
    b"<html><head><title>Welcome to Guest Wi-Fi</title></head><body>Sign in</body>\r\n"
)


class Text(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(10)
        try:
            if self.server.greets:
                self.request.sendall(BANNER)
                self.request.recv(4096)
            elif self.request.recv(4096):
                self.request.sendall(REDIRECTION)
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


if __name__ == "__main__":
    server = Server((sys.argv[2], int(sys.argv[3])), Text)
    server.greets = sys.argv[1] == "ssh"
    server.serve_forever()
