# shellcheck shell=bash
# Nobody in between, or a firewall or a portal that never pretends to be the destination.

path_open() { :; }

path_firewall_drop() { in_router iptables -A FORWARD -i lan -p tcp --dport 443 -j DROP; }

path_firewall_reset() { in_router iptables -A FORWARD -i lan -p tcp --dport 443 -j REJECT --reject-with tcp-reset; }

path_firewall_prohibited() {
    in_router iptables -A FORWARD -i lan -p tcp --dport 443 -j REJECT --reject-with icmp-admin-prohibited
}

# nothing but STUN
path_stun_drop() { in_router iptables -A FORWARD -i lan -p udp --dport 3478 -j DROP; }

path_stun_reject() { in_router iptables -A FORWARD -i lan -p udp --dport 3478 -j REJECT; }

# a filter that reads the name in the hello
path_firewall_sni() {
    in_router iptables -A FORWARD -i lan -p tcp --dport 443 -m string --algo bm --string shop.example.com \
        -j REJECT --reject-with tcp-reset
}

path_captive_portal() {
    put_between portal python3 "$here/servers/text.py" portal 0.0.0.0 8880
    await_port "$router" "$gateway" 8880
    redirect_tls 8880
    in_router iptables -t nat -A PREROUTING -i lan -p tcp --dport 80 -j REDIRECT --to-ports 8880
}
