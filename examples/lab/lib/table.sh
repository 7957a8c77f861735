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

# print_row PATH WITNESS DIAGNOSIS EXPECTED VERDICT EXPECTED ENGINE EXPECTED PRODUCT ADVICE JUDGEMENT
print_row() {
    local IFS=$'\t'
    rows=$((rows + 1))
    [[ ${11} == yes ]] || failures=$((failures + 1))
    printf '%s\n' "$*"
}

walk_the_paths() {
    local path between target proxy asks trusts witness diagnosis verdict engine advice now=
    while IFS=$'\t' read -r path between target proxy asks trusts witness diagnosis verdict engine advice <&3; do
        [[ $path != '#'* && $path != path ]] || continue
        # shellcheck disable=SC2053 # a pattern it is
        [[ $path == $pattern ]] || continue
        if [[ $between != "$now" ]]; then
            tell "between: $between"
            clear_the_path
            "path_$between"
            now=$between
        fi
        ask "$path" "$target" "$proxy" "$asks" "$trusts" "$witness" "$diagnosis" "$verdict" "$engine" "$advice"
    done 3<"$here/paths.tsv"
}

# ask PATH TARGET PROXY ASKS TRUSTS WITNESS DIAGNOSIS VERDICT ENGINE ADVICE: the row's questions
ask() {
    local seen found
    seen=$(bear_witness "$4" "$2" "$3")
    if [[ -n $witness_only ]]; then
        found=$'-\t-\t-\t-\t-'
    else
        found=$(probe "$2" "$3" "$4" "$5")
    fi
    judge "$1" "$seen" "$6" "$found" "$7" "$8" "$9" "${10}"
}

# judge PATH WITNESS EXPECTED FOUND DIAGNOSIS VERDICT ENGINE ADVICE; FOUND is diagnosis, verdict, engine, product, advice
judge() {
    local diagnosis verdict engine product advice judgement=yes
    IFS=$'\t' read -r diagnosis verdict engine product advice <<<"$4"
    if ! as_expected "$2" "$3"; then
        judgement="no: the lab: $3 expected"
    elif [[ -z $witness_only ]]; then
        as_expected "$diagnosis" "$5" || judgement="no: diagnosis"
        as_expected "$verdict" "$6" || judgement="no: verdict"
        as_expected "$engine" "$7" || judgement="no: engine"
        [[ $8 == '*' || " $advice " == *" $8 "* ]] || judgement="no: advice: $8 expected"
    fi
    print_row "$1" "$2" "$diagnosis" "$5" "$verdict" "$6" "$engine" "$7" "$product" "$advice" "$judgement"
}

report_and_leave() {
    tell "$rows paths, $((rows - failures)) as expected"
    [[ $rows != 0 ]] || die "no path is called $pattern"
    [[ $failures == 0 ]] || exit 1
}
