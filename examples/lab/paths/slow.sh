# shellcheck shell=bash
# A long way with nobody on it who reads along: a relay that is late.

# slow_by DELAY_MS [PIECE]
slow_by() {
    put_between slow python3 "$here/servers/slow.py" 0.0.0.0 8881 "$@"
    await_port "$router" "$gateway" 8881
    redirect_tls 8881
}

path_slow() { slow_by 300; }

# the server's flight in many small packets
path_slow_in_pieces() { slow_by 40 200; }
