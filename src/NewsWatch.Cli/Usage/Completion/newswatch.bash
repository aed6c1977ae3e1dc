# Completion of newswatch for bash: put it into ~/.local/share/bash-completion/completions/newswatch
_newswatch() {
    local suggestions
    suggestions=$(newswatch "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
    mapfile -t COMPREPLY < <(compgen -W "${suggestions}" -- "${COMP_WORDS[COMP_CWORD]}")
}
complete -o default -F _newswatch newswatch
