# shellcheck shell=bash
# sslsplit, transparent; -P lets through what it cannot split: a server that wants a client certificate.

path_sslsplit() {
    mkdir -p "$work/sslsplit"
    put_between sslsplit sslsplit -P -k "$work/pki/inspection.key" -c "$work/pki/inspection.pem" -u root -j / \
        -l "$work/sslsplit/connections.log" ssl 0.0.0.0 8443
    await_port "$router" "$gateway" 8443
    redirect_tls 8443
}

# sslsplit_bypass FILE: sslsplit has no list of its own, so that the packet filter's commands are run instead
sslsplit_bypass() { in_router sh -eu "$1"; }
