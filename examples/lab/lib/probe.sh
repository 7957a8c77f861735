# shellcheck shell=bash
# How Interloper is asked, and what is read from its answer: the one place that knows the program's options.

# bear_witness ASKS TARGET PROXY_PORT
bear_witness() {
    local proxy=()
    [[ $3 == - ]] || proxy=("$gateway:$3")
    in_client python3 -B "$here/servers/witness.py" "$1" "$2" "${proxy[@]}" 2>>"$work/witness.log" || echo failed
}

# probe TARGET PROXY_PORT ASKS TRUSTS: diagnosis, verdict, engine, product and advice, one tab between
probe() {
    local options=(--json --public-roots "$work/public-roots.pem")
    [[ $2 == - ]] || options+=(--proxy "http://$gateway:$2")
    [[ $4 == - ]] || options+=(--extra-anchors "$work/pki/$4.pem")
    case $3 in
        microsoft) options+=(--steps pseudo-tls-microsoft) ;;
        google) options+=(--steps pseudo-tls-google) ;;
    esac
    in_client java -jar "$jar" probe "${options[@]}" "$1" >"$work/answer.json" 2>"$work/answer.log" || true
    python3 -B "$here/servers/answer.py" "$work/answer.json" || {
        tail -n 3 "$work/answer.log" >&2
        printf 'unreadable\t-\t-\t-\t-\n'
    }
}
