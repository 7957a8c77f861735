#!/usr/bin/env bash
# Records the captures of examples/captures afresh: real packets between two network namespaces of its own, with a path
# of 40 ms round-trip time between them. Nothing is written unless every capture has the shape it is meant to show.
#
# Needs root on Linux with /dev/net/tun, and ip, java, python3, openssl, dumpcap and tshark.
#
# usage: record-captures.sh [OUTPUT_DIRECTORY]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
output=${1:-$here/../captures}
jar=$here/target/lab.jar
one_way_ms=20
mss=1448 # 1500 - 20 (IP) - 20 (TCP) - 12 (timestamps)

work=$(mktemp -d) # private keys live here, and die here
client=lab-client-$$
server=lab-server-$$
path=
recorder=
servers=()

tell() { printf '%s\n' "$*" >&2; }

die() {
    tell "record-captures: $*"
    exit 1
}

stop() {
    kill "$@" 2>/dev/null || true
    wait "$@" 2>/dev/null || true
}

clean_up() {
    [[ ${#servers[@]} == 0 ]] || stop "${servers[@]}"
    [[ -z $recorder ]] || stop "$recorder"
    [[ -z $path ]] || stop "$path"
    ip netns del "$client" 2>/dev/null || true
    ip netns del "$server" 2>/dev/null || true
    rm -rf "$work"
}

# wait_for LOG TEXT: until a child has written TEXT to its log
wait_for() {
    for _ in $(seq 200); do
        grep -q "$2" "$1" 2>/dev/null && return
        sleep 0.1
    done
    cat "$1" >&2
    die "nothing said '$2'"
}

lay_the_path() {
    ip netns add "$client"
    ip netns add "$server"
    for namespace in "$client" "$server"; do
        ip netns exec "$namespace" sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
        # what the kernel learnt from earlier connections must not shape the recorded ones
        ip netns exec "$namespace" sysctl -qw net.ipv4.tcp_no_metrics_save=1
        ip -n "$namespace" link set lo up
    done
    python3 "$here/delay_path.py" "$one_way_ms" "$client" wan "$server" wan >"$work/path.log" 2>&1 &
    path=$!
    wait_for "$work/path.log" ready
    ip -n "$client" address add 192.0.2.10/32 dev wan
    for address in 203.0.113.30 198.51.100.20 198.51.100.77; do
        ip -n "$server" address add "$address/32" dev wan
    done
    for namespace in "$client" "$server"; do
        ip -n "$namespace" link set wan mtu 1500 up
        ip -n "$namespace" route add default dev wan
    done
}

# serve COMMAND...: starts a server in its namespace
serve() {
    (cd "$work" && exec ip netns exec "$server" "$@") >"$work/server-${#servers[@]}.log" 2>&1 &
    servers+=($!)
}

serve_java() {
    serve java -jar "$jar" "$@"
    wait_for "$work/server-0.log" listening
}

# s_server listens on one port only, so the rehearsals get a second one
serve_openssl() {
    for port in 443 8443; do
        serve openssl s_server -accept "$1:$port" -tls1_2 -no_ticket -cipher ECDHE-RSA-AES128-GCM-SHA256 -WWW \
            -key "$2.key" -cert "$2.leaf.pem" -cert_chain "$2.rest.pem"
    done
    wait_for "$work/server-0.log" ACCEPT
    wait_for "$work/server-1.log" ACCEPT
}

# record CAPTURE ADDRESS NAME: one connection, as the client's own interface sees it; then the servers go
record() {
    ip netns exec "$client" dumpcap -q -i wan -f 'tcp port 443' -w "$work/raw.pcapng" 2>"$work/dumpcap.log" &
    recorder=$!
    wait_for "$work/dumpcap.log" 'File:'
    ip netns exec "$client" java -jar "$jar" connect --address "$2" --name "$3" --trust "$work/trust.pem" \
        >"$work/client.log" || {
        cat "$work"/server-?.log >&2
        die "$1: the client failed"
    }
    sleep 1
    kill -INT "$recorder"
    wait "$recorder" || true
    recorder=
    stop "${servers[@]}"
    servers=()
    rm -f "$work"/server-?.log
    python3 "$here/strip_machine.py" "$work/raw.pcapng" "$work/$1.pcapng"
    tell "$1: $(cat "$work/client.log")"
}

# field CAPTURE FILTER FIELD: the field's value in each packet that the filter lets through
field() { tshark -r "$work/$1.pcapng" -Y "$2" -T fields -e "$3" 2>/dev/null; }

# expect CAPTURE WHAT ACTUAL EXPECTED
expect() {
    [[ $3 == "$4" ]] || die "$1: $2: '$3' instead of '$4'"
}

# expect_between CAPTURE WHAT ACTUAL LOW HIGH
expect_between() {
    awk -v x="$3" -v low="$4" -v high="$5" 'BEGIN { exit !(low <= x && x <= high) }' ||
        die "$1: $2: $3 is not between $4 and $5"
}

# expect_whole CAPTURE: one connection from SYN to both FINs, nothing lost, nothing larger than a segment
expect_whole() {
    expect "$1" connections "$(field "$1" tcp tcp.stream | sort -u)" 0
    expect "$1" "first packet" "$(field "$1" frame.number==1 tcp.flags)" 0x0002
    expect "$1" FINs "$(field "$1" tcp.flags.fin==1 tcp.srcport | sort -u | wc -l)" 2
    expect "$1" resets "$(field "$1" tcp.flags.reset==1 frame.number)" ""
    expect "$1" "losses" "$(field "$1" 'tcp.analysis.retransmission || tcp.analysis.lost_segment' frame.number)" ""
    expect "$1" "segments above the MSS" "$(field "$1" "tcp.len > $mss" frame.number)" ""
    expect "$1" version "$(field "$1" tls.handshake.type==2 tls.handshake.version)" 0x0303
    expect_between "$1" "round-trip time, s" "$(field "$1" frame.number==2 frame.time_relative)" 0.040 0.044
}

# seconds CAPTURE FILTER: when the packet came
seconds() { field "$1" "$2" frame.time_relative; }

since() { awk -v a="$1" -v b="$2" 'BEGIN { print b - a }'; }

expect_founding_shape() {
    local hello=tls.handshake.type==2 certificate=tls.handshake.type==11
    expect "$1" "messages beside ServerHello" "$(field "$1" $hello tls.handshake.type)" 2
    expect "$1" "messages beside Certificate" "$(field "$1" $certificate tls.handshake.type)" 11,14
    expect "$1" "Certificate in several segments" "$(field "$1" $certificate tcp.segment)" ""
    expect "$1" ServerKeyExchange "$(field "$1" tls.handshake.type==12 frame.number)" ""
    expect_between "$1" "gap, s" "$(since "$(seconds "$1" $hello)" "$(seconds "$1" $certificate)")" 0.039 0.048
}

expect_one_record() {
    local hello=tls.handshake.type==2
    expect "$1" "messages of the flight" "$(field "$1" $hello tls.handshake.type)" 2,11,14
    expect "$1" "records of the flight" "$(field "$1" $hello tls.record.length | tr ',' '\n' | wc -l)" 1
}

expect_jsse_shape() {
    local hello=tls.handshake.type==2 certificate=tls.handshake.type==11
    expect "$1" "messages beside ServerHello" "$(field "$1" $hello tls.handshake.type)" 2
    expect "$1" "messages beside Certificate's end" "$(field "$1" $certificate tls.handshake.type)" 11,12,14
    expect_between "$1" "gap, s" "$(since "$(seconds "$1" $hello)" "$(seconds "$1" $certificate)")" 0.039 0.048
}

expect_split_inside_certificate() {
    local first
    first=$(field "$1" tls.handshake.type==2 tcp.len)
    expect "$1" "first segment" "$first" "$mss"
    expect_between "$1" "Certificate, bytes" "$(field "$1" tls.handshake.type==11 tls.handshake.length)" 4096 8192
    expect_between "$1" "flight, s" \
        "$(since "$(seconds "$1" tls.handshake.type==2)" "$(seconds "$1" tls.handshake.type==14)")" 0 0.030
}

[[ $(id -u) == 0 ]] || die "needs root, to make network namespaces"
[[ -r $jar ]] || die "build the lab first: mvn -DskipTests package"
trap clean_up EXIT
lay_the_path
java -jar "$jar" mint --into "$work"
echo hello >"$work/index.txt"

serve_java serve-per-message --address 203.0.113.30 --identity founding.p12 --suite TLS_RSA_WITH_AES_128_CBC_SHA
record founding-case 203.0.113.30 avedge.fabrikam.example

serve_java serve-one-record --address 203.0.113.30 --identity bypassed.p12 --suite TLS_RSA_WITH_AES_128_CBC_SHA
record founding-case-bypassed 203.0.113.30 avedge.fabrikam.example

serve_java serve-per-message --address 198.51.100.20 --identity lookalike-jsse.p12 \
    --suite TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
record lookalike-jsse 198.51.100.20 portal.northwind.example

serve_openssl 198.51.100.77 lookalike-large-chain
record lookalike-large-chain 198.51.100.77 archive.tailspin.example

captures=(founding-case founding-case-bypassed lookalike-jsse lookalike-large-chain)
for capture in "${captures[@]}"; do
    expect_whole "$capture"
done
expect_founding_shape founding-case
expect_one_record founding-case-bypassed
expect_jsse_shape lookalike-jsse
expect_split_inside_certificate lookalike-large-chain

mkdir -p "$output"
for capture in "${captures[@]}"; do
    cp "$work/$capture.pcapng" "$output/"
done
cp "$work/public-roots.pem" "$work/ct-logs.json" "$output/"
tell "recorded ${#captures[@]} captures in $output"
