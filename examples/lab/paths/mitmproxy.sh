# shellcheck shell=bash
# mitmproxy, explicit on port 8080 or transparent. Its authority is its own, made at the first start.

# mitmproxy_as MODE [OPTION...]
mitmproxy_as() {
    local mode=$1
    shift
    mkdir -p "$work/mitmproxy"
    cat "${mitmproxy_configuration:-/dev/null}" >"$work/mitmproxy/config.yaml"
    put_between mitmproxy mitmdump --quiet --mode "$mode" --listen-port 8080 --set "confdir=$work/mitmproxy" \
        --set "ssl_verify_upstream_trusted_ca=$work/pki/known-to-proxies.pem" "$@"
    await_port "$router" "$gateway" 8080
    cp "$work/mitmproxy/mitmproxy-ca-cert.pem" "$work/pki/mitmproxy.pem"
}

path_mitmproxy() { mitmproxy_as regular; }

# connects to the server only when it must
path_mitmproxy_lazy() { mitmproxy_as regular --set connection_strategy=lazy; }

path_mitmproxy_transparent() {
    mitmproxy_as transparent
    redirect_tls 8080
    redirect_tls6 8080
}

# mitmproxy_bypass FILE: mitmproxy reads its configuration only when it starts
mitmproxy_bypass() {
    clear_the_path
    mitmproxy_configuration=$1 "path_$between"
}
