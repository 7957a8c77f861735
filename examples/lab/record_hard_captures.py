#!/usr/bin/env python3
"""Records examples/captures/hard afresh: real TLS stacks, real packets, between two network namespaces of its own.

One path between them has a round-trip time of 24 ms, a second one of 3 ms. Every case of hard_cases.py is
played once for each of its clients; nothing is written unless every capture shows what its rows say of it. Private keys
live in a directory of their own, and die with it.

Needs root on Linux with /dev/net/tun, and ip, java, openssl, curl, dumpcap and tshark; build the lab first with
`mvn -DskipTests package`.

usage: record_hard_captures.py [OUTPUT_DIRECTORY [CASE...]]
"""

import contextlib
import hashlib
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import hard_cases
from hard_cases import CASES, Forged, Jsse, Minting, OpenSsl, Portal

HERE = pathlib.Path(__file__).resolve().parent
JAR = HERE / "target" / "lab.jar"
DEFAULT_OUTPUT = HERE.parent / "captures" / "hard"
FAR_CLIENT, NEAR_CLIENT = "192.0.2.10", "10.20.30.40"
ONE_WAY_MS = {"wan": "12", "lan": "1.5"}
REHEARSALS = 8
TRIES = 6
COLUMNS = (
    "case label interceptor interceptor_version client client_version origin origin_version tls mode sni client_pcap "
    "upstream_pcap origin_leaf_sha256 presented_leaf_sha256 keylog client_result net expect why"
).split()
PYTHON_CLIENT = """
import socket, ssl, sys
host, address, trust, keys = sys.argv[1:]
context = ssl.create_default_context(cafile=trust)
context.keylog_filename = keys
with context.wrap_socket(socket.create_connection((address, 443), 5), server_hostname=host) as tls:
    tls.sendall(f"GET /index.txt HTTP/1.1\\r\\nHost: {host}\\r\\nConnection: close\\r\\n\\r\\n".encode())
    while tls.recv(4096):
        pass
"""


