# shellcheck shell=bash
# Privoxy with HTTPS inspection, explicit on port 8118.

path_privoxy() {
    local home=$work/privoxy
    rm -rf "$home"
    mkdir -p "$home/minted" "$home/authority"
    cp "$work/pki/inspection.pem" "$home/authority/cacert.crt"
    openssl rsa -in "$work/pki/inspection.key" -out "$home/authority/cakey.pem" 2>/dev/null
    printf '{+https-inspection}\n/\n' >"$home/match-all.action"
    printf '{}\nnone.example\n' >"$home/user.action"
    cat >"$home/config" <<EOF
confdir /etc/privoxy
templdir /etc/privoxy/templates
logdir $home
logfile privoxy.log
listen-address $gateway:8118
actionsfile $home/match-all.action
actionsfile $home/user.action
ca-directory $home/authority
ca-cert-file cacert.crt
ca-key-file cakey.pem
certificate-directory $home/minted
trusted-cas-file $work/pki/known-to-proxies.pem
EOF
    put_between privoxy privoxy --no-daemon "$home/config"
    await_port "$router" "$gateway" 8118
}

# privoxy_bypass FILE: Privoxy looks at its action files again with each request
privoxy_bypass() {
    sleep 1.1 # it compares times of modification, which are whole seconds
    cp "$1" "$work/privoxy/user.action"
}
