# shellcheck shell=bash
# The founding story, closed: the rule that Interloper prints is put into the running proxy, and the probe says direct.

# close_it PRODUCT PATH PROXY_PORT
close_it() {
    local target=shop.example.com rule=$work/bypass-$1 found
    # shellcheck disable=SC2053 # a pattern it is
    [[ bypass-$1 == $pattern ]] || return 0
    tell "bypass: $1"
    clear_the_path
    "path_$2"
    found=$(probe "$target:443" "$3" tls -)
    judge "bypass-$1-before" - '*' "$found" INTERCEPTED_UNTRUSTED INTERCEPTED "$1" '*'
    java -jar "$jar" bypass --for "$1" "$target" >"$rule" 2>"$rule.log" || tell "bypass --for $1 failed: $(cat "$rule.log")"
    "$1_bypass" "$rule" || tell "$1 does not take what was printed: $(cat "$rule")"
    found=$(probe "$target:443" "$3" tls -)
    judge "bypass-$1" "$(bear_witness tls "$target:443" "$3")" 'issuer=Example Trust DV TLS CA 3' \
        "$found" 'PASS_THROUGH_PROXY|DIRECT_OK' DIRECT - '*'
}

close_the_founding_story() {
    close_it squid squid_bump 3128
    close_it mitmproxy mitmproxy 8080
    close_it privoxy privoxy 8118
}