def output_of(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


def version(*command, pattern):
    done = subprocess.run(command, capture_output=True, text=True)
    return re.search(pattern, done.stdout + done.stderr)[1]


class Lab:
    """The namespaces, the paths, and the directory with everything that must not stay."""

    def __init__(self, stack):
        self.work = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        self.client, self.server = f"hard-client-{os.getpid()}", f"hard-server-{os.getpid()}"
        for namespace in (self.client, self.server):
            output_of("ip", "netns", "add", namespace)
            stack.callback(subprocess.run, ["ip", "netns", "del", namespace])
            for setting in ("net.ipv6.conf.all.disable_ipv6=1", "net.ipv6.conf.default.disable_ipv6=1",
                            "net.ipv4.tcp_no_metrics_save=1", "net.ipv4.conf.all.rp_filter=0",
                            "net.ipv4.conf.default.rp_filter=0"):
                output_of(*self.within(namespace, "sysctl", "-qw", setting))
            output_of("ip", "-n", namespace, "link", "set", "lo", "up")
        for device, delay in ONE_WAY_MS.items():
            stack.enter_context(self.running(
                [sys.executable, HERE / "delay_path.py", delay, self.client, device, self.server, device], "ready"))
        self.lay("wan", FAR_CLIENT, ("default",))
        self.lay("lan", NEAR_CLIENT, hard_cases.NEAR)
        for address in sorted({address for case in CASES for address in case.servers}):
            output_of("ip", "-n", self.server, "address", "add", f"{address}/32", "dev", "lo")

    def lay(self, device, client, destinations):
        output_of("ip", "-n", self.client, "address", "add", f"{client}/32", "dev", device)
        for namespace in (self.client, self.server):
            output_of("ip", "-n", namespace, "link", "set", device, "mtu", "1500", "up")
        for destination in destinations:
            output_of("ip", "-n", self.client, "route", "add", destination, "dev", device, "src", client)
        output_of("ip", "-n", self.server, "route", "add", f"{client}/32", "dev", device)

    def within(self, namespace, *command):
        return ["ip", "netns", "exec", namespace, *map(str, command)]

    def device_to(self, address):
        return re.search(r"dev (\w+)", output_of("ip", "-n", self.client, "route", "get", address))[1]

    @contextlib.contextmanager
    def running(self, command, said, stop=signal.SIGTERM):
        """A child that is there once it has said something, and gone afterwards."""
        log = self.work / "log"
        with open(log, "w") as out:
            child = subprocess.Popen(list(map(str, command)), stdout=out, stderr=out, stdin=subprocess.DEVNULL, cwd=self.work)
        try:
            for _ in range(200):
                if said in log.read_text():
                    break
                if child.poll() is not None:
                    raise RuntimeError(f"{command}: {log.read_text()}")
                time.sleep(0.05)
            else:
                raise RuntimeError(f"{command}: never said {said}")
            log.unlink()
            yield
        finally:
            child.send_signal(stop)
            child.wait()

    def java(self, *arguments):
        return ["java", "-Xshare:auto", "-jar", JAR, *arguments]


class Servers:
    """Starts what a case asks for."""

    def __init__(self, lab):
        self.lab = lab

    def start(self, stack, server, addresses):
        """Returns the identity's name under which the leaf lies, if it is there at all, and the stack's name."""
        if isinstance(server, OpenSsl):
            return self.openssl(stack, server.identity, server.flags, addresses)
        if isinstance(server, Forged):
            output_of(*map(str, self.lab.java("hard", "forge", "--origin", f"{server.origin}.jks", "--into", ".", "--name",
                                              "forged", *self.forging(server.forging))), cwd=self.lab.work)
            return self.openssl(stack, "forged", server.flags, addresses)
        where = [part for address in addresses for part in ("--address", address)]
        if isinstance(server, Portal):
            return self.serve(stack, "serve-portal", *where)
        flight = ["--pause", server.pause, *(["--one-record"] if server.one_record else [])]
        if isinstance(server, Jsse):
            self.serve(stack, "serve", *where, *flight, "--identity", f"{server.identity}.jks")
            names = {"any.example": addresses[0]}
        else:
            origins = [part for host, origin in server.origins.items() for part in ("--origin", f"{host}={origin}.jks")]
            self.serve(stack, "serve-minting", *where, *flight, *origins, *self.forging(server.forging))
            names = dict(zip(server.origins, addresses))
        if not server.cold:
            self.rehearse(names)

    def forging(self, forging):
        copied = ["--copy", ",".join(forging.copy)] if forging.copy else []
        return ["--authority", f"{forging.authority}.jks", *copied, "--key", forging.key, "--tail", forging.tail,
                "--backdated", forging.backdated, "--life", forging.life, *forging.flags]

    def serve(self, stack, *arguments):
        command = self.lab.within(self.lab.server, *self.lab.java("hard", *arguments))
        stack.enter_context(self.lab.running(command, "listening"))

    def openssl(self, stack, identity, flags, addresses):
        for address in addresses:
            command = ["openssl", "s_server", "-accept", f"{address}:443", "-WWW", "-keylogfile", "server.keys",
                       "-key", f"{identity}.key", "-cert", f"{identity}.leaf.pem", *flags]
            if (self.lab.work / f"{identity}.rest.pem").stat().st_size:
                command += ["-cert_chain", f"{identity}.rest.pem"]
            stack.enter_context(self.lab.running(self.lab.within(self.lab.server, *command), "ACCEPT"))

    def rehearse(self, names):
        """So that no cold start shows in the times."""
        for name, address in names.items():
            for protocol in ("-tls1_2", "-tls1_3") * (REHEARSALS // 2):
                subprocess.run(
                    self.lab.within(self.lab.client, "openssl", "s_client", "-connect", f"{address}:8443", "-servername", name,
                                    protocol, "-quiet", "-ign_eof"),
                    input=f"GET /index.txt HTTP/1.1\r\nHost: {name}\r\n\r\n", capture_output=True, text=True, timeout=20)


class Clients:
    """What visits a host; each writes the key log that it can."""

    def __init__(self, lab):
        self.lab = lab
        openssl = version("openssl", "version", pattern=r"OpenSSL (\S+)")
        self.versions = {
            "openssl": openssl,
            "curl": version("curl", "--version", pattern=r"curl (\S+)"),
            "java17": version("java", "-version", pattern=r'"([^"]+)"'),
            "py-ssl": ".".join(map(str, sys.version_info[:3])),
        }

    def version(self, client):
        return next(version for name, version in self.versions.items() if client.startswith(name))

    def visit(self, client, name, address, keys, session=None):
        if client.startswith("openssl"):
            command = ["openssl", "s_client", "-connect", f"{address}:443", "-CAfile", "trust.pem", "-keylogfile", keys,
                       "-tls1_2" if "12" in client else "-tls1_3", "-ign_eof"]
            command += ["-noservername"] if "nosni" in client else ["-servername", name]
            command += session or []
            # -ign_eof keeps it until the server hangs up, -quiet would hide whether the session was resumed
            return self.run(command, f"GET /index.txt HTTP/1.1\r\nHost: {name}\r\n\r\n")
        if client.startswith("curl"):
            return self.run(
                ["curl", "-sS", "--resolve", f"{name}:443:{address}", "--cacert", "trust.pem", "--max-time", "8",
                 *(["-k"] if "-k" in client else []), *(["--tls-max", "1.2"] if "12" in client else []),
                 f"https://{name}/index.txt"], env=os.environ | {"SSLKEYLOGFILE": str(self.lab.work / keys)})
        if client.startswith("java17"):
            return self.run(self.lab.java(
                "connect", "--address", address, "--name", name, "--trust", "trust.pem", "--rehearsals", "0",
                "--protocol", "TLSv1.2" if "12" in client else "TLSv1.3"))
        return self.run([sys.executable, "-c", PYTHON_CLIENT, name, address, "trust.pem", keys])

    def run(self, command, text="", **options):
        done = subprocess.run(self.lab.within(self.lab.client, *command), input=text, capture_output=True, text=True,
                              cwd=self.lab.work, timeout=20, **options)
        (self.lab.work / "client.log").write_text(done.stdout + done.stderr)
        return "ok" if done.returncode == 0 else f"rc={done.returncode}"


class Capture:
    """What tshark reads out of a capture with its keys."""

    def __init__(self, pcap, keys):
        self.lines = [line.split("\t") for line in output_of(
            "tshark", "-r", pcap, *(["-o", f"tls.keylog_file:{keys}"] if keys else []), "-T", "fields",
            *(part for name in ("tcp.stream", "ip.dst", "tls.handshake.type", "tls.handshake.extensions_server_name",
                                "tls.handshake.certificate", "http.response.code", "tcp.analysis.retransmission")
              for part in ("-e", name))).splitlines()]

    def lost(self):
        """What the server sent twice: that would blur its flight."""
        return [line for line in self.lines if line[6] and line[1] in (FAR_CLIENT, NEAR_CLIENT)]

    def streams(self, sni, address):
        hellos = [line for line in self.lines if "1" in line[2].split(",")]
        return {line[0] for line in hellos if line[1] == address and line[3] == sni}

    def leaves(self, streams):
        return [hashlib.sha256(bytes.fromhex(line[4].split(",")[0].replace(":", ""))).hexdigest()
                for line in self.lines if line[0] in streams and line[4]]

    def portal(self, streams):
        return any(line[0] in streams and line[5] == "302" for line in self.lines)


class Recorder:
    def __init__(self, lab):
        self.lab, self.servers, self.clients = lab, Servers(lab), Clients(lab)
        (lab.work / "index.txt").write_text("hello\n")
        self.lines = []

    def leaf(self, identity):
        pem = (self.lab.work / f"{identity}.leaf.pem").read_text()
        return hashlib.sha256(output_bytes("openssl", "x509", "-outform", "DER", text=pem)).hexdigest()

    def record(self, case, client):
        """Tries again where a busy machine was late and packets were sent twice."""
        if not any(self.record_once(case, client) for _ in range(TRIES)):
            raise RuntimeError(f"{case.name} {client}: retransmissions each time")

    def record_once(self, case, client):
        name = f"{case.name}__{client}"
        work = self.lab.work
        trust = [work / "roots.pem", *(work / f"{one}.ca.pem" for one in case.trust)]
        (work / "trust.pem").write_text("".join(path.read_text() for path in trust))
        for stale in ("client.keys", "server.keys", "session.pem"):
            (work / stale).unlink(missing_ok=True)
        results = self.play(case, client, work / f"{name}.pcap")
        log = work / ("server.keys" if client == "java17" else "client.keys")
        keys = None
        if log.exists() and re.search("(?m)^[A-Z]", log.read_text()):  # a portal's is empty
            keys = shutil.copy(log, work / f"{name}.keys")
        capture = Capture(work / f"{name}.pcap", keys)
        if capture.lost():
            return False
        for number, row in enumerate(case.rows, 1):
            self.label(case, row, name if len(case.rows) == 1 else f"{name}__{number}", name, client, keys, capture,
                       results[number - 1])
        return True

    def play(self, case, client, pcap):
        row = case.rows[0]
        successors = case.servers[row.address] if isinstance(case.servers[row.address], list) else None
        with contextlib.ExitStack() as stack:
            for server, addresses in self.distinct(case):
                if not successors:
                    self.servers.start(stack, server, addresses)
            if "resume" in client:
                self.clients.visit(client, row.sni, row.address, "rehearsal.keys", ["-sess_out", "session.pem"])
                time.sleep(0.3)
            device = self.lab.device_to(row.address)
            recorder = self.lab.within(self.lab.client, "dumpcap", "-q", "-P", "-i", device, "-f", "tcp port 443", "-w", pcap)
            with self.lab.running(recorder, "File:", stop=signal.SIGINT):
                if successors:
                    results = [self.visit_of(one, row, client) for one in successors][-1:]
                else:
                    results = [self.visit(one, client) for one in case.rows]
                time.sleep(0.4)
        return results

    def visit_of(self, server, row, client):
        with contextlib.ExitStack() as stack:
            self.servers.start(stack, server, [row.address])
            return self.visit(row, client)

    def visit(self, row, client):
        session = ["-sess_in", "session.pem"] if "resume" in client else None
        return self.clients.visit(client, row.sni, row.address, "client.keys", session)

    @staticmethod
    def distinct(case):
        """One server may have many addresses."""
        groups = []
        for address, server in case.servers.items():
            same = next((group for group in groups if group[0] is server), None)
            if same:
                same[1].append(address)
            else:
                groups.append((server, [address]))
        return groups

    def label(self, case, row, name, capture_name, client, keys, capture, result):
        label = row.label or case.label
        sni = "" if "nosni" in client else row.sni
        streams = capture.streams(sni, row.address)
        leaves, own = capture.leaves(streams), self.leaf(row.origin)
        self.check(case, row, name, label, client, capture, streams, leaves, own)
        server = case.servers[row.address]
        java = isinstance(server, (Jsse, Minting, Portal))
        self.lines.append(dict(zip(COLUMNS, [
            name, label, case.interceptor if label == "intercepted" or case.interceptor == "portal" else "-",
            "1" if label == "intercepted" else "-", client, self.clients.version(client), row.origin,
            self.clients.versions["java17" if java else "openssl"],
            "-" if isinstance(server, Portal) else "1.2" if "12" in client else "1.3", case.mode, sni or "-",
            f"pcap/{capture_name}.pcap", "-", own, leaves[-1] if leaves else "-",
            f"keys/{capture_name}.keys" if keys else "-", result,
            f"mtu1500,server={row.address}" if case.tells_server else "mtu1500", row.expect, row.why])))

    @staticmethod
    def check(case, row, name, label, client, capture, streams, leaves, own):
        def must(condition, what):
            if not condition:
                raise RuntimeError(f"{name}: {what}")

        must(streams, "no ClientHello for the row")
        if "resume" in client:
            must(not leaves, "a Certificate in a resumed session")
        elif isinstance(case.servers[row.address], Portal):
            must(capture.portal(streams) and not leaves, "no redirect")
        elif label == "intercepted":
            must(leaves and own not in leaves, "the origin's own certificate")
        elif case.interceptor == "portal":
            must(leaves and own not in leaves, "not the portal's certificate")
        else:
            must(own in leaves, "not the host's own certificate")
        must(len(leaves) == len(streams) or "resume" in client or not leaves, "connections and certificates do not match")


def output_bytes(*command, text):
    return subprocess.run(command, check=True, capture_output=True, input=text.encode()).stdout


def publish(recorder, output):
    """Only now, that everything is right, does anything change."""
    work = recorder.lab.work
    for folder in ("pcap", "keys", "pki", "ca"):
        shutil.rmtree(output / folder, ignore_errors=True)
        (output / folder).mkdir(parents=True)
    for line in recorder.lines:
        for column in ("client_pcap", "keylog"):
            if line[column] != "-":
                path = pathlib.Path(line[column])
                shutil.copy(work / path.name, output / path)
    for one in ("roots.pem", "intermediates.pem", "log_list.json"):
        shutil.copy(work / one, output / "pki" / one)
    for forger in sorted({one for case in CASES if case.label == "intercepted" for one in case.trust}):
        shutil.copy(work / f"{forger}.ca.pem", output / "ca" / f"{forger}.pem")
    rows = ["\t".join(COLUMNS), *("\t".join(line[column] for column in COLUMNS) for line in recorder.lines)]
    (output / "labels.tsv").write_text("\n".join(rows) + "\n")


def main(output=str(DEFAULT_OUTPUT), *wanted):
    if os.getuid() != 0:
        sys.exit("needs root, to make network namespaces")
    if not JAR.exists():
        sys.exit("build the lab first: mvn -DskipTests package")
    os.nice(-10)  # on a busy machine every answer would be late
    with contextlib.ExitStack() as stack:
        lab = Lab(stack)
        output_of(*map(str, lab.java("hard", "mint", "--into", lab.work)))
        recorder = Recorder(lab)
        for case in CASES:
            for client in case.clients if not wanted or case.name in wanted else ():
                recorder.record(case, client)
                print(f"{case.name} {client}: {recorder.lines[-1]['client_result']}", flush=True)
        publish(recorder, pathlib.Path(output))


if __name__ == "__main__":
    if "-h" in sys.argv or "--help" in sys.argv:
        sys.exit(__doc__)
    main(*sys.argv[1:])
