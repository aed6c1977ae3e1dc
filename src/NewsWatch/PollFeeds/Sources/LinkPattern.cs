using System.IO.Enumeration;

namespace NewsWatch.PollFeeds.Sources;

/// <summary>
/// What addresses of articles look like: patterns of path and query, or of the whole address where they begin with a scheme.
/// </summary>
/// <param name="patterns">Separated by spaces; <c>*</c> is any run of characters.</param>
internal sealed class LinkPattern(string patterns)
{
    private readonly string[] patterns = patterns.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether an address looks like one of them, without regard to case.</summary>
    public bool Matches(Uri address) => Array.Exists(patterns, pattern => FileSystemName.MatchesSimpleExpression(
        pattern.Replace("\\", "", StringComparison.Ordinal),
        pattern.Contains("://", StringComparison.Ordinal) ? address.AbsoluteUri : address.PathAndQuery,
        ignoreCase: true));
}
