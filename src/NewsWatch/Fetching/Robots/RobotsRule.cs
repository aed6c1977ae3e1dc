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
        var toEnd = Pattern.EndsWith('$');
        ReadOnlySpan<char> pattern = toEnd ? Pattern.AsSpan()[..^1] : Pattern;
        var star = pattern.IndexOf('*');
        if (star < 0)
            return toEnd ? path.SequenceEqual(pattern) : path.StartsWith(pattern, StringComparison.Ordinal);
        if (!path.StartsWith(pattern[..star], StringComparison.Ordinal))
            return false;

        // What stands between two stars is taken where it comes first: that leaves the most for what follows, and nothing is tried twice.
        path = path[star..];
        var last = pattern.LastIndexOf('*');
        foreach (var between in pattern[(star + 1)..Math.Max(star + 1, last)].Split('*'))
        {
            var part = pattern[(star + 1)..][between];
            if (path.IndexOf(part, StringComparison.Ordinal) is not (>= 0 and var at))
                return false;
            path = path[(at + part.Length)..];
        }

        var end = pattern[(last + 1)..];
        return toEnd ? path.EndsWith(end, StringComparison.Ordinal) : path.Contains(end, StringComparison.Ordinal);
    }
}
