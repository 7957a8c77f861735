# shellcheck shell=bash
# Squid, as Debian packages it with OpenSSL. Explicit on port 3128, and without a look inside on 3129; transparent on 3130.

# squid_with RULES: explicit proxy whose configuration ends with these lines; $work/squid/bypass.conf comes before them
squid_with() {
    local home=$work/squid
    rm -rf "$home"
    mkdir -p "$home"
    cat "$work/pki/inspection.pem" "$work/pki/inspection.key" >"$home/authority.pem"
    : >"$home/bypass.conf"
    local minting="tls-cert=$home/authority.pem generate-host-certificates=on dynamic_cert_mem_cache_size=4MB"
    cat >"$home/squid.conf" <<EOF
visible_hostname gateway.example.net
http_port $gateway:3128 ssl-bump $minting
http_port $gateway:3129
http_port [$gateway6]:3128 ssl-bump $minting
https_port 0.0.0.0:3130 intercept ssl-bump $minting
sslcrtd_program $squid_helper -s $home/minted -M 4MB
sslcrtd_children 2
tls_outgoing_options cafile=$work/pki/known-to-proxies.pem
dns_nameservers $gateway
pinger_enable off
cache deny all
access_log stdio:$home/access.log
cache_log $home/cache.log
cache_store_log none
netdb_filename none
coredump_dir $home
pid_filename $home/squid.pid
shutdown_lifetime 1 second
connect_timeout 5 seconds
logfile_rotate 0
acl step1 at_step SslBump1
include $home/bypass.conf
$1
http_access allow all
EOF
    "$squid_helper" -c -s "$home/minted" -M 4MB >"$work/squid-minted.log" 2>&1
    chown -R proxy: "$home"
    put_between squid squid -N -n "lab$$" -f "$home/squid.conf"
    await_port "$router" "$gateway" 3128
}

path_squid_bump() { squid_with 'ssl_bump bump all'; }

path_squid_stare() {
    squid_with 'ssl_bump stare step1
acl step2 at_step SslBump2
ssl_bump stare step2
ssl_bump bump all'
}

path_squid_splice() {
    squid_with 'ssl_bump peek step1
ssl_bump splice all'
}

path_squid_transparent() {
    path_squid_stare
    redirect_tls 3130
}

path_squid_denies() { squid_with 'http_access deny all'; }

path_squid_asks_for_password() {
    squid_with 'auth_param basic program /usr/lib/squid/basic_fake_auth
auth_param basic realm Contoso Web Gateway
acl known proxy_auth REQUIRED
http_access deny !known
ssl_bump bump all'
}

# squid_bypass FILE: puts what Interloper printed before the rules, and has Squid read its configuration again
squid_bypass() {
    cp "$1" "$work/squid/bypass.conf"
    squid -k parse -f "$work/squid/squid.conf" >"$work/squid-parse.log" 2>&1 || {
        grep -E 'FATAL|ERROR' "$work/squid-parse.log" >&2
        return 1
    }
    kill -HUP "$(cat "$work/squid/squid.pid")"
    sleep 2
    await_port "$router" "$gateway" 3128
}
