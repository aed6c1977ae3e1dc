# Completion of newswatch for fish: put it into ~/.config/fish/completions/newswatch.fish
function __newswatch_suggest
    set -l line (commandline -cp)
    newswatch "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null
end
complete -c newswatch -a '(__newswatch_suggest)'
