# shellcheck shell=bash
# Walks paths.tsv, row by row, and prints what was found beside what was expected.

rows=0
failures=0

print_heading() {
    printf 'path\twitness\tdiagnosis\tdiagnosis expected\tverdict\tverdict expected\tengine\tengine expected\tproduct\tadvice\tas expected\n'
}

# as_expected FOUND EXPECTED: "*" is anything, "a|b" is either
as_expected() {
    local wanted
    [[ $2 != '*' ]] || return 0
    while IFS= read -r -d '|' wanted; do
        [[ $1 != "$wanted" ]] || return 0
    done <<<"$2|"
    return 1
}

# facts_as_expected FOUND EXPECTED: each is there; those with an exclamation mark are not
facts_as_expected() {
    local wanted
    for wanted in $2; do
        if [[ $wanted == !* ]]; then
            [[ " $1 " != *" ${wanted#!} "* ]] || return 1
        else
            [[ " $1 " == *" $wanted "* ]] || return 1
        fi
    done
}

# print_row PATH WITNESS DIAGNOSIS EXPECTED VERDICT EXPECTED ENGINE EXPECTED PRODUCT ADVICE JUDGEMENT
print_row() {
    local IFS=$'\t'
    rows=$((rows + 1))
    [[ ${11} == yes ]] || failures=$((failures + 1))
    printf '%s\n' "$*"
}

# The columns of paths.tsv are this function's local variables; those that it calls see them.
walk_the_paths() {
    local path between target proxy asks trusts bypass witness diagnosis verdict engine advice facts now=
    while IFS=$'\t' read -r path between target proxy asks trusts bypass witness diagnosis verdict engine advice facts <&3; do
        [[ $path != '#'* && $path != path ]] || continue
        # shellcheck disable=SC2053 # a pattern it is
        [[ $path == $pattern ]] || continue
        [[ -z $witness_only || $bypass == - ]] || continue
        put_in_between
        ask_and_judge
    done 3<"$here/paths.tsv"
}

# Whoever is in between stays there while its configuration is the same.
put_in_between() {
    [[ "$between $bypass" != "$now" ]] || return 0
    tell "between: $between"
    clear_the_path
    "path_$between"
    now="$between $bypass"
    [[ $bypass == - ]] || apply_bypass "${bypass%%:*}" "${bypass#*:}"
}

ask_and_judge() {
    local seen found_diagnosis=- found_verdict=- found_engine=- found_product=- found_advice=- found_facts=- judgement=yes
    seen=$(bear_witness)
    if [[ -z $witness_only ]]; then
        IFS=$'\t' read -r found_diagnosis found_verdict found_engine found_product found_advice found_facts <<<"$(probe)"
    fi
    if ! as_expected "$seen" "$witness"; then
        judgement="no: the lab: $witness expected"
        [[ $bypass == - ]] || judgement="no: the rule does not take effect: $witness expected"
    elif [[ -z $witness_only ]]; then
        facts_as_expected "$found_facts" "$facts" || judgement="no: facts: $facts expected"
        as_expected "$found_advice" "$advice" || [[ " $found_advice " == *" $advice "* ]] || judgement="no: advice: $advice expected"
        as_expected "$found_engine" "$engine" || judgement="no: engine"
        as_expected "$found_verdict" "$verdict" || judgement="no: verdict"
        as_expected "$found_diagnosis" "$diagnosis" || judgement="no: diagnosis"
    fi
    print_row "$path" "$seen" "$found_diagnosis" "$diagnosis" "$found_verdict" "$verdict" "$found_engine" "$engine" \
        "$found_product" "$found_advice" "$judgement"
}

report_and_leave() {
    tell "$rows paths, $((rows - failures)) as expected"
    [[ $rows != 0 ]] || die "no path is called $pattern"
    [[ $failures == 0 ]] || exit 1
}
