namespace NewsWatch.Fetching.Robots;

/// <summary>One allow or disallow line.</summary>
/// <param name="Allows">True for allow.</param>
/// <param name="Pattern">Normalized by <see cref="RobotsPath"/>; <c>*</c> is any run of characters, a final <c>$</c> the end.</param>
internal sealed record RobotsRule(bool Allows, string Pattern)
{
    /// <summary>Whether this rule decides where both match.</summary>
    public bool IsStrongerThan(RobotsRule other)
        => Pattern.Length > other.Pattern.Length || (Pattern.Length == other.Pattern.Length && Allows && !other.Allows);

    /// <summary>Whether the pattern matches the beginning of a normalized path.</summary>
    public bool Matches(ReadOnlySpan<char> path)
    {
        ReadOnlySpan<char> pattern = Pattern;
        var toEnd = pattern.EndsWith('$');
        if (toEnd)
            pattern = pattern[..^1];

        // On a mismatch, the last star takes one character more: never worse than path times pattern.
        int at = 0, step = 0, star = -1, afterStar = 0;
        while (true)
        {
            if (step == pattern.Length && (!toEnd || at == path.Length))
                return true;
            if (step < pattern.Length && pattern[step] == '*')
                (star, afterStar) = (step++, at);
            else if (step < pattern.Length && at < path.Length && pattern[step] == path[at])
                (step, at) = (step + 1, at + 1);
            else if (star >= 0 && afterStar < path.Length)
                (step, at) = (star + 1, ++afterStar);
            else
                return false;
        }
    }
}
