#!/usr/bin/env python3
"""Says what a connection meets, with OpenSSL and without Interloper: whether the lab is what its table says.

Prints one word: issuer=COMMON_NAME of the certificate, http=STATUS or text=START of an answer that is not TLS,
proxy=STATUS of a refused tunnel, page=STATUS of "GET /",
reply=LENGTH or alert=NUMBER in answer to a pseudo-TLS hello, or nxdomain, dropped,
reset, unreachable, closed, silent; stun=answered, stun=silent or stun=refused of UDP 3478.

usage: witness.py tls|page|microsoft|google|stun[-six] HOST:PORT [PROXY_HOST:PORT]
  -six  over IPv6
"""

import os
import re
import socket
import ssl
import subprocess
import sys

import relay
import stun

TIMEOUT = 4
MICROSOFT_HELLO = (
    relay.MICROSOFT_PREFIX
    + bytes.fromhex("c1fcd5a36d93dd7e0b45673fec7985fbbc3fd660c2ce8485081b8121bcaa10fb")
    + relay.MICROSOFT_SUFFIX
)


class Told(Exception):
    """The word is known."""


def endpoint(text):
    host, port = text.rsplit(":", 1)
    return host.strip("[]"), int(port)


def resolved(host, port, six):
    """The first address of the family that is asked for."""
    return socket.getaddrinfo(host, port, socket.AF_INET6 if six else socket.AF_INET, socket.SOCK_STREAM)[0][4][:2]


def connect(target, proxy, six):
    try:
        found = socket.create_connection(resolved(*endpoint(proxy or target), six), TIMEOUT)
    except socket.gaierror:
        raise Told("nxdomain") from None
    except socket.timeout:
        raise Told("dropped") from None
    except ConnectionRefusedError:
        raise Told("reset") from None
    except OSError:
        raise Told("unreachable") from None
    found.settimeout(TIMEOUT)
    if proxy:
        found.sendall(f"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n\r\n".encode())
        reply = b""
        while b"\r\n\r\n" not in reply and (more := found.recv(1)):
            reply += more
        status = reply.split(b" ")[1].decode() if reply else "closed"
        if status != "200":
            raise Told(f"proxy={status}")
    return found


def read(connection, wanted):
    """What comes, until as much as wanted is there or the peer ends it."""
    got = b""
    try:
        while len(got) < wanted and (more := connection.recv(4096)):
            got += more
    except socket.timeout:
        return got, "silent"
    except OSError:
        return got, "reset"
    return got, "closed"


def pseudo_tls(connection, hello, length):
    connection.sendall(hello)
    got, ending = read(connection, length)
    if not got:
        return ending
    if got[0] == 0x15 and len(got) >= 7:
        return f"alert={got[6]}"
    connection.sendall(b"raw words")
    echo, _ = read(connection, 9)
    return f"reply={len(got)}" + ("" if echo == b"raw words" else ",no echo")


def tls(connection, host, page):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    session = context.wrap_bio(incoming, outgoing, server_hostname=host)
    first = b""
    while True:
        try:
            session.do_handshake()
            break
        except ssl.SSLWantReadError:
            connection.sendall(outgoing.read())
            try:
                more = connection.recv(4096)
            except socket.timeout:
                return "silent"
            except OSError:
                return "reset"
            if not more:
                return "closed"
            first = first or more
            incoming.write(more)
        except ssl.SSLError as error:
            break_off(first, error)
    if page:
        return status_of_page(connection, session, incoming, outgoing, host)
    return issuer_of(session.getpeercert(True), "DER")


def status_of_page(connection, session, incoming, outgoing, host):
    """What "GET /" is answered with."""
    session.write(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    connection.sendall(outgoing.read())
    while True:
        try:
            reply = session.read(4096)
            return "page=" + reply.split(b" ")[1].decode() if reply else "closed"
        except ssl.SSLWantReadError:
            more = connection.recv(4096)
            if not more:
                return "closed"
            incoming.write(more)


def binding(host):
    """What a STUN binding request meets, asked twice."""
    transaction = os.urandom(12)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.settimeout(1)
        asking.connect((host, 3478))
        for _ in range(2):
            try:
                asking.send(stun.request(transaction))
                return "stun=answered" if asking.recv(2048)[8:20] == transaction else "stun=garbled"
            except socket.timeout:
                continue
            except OSError:
                return "stun=refused"
    return "stun=silent"


def issuer_of(certificate, form):
    shown = subprocess.run(
        ["openssl", "x509", "-inform", form, "-noout", "-issuer", "-nameopt", "multiline,utf8"],
        input=certificate, capture_output=True, check=False,
    ).stdout.decode()
    issuer = re.search(r"commonName\s*= (.*)", shown)
    return f"issuer={issuer.group(1)}" if issuer else ""


def break_off(first, error):
    http = re.match(rb"HTTP/1\.[01] (\d+)", first)
    if http:
        raise Told("http=" + http.group(1).decode()) from None
    if first[:1] not in b"\x14\x15\x16\x17":
        raise Told("text=" + first[:4].decode("ascii", "replace")) from None
    raise Told("alert" if "ALERT" in str(error) else str(error)) from None


def shown_by_s_client(target, proxy):
    """The certificate of a handshake that failed later on, for want of a client's certificate: Python's ssl keeps it to itself."""
    route = ["-proxy", proxy] if proxy else []
    shown = subprocess.run(
        ["openssl", "s_client", *route, "-connect", target, "-servername", endpoint(target)[0]],
        stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=20,
    ).stdout
    return issuer_of(shown, "PEM")


def witness(asked, target, proxy):
    kind, six = asked.removesuffix("-six"), asked.endswith("-six")
    try:
        if kind == "stun":
            return binding(endpoint(target)[0])
        with connect(target, proxy, six) as connection:
            if kind == "microsoft":
                return pseudo_tls(connection, MICROSOFT_HELLO, 83)
            if kind == "google":
                return pseudo_tls(connection, relay.GOOGLE_HELLO, 79)
            return tls(connection, endpoint(target)[0], kind == "page")
    except Told as told:
        return (str(told) == "alert" and shown_by_s_client(target, proxy)) or str(told)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    print(witness(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None))
