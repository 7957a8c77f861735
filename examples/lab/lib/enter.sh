#!/bin/sh
# Runs a command in a network namespace that asks the lab's DNS server and nobody else. "ip netns exec" has a mount
# namespace of its own, so that nothing outside changes.
#
# usage: enter.sh NAMESPACE ETC COMMAND...
set -eu
namespace=$1
shift
# shellcheck disable=SC2016 # expanded by the inner shell
exec ip netns exec "$namespace" sh -c '
    for file in "$0"/*; do mount --bind "$file" "/etc/${file##*/}" || exit 125; done
    exec "$@"' "$@"
