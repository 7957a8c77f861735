# shellcheck shell=bash
# How Interloper is asked, and what is read from its answer: the one place that knows the program's options. The row that is
# asked about is in the variables of walk_the_paths.

no_handshakes=-handshake,-classic-hello,-second-handshake,-without-sni,-canary-name,-compared-hosts

bear_witness() {
    local through=() kind=${asks%%+*}
    [[ $proxy == - ]] || through=("$(gateway_asked):$proxy")
    kind=${kind%%:*}
    kind=${kind/compare/tls}
    [[ +$asks+ != *+stun+* ]] || kind=stun
    [[ +$asks+ != *+six+* ]] || kind+=-six
    in_client python3 -B "$here/servers/witness.py" "${kind%-alone}" "$target" "${through[@]}" 2>>"$work/witness.log" || echo failed
}

# the router's address in the family that is asked for
gateway_asked() {
    if [[ +$asks+ == *+six+* ]]; then
        echo "[$gateway6]"
    else
        echo "$gateway"
    fi
}

# asked_options: the options for this row's "asks", a line each
asked_options() {
    local what steps=()
    for what in ${asks//+/ }; do
        case $what in
            microsoft | google) steps+=("pseudo-tls-$what") ;;
            *-alone) steps+=("pseudo-tls-${what%-alone}" "$no_handshakes") ;;
            page) steps+=(address-page host-page) ;;
            stun) steps+=(stun) ;;
            six) echo -6 ;;
            compare:*) echo "--compare=${what#*:}" ;;
        esac
    done
    local IFS=,
    [[ ${#steps[@]} == 0 ]] || echo "--steps=${steps[*]}"
}

# probe: prints diagnosis, verdict, engine, product, advice and facts, one tab between
probe() {
    local java=(java) options=(--json --public-roots "$work/public-roots.pem")
    [[ $proxy == - ]] || options+=(--proxy "http://$(gateway_asked):$proxy")
    if [[ $trusts != - ]]; then
        trust_store_with "$trusts"
        java+=("-Djavax.net.ssl.trustStore=$work/$trusts.p12" -Djavax.net.ssl.trustStorePassword=changeit)
        options+=(--extra-anchors "$work/pki/$trusts.pem")
    fi
    mapfile -t -O "${#options[@]}" options < <(asked_options)
    in_client "${java[@]}" -jar "$jar" probe "${options[@]}" "$target" >"$work/answer.json" 2>"$work/answer.log" || true
    keep_answer
    python3 -B "$here/servers/answer.py" "$work/answer.json" 2>>"$work/answer.log" || {
        tail -n 3 "$work/answer.log" >&2
        printf 'unreadable\t-\t-\t-\t-\t-\n'
    }
}

# trust_store_with AUTHORITY: what a Java installation trusts into which that root was imported
trust_store_with() {
    [[ ! -e $work/$1.p12 ]] || return 0
    local root
    for root in public "$1"; do
        keytool -importcert -noprompt -alias "$root" -file "$work/pki/$root.pem" -keystore "$work/$1.p12" -storetype PKCS12 \
            -storepass changeit >>"$work/keytool.log" 2>&1
    done
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
