using System.Globalization;
using System.Text;

namespace NewsWatch.Benchmarks.ExtractArticle.Reading;

/// <summary>When a title, a date and authors are right.</summary>
internal static class MetadataScore
{
    /// <summary>Equal but for spaces, punctuation and capitals.</summary>
    public static bool SameTitle(string right, string? found)
        => found is not null && string.Equals(Letters(right), Letters(found), StringComparison.OrdinalIgnoreCase);

    /// <summary>The same day in either's own offset or in UTC, for right dates differ in how they record the zone; null where the right date can't be read.</summary>
    public static bool? SameDay(string right, DateTimeOffset? found)
        => DateTimeOffset.TryParse(right, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? found is { } day && (day.Date == date.Date || day.UtcDateTime.Date == date.UtcDateTime.Date)
            : null;

    /// <summary>The same names, in any order.</summary>
    public static bool SameAuthors(IEnumerable<string> right, IEnumerable<string> found)
        => right.Select(Letters).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(found.Select(Letters));

    private static string Letters(string text)
        => string.Concat(text.EnumerateRunes().Where(rune => Rune.IsLetter(rune) || Rune.IsNumber(rune) || rune.Value == '_'));
}
