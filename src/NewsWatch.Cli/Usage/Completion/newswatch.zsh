#compdef newswatch
# Completion of newswatch for zsh: put it into a folder of $fpath as _newswatch
_newswatch() {
    local -a suggestions
    suggestions=("${(@f)$(newswatch "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
    if (( ${#suggestions} )) && [[ -n ${suggestions[1]} ]]; then
        compadd -a suggestions
    else
        _files
    fi
}
if [[ ${funcstack[1]} == _newswatch ]]; then
    _newswatch "$@"
else
    compdef _newswatch newswatch
fi
