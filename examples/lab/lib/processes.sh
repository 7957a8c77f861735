# shellcheck shell=bash
# Servers that stay (origins) and those that a path starts and stops (whoever is in between).

in_between=()

# keep NAMESPACE LOG COMMAND...: a server for the whole run
keep() {
    local namespace=$1 log=$2
    shift 2
    (cd "$work" && exec "$here/lib/enter.sh" "$namespace" "$work/etc" "$@") >"$work/$log.log" 2>&1 </dev/null &
}

# put_between LOG COMMAND...: a server in the router, until clear_the_path
put_between() {
    local log=$1
    shift
    (cd "$work" && exec "$here/lib/enter.sh" "$router" "$work/etc" "$@") >"$work/$log.log" 2>&1 </dev/null &
    in_between+=($!)
}

clear_the_path() {
    local process
    for process in "${in_between[@]}"; do
        kill "$process" 2>/dev/null || true
    done
    for process in "${in_between[@]}"; do
        wait "$process" 2>/dev/null || true
    done
    in_between=()
    open_router
}

# await_port NAMESPACE ADDRESS PORT: until somebody listens there
await_port() {
    local octets hex
    IFS=. read -r -a octets <<<"$2"
    hex=$(printf '%02X%02X%02X%02X:%04X' "${octets[3]}" "${octets[2]}" "${octets[1]}" "${octets[0]}" "$3") # as x86 and ARM keep it
    for _ in $(seq 300); do
        if ip netns exec "$1" cat /proc/net/tcp /proc/net/tcp6 2>/dev/null |
            awk -v own="$hex" -v any="00000000:${hex#*:}" -v any6="00000000000000000000000000000000:${hex#*:}" \
                '$4 == "0A" && ($2 == own || $2 == any || $2 == any6) { found = 1 } END { exit !found }'; then
            return
        fi
        sleep 0.1
    done
    tail -n 20 "$work"/*.log >&2
    die "nobody listens on $2 port $3"
}
