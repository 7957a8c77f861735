# shellcheck shell=bash
# The real servers at the far end.

# nginx_server ADDRESS HOST: a server block
nginx_server() {
    cat <<EOF
    server {
        listen $1:443 ssl;
        server_name $2;
        ssl_certificate $work/pki/$2.chain.pem;
        ssl_certificate_key $work/pki/$2.key;
        location / { return 200 "$2\n"; }
    }
EOF
}

start_nginx() {
    mkdir -p "$work/nginx"
    {
        cat <<EOF
worker_processes 1;
daemon off;
pid $work/nginx/pid;
error_log $work/nginx/error.log;
events { worker_connections 128; }
http {
    access_log off;
    client_body_temp_path $work/nginx/body;
    proxy_temp_path $work/nginx/proxy;
    fastcgi_temp_path $work/nginx/fastcgi;
    uwsgi_temp_path $work/nginx/uwsgi;
    scgi_temp_path $work/nginx/scgi;
    ssl_protocols TLSv1.2 TLSv1.3;
EOF
        nginx_server 203.0.113.10 shop.example.com
        nginx_server 203.0.113.11 mail.example.net
        nginx_server "[2001:db8:2::10]" dual.example.org
        nginx_server 10.20.30.40 wiki.corp.example
        echo "}"
    } >"$work/nginx/nginx.conf"
    keep "$origin" nginx nginx -e "$work/nginx/error.log" -c "$work/nginx/nginx.conf"
}

# start_s_server ADDRESS HOST OPTION...
start_s_server() {
    local address=$1 host=$2
    shift 2
    keep "$origin" "$host" openssl s_server -accept "$address:443" -key "$work/pki/$host.key" -cert "$work/pki/$host.pem" \
        -cert_chain "$work/pki/public-issuing.pem" -www "$@"
}

start_origins() {
    keep "$router" dns python3 "$here/servers/dns.py" "$gateway" "$work/zone"
    start_nginx
    start_s_server 203.0.113.12 legacy.example.org -tls1_2
    start_s_server 203.0.113.13 members.example.org -tls1_2 -Verify 2 -verify_return_error -CAfile "$work/pki/members.pem"
    keep "$origin" relay python3 "$here/servers/relay.py" 203.0.113.30 443
    for address in 203.0.113.10 203.0.113.30; do
        keep "$origin" "stun-$address" python3 "$here/servers/stun.py" "$address" 3478
    done
    keep "$origin" ssh python3 "$here/servers/text.py" ssh 203.0.113.22 443
    for address in 203.0.113.10 203.0.113.11 203.0.113.12 203.0.113.13 203.0.113.22 203.0.113.30 10.20.30.40; do
        await_port "$origin" "$address" 443
    done
}
