# shellcheck shell=bash
# How Interloper is asked, and what is read from its answer: the one place that knows the program's options. The row that is
# asked about is in the variables of walk_the_paths.

bear_witness() {
    local through=()
    [[ $proxy == - ]] || through=("$gateway:$proxy")
    in_client python3 -B "$here/servers/witness.py" "$asks" "$target" "${through[@]}" 2>>"$work/witness.log" || echo failed
}

# probe: prints diagnosis, verdict, engine, product and advice, one tab between
probe() {
    local options=(--json --public-roots "$work/public-roots.pem")
    [[ $proxy == - ]] || options+=(--proxy "http://$gateway:$proxy")
    [[ $trusts == - ]] || options+=(--extra-anchors "$work/pki/$trusts.pem")
    case $asks in
        microsoft) options+=(--steps pseudo-tls-microsoft) ;;
        google) options+=(--steps pseudo-tls-google) ;;
        page) options+=(--steps address-page) ;;
    esac
    in_client java -jar "$jar" probe "${options[@]}" "$target" >"$work/answer.json" 2>"$work/answer.log" || true
    keep_answer
    python3 -B "$here/servers/answer.py" "$work/answer.json" 2>>"$work/answer.log" || {
        tail -n 3 "$work/answer.log" >&2
        printf 'unreadable\t-\t-\t-\t-\n'
    }
}

keep_answer() {
    [[ -n ${LAB_ANSWERS:-} ]] || return 0
    mkdir -p "$LAB_ANSWERS"
    cp "$work/answer.json" "$LAB_ANSWERS/$path.json"
    cp "$work/answer.log" "$LAB_ANSWERS/$path.log"
}

# apply_bypass PRODUCT TARGET: the founding story, closed: what the program prints is put into the running proxy
apply_bypass() {
    local rule=$work/bypass-$1
    tell "bypass: $1 $2"
    java -jar "$jar" bypass --for "$1" "$2" >"$rule" 2>"$rule.log" || tell "bypass --for $1 $2: $(cat "$rule.log")"
    "$1_bypass" "$rule" || tell "$1 does not take what was printed: $(cat "$rule")"
}
