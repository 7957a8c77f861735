# shellcheck shell=bash
# Three namespaces in a row, client - router - origin, and no way out of them. Whoever intercepts does so in the router.

client=lab-client-$$
router=lab-router-$$
origin=lab-origin-$$
gateway=192.0.2.1 # the router as the client sees it: where its explicit proxies listen
gateway6=2001:db8:1::1

# name address, a line each: what the lab's DNS server knows
names() {
    cat <<EOF
shop.example.com 203.0.113.10
mail.example.net 203.0.113.11
legacy.example.org 203.0.113.12
members.example.org 203.0.113.13
files.example.net 203.0.113.22
avedge.example.com 203.0.113.30
closed.example.net 203.0.113.66
wiki.corp.example 10.20.30.40
dual.example.org 203.0.113.67
EOF
}

# the same for IPv6; where the name has an address of IPv4 as well, nobody listens there: who answers tells what was dialled
names6() {
    cat <<EOF
dual.example.org 2001:db8:2::10
EOF
}

lay_the_network() {
    local namespace
    for namespace in "$client" "$router" "$origin"; do
        ip netns add "$namespace" 2>"$work/netns.log" || skip "no network namespaces here: $(cat "$work/netns.log")"
        ip -n "$namespace" link set lo up
        ip netns exec "$namespace" sysctl -qw net.ipv6.conf.all.accept_ra=0 net.ipv6.conf.default.accept_ra=0 || true
    done
    ip link add wan netns "$client" type veth peer name lan netns "$router" 2>"$work/netns.log" ||
        skip "no veth pairs here: $(cat "$work/netns.log")"
    ip link add wan netns "$router" type veth peer name wan netns "$origin"
    ip -n "$client" address add 192.0.2.10/24 dev wan
    ip -n "$router" address add "$gateway/24" dev lan
    ip -n "$router" address add 203.0.113.1/24 dev wan
    give_origin_its_addresses
    ip -n "$client" link set wan up
    ip -n "$router" link set lan up
    ip -n "$router" link set wan up
    ip -n "$origin" link set wan up
    ip -n "$client" route add default via "$gateway"
    ip -n "$origin" route add default via 203.0.113.1
    ip -n "$router" route add 10.20.30.0/24 via 203.0.113.10
    ip netns exec "$router" sysctl -qw net.ipv4.ip_forward=1
    lay_the_network_of_ipv6
    in_router iptables -t nat -L -n >/dev/null 2>"$work/netns.log" || skip "no iptables here: $(cat "$work/netns.log")"
    in_router ip6tables -t nat -L -n >/dev/null 2>"$work/netns.log" || skip "no ip6tables here: $(cat "$work/netns.log")"
}

lay_the_network_of_ipv6() {
    local address
    ip -n "$client" address add 2001:db8:1::10/64 dev wan nodad 2>"$work/netns.log" ||
        skip "no IPv6 here: $(cat "$work/netns.log")"
    ip -n "$router" address add "$gateway6/64" dev lan nodad
    ip -n "$router" address add 2001:db8:2::1/64 dev wan nodad
    while read -r _ address; do
        ip -n "$origin" address add "$address/64" dev wan nodad
    done < <(names6)
    ip -n "$client" route add default via "$gateway6"
    ip -n "$origin" route add default via 2001:db8:2::1
    ip netns exec "$router" sysctl -qw net.ipv6.conf.all.forwarding=1
}

give_origin_its_addresses() {
    local address
    while read -r _ address; do
        case $address in
            203.0.113.*) ip -n "$origin" address add "$address/24" dev wan ;;
            *) ip -n "$origin" address add "$address/32" dev wan ;;
        esac
    done < <(names)
}

# what each namespace has in the place of the machine's own files
write_resolver_files() {
    mkdir "$work/etc"
    { names && names6; } | awk '{ print $2, $1 }' >"$work/zone"
    printf '127.0.0.1 localhost\n' >"$work/etc/hosts"
    printf 'nameserver %s\noptions timeout:2 attempts:1\n' "$gateway" >"$work/etc/resolv.conf"
    printf 'hosts: files dns\n' >"$work/etc/nsswitch.conf"
}

in_client() { "$here/lib/enter.sh" "$client" "$work/etc" "$@"; }
in_router() { "$here/lib/enter.sh" "$router" "$work/etc" "$@"; }

# The router forwards everything and changes nothing.
open_router() {
    in_router iptables -F
    in_router iptables -t nat -F
    in_router ip6tables -t nat -F
}

# redirect_tls PORT: TLS of the client goes to a port of the router
redirect_tls() { in_router iptables -t nat -A PREROUTING -i lan -p tcp --dport 443 -j REDIRECT --to-ports "$1"; }

# redirect_tls6 PORT: over IPv6
redirect_tls6() { in_router ip6tables -t nat -A PREROUTING -i lan -p tcp --dport 443 -j REDIRECT --to-ports "$1"; }

remove_the_network() {
    local namespace
    for namespace in "$client" "$router" "$origin"; do
        ip netns pids "$namespace" 2>/dev/null | xargs -r kill 2>/dev/null || true
    done
    for namespace in "$client" "$router" "$origin"; do
        await_silence "$namespace"
        ip netns del "$namespace" 2>/dev/null || true
    done
}

# await_silence NAMESPACE: until nothing runs there any more
await_silence() {
    for _ in $(seq 30); do
        [[ -n $(ip netns pids "$1" 2>/dev/null) ]] || return 0
        sleep 0.1
    done
    ip netns pids "$1" 2>/dev/null | xargs -r kill -9 2>/dev/null || true
}
