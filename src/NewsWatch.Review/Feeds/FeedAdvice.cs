using System.Text.RegularExpressions;
using NewsWatch.PollFeeds;

namespace NewsWatch.Review.Feeds;

/// <summary>What a feed's trouble means and what to do; the rows of <c>advice.tsv</c>.</summary>
/// <param name="Meaning">What it means, one sentence.</param>
/// <param name="ToDo">What to do, a sentence or two.</param>
internal sealed record FeedAdvice(string Meaning, string ToDo)
{
    private static readonly IReadOnlyList<(Regex Pattern, FeedAdvice Advice)> Rows = [.. Read()];

    /// <summary>Advice on a health and its reason; null where nothing is wrong.</summary>
    public static FeedAdvice? On(FeedHealth health, string? reason) => health switch
    {
        FeedHealth.Gone => new("The site says the feed is gone for good.", "It is not polled any more. Add the site's front page to find its successor, then remove this one."),
        FeedHealth.Moved => new("The feed has moved for good, and is read at its new address.", "Take the new address over, so that it is asked there at once."),
        FeedHealth.Empty => new("It can be read, but has no entry.", "Nothing, where it is new. Else compare it with the site: it may have been given up."),
        FeedHealth.Undated => new("No entry has a date that can be trusted.", "Nothing: articles are then dated by their pages, or by when they were found."),
        FeedHealth.Stuck => new("It is read, but cannot bring news as it is.", "See the reason; another of the site's feeds may do better."),
        FeedHealth.Unpolled => new("It was not polled yet.", "Nothing: it is polled with the next round. “Check now” does it at once."),
        FeedHealth.Failing or FeedHealth.GoneQuiet when reason is not null
            => Rows.FirstOrDefault(row => row.Pattern.IsMatch(reason)).Advice
                ?? new("It could not be read.", "See the reason below. It is tried again by itself, and what was missed is caught up."),
        FeedHealth.GoneQuiet => new("Nothing new has come for far longer than usual.", "Compare it with the site."),
        _ => null,
    };

    private static IEnumerable<(Regex, FeedAdvice)> Read()
    {
        using var stream = typeof(FeedAdvice).Assembly.GetManifestResourceStream("advice.tsv")
            ?? throw new InvalidOperationException("advice.tsv is missing from the assembly.");
        using var lines = new StreamReader(stream);
        for (var number = 1; lines.ReadLine() is { } line; number++)
            if (!line.StartsWith('#'))
                yield return line.Split('\t') is [var pattern, var meaning, var toDo]
                    ? (new Regex(pattern, RegexOptions.NonBacktracking), new FeedAdvice(meaning, toDo))
                    : throw new InvalidDataException($"advice.tsv, line {number}: three cells are needed.");
    }
}
