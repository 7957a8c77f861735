#!/usr/bin/env bash
# Lays a network of three namespaces (client, router, origin), starts real servers and real intercepting proxies in it,
# and asks "interloper probe" along each path of paths.tsv, from the client. Prints a table of what was expected and what
# was found; see README.md.
#
# Exit status: 0 everything as expected, 1 something was not, 64 called wrongly, 77 this machine cannot hold the lab.
#
# usage: run-lab.sh [--witness] [PATTERN]
#   --witness  only OpenSSL asks, Interloper does not: is the lab what its table says?
#   PATTERN    only the paths whose name matches this shell pattern, as in 'squid-*'
set -euo pipefail
export LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=${INTERLOPER_JAR:-$here/../cli/target/interloper.jar}
witness_only=
pattern='*'

# shellcheck source-path=SCRIPTDIR
source "$here/lib/skip.sh"
source "$here/lib/packages.sh"
source "$here/lib/network.sh"
source "$here/lib/processes.sh"
source "$here/lib/pki.sh"
source "$here/lib/origins.sh"
source "$here/lib/table.sh"
source "$here/lib/probe.sh"
source "$here/paths/open.sh"
source "$here/paths/slow.sh"
source "$here/paths/squid.sh"
source "$here/paths/mitmproxy.sh"
source "$here/paths/sslsplit.sh"
source "$here/paths/privoxy.sh"

for argument in "$@"; do
    case $argument in
        --witness) witness_only=yes ;;
        -*)
            sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" >&2
            exit 64
            ;;
        *) pattern=$argument ;;
    esac
done

[[ $(uname -s) == Linux ]] || skip "needs Linux"
[[ -n $witness_only ]] || command -v java >/dev/null || skip "needs java"
[[ $(id -u) == 0 ]] || skip "needs root, to make network namespaces"

clean_up() {
    services_may_start
    remove_the_network
    rm -rf "$work"
}

work=$(mktemp -d "${TMPDIR:-/tmp}/interloper-lab.XXXXXX") # private keys live here, and die here
chmod 755 "$work"                                          # proxies that give up root read their configuration
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

install_packages
[[ -n $witness_only || -r $jar ]] || die "no $jar: build it first, or ask with --witness only"
write_resolver_files
make_pki
lay_the_network
start_origins
print_heading
walk_the_paths
clear_the_path
report_and_leave
