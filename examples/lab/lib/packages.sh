# shellcheck shell=bash
# Debian's packages of the programs in the lab: only those that are missing are installed.

squid_helper=/usr/lib/squid/security_file_certgen # only Debian's squid-openssl has it: the plain squid mints nothing
policy=/usr/sbin/policy-rc.d
policy_is_ours=

# needed: PROGRAM PACKAGE, a line each
needed() {
    cat <<EOF
$squid_helper squid-openssl
mitmdump mitmproxy
sslsplit sslsplit
privoxy privoxy
nginx nginx-light
openssl openssl
python3 python3
ip iproute2
iptables iptables
sysctl procps
EOF
}

missing_packages() {
    local program package
    while read -r program package; do
        PATH=$PATH:/usr/sbin:/sbin command -v "$program" >/dev/null || echo "$package"
    done < <(needed)
}

install_packages() {
    local missing=()
    mapfile -t missing < <(missing_packages)
    [[ ${#missing[@]} != 0 ]] || return 0
    command -v apt-get >/dev/null || skip "no apt-get to install ${missing[*]} with"
    tell "installing ${missing[*]}"
    start_no_services
    export DEBIAN_FRONTEND=noninteractive
    if ! apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$work/apt.log" 2>&1; then
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$work/apt.log" 2>&1 || {
            tail -n 5 "$work/apt.log" >&2
            skip "cannot install ${missing[*]}"
        }
    fi
    services_may_start
    mapfile -t missing < <(missing_packages)
    [[ ${#missing[@]} == 0 ]] || skip "installed, and still missing: ${missing[*]}"
}

# What Debian's packages would start outside the lab's namespaces is nobody's wish.
start_no_services() {
    [[ ! -e $policy ]] || return 0
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    policy_is_ours=yes
}

services_may_start() {
    [[ -z $policy_is_ours ]] || rm -f "$policy"
    policy_is_ours=
}
