using System.Globalization;
using System.Text;
using NewsWatch.ExtractArticle.Reading;

namespace NewsWatch.Benchmarks.ExtractArticle.Reading;

/// <summary>Which fields of a page were read right; null where the set does not say.</summary>
internal sealed record MetadataScore(bool? Title, bool? Date, bool? Authors)
{
    /// <summary>Reads a page and compares.</summary>
    public static MetadataScore Of(GoldPage page)
    {
        var reading = PageReader.Read(File.ReadAllBytes(page.File), null, page.Address);
        return new(
            page.Title is null ? null : SameTitle(page.Title, reading.Title),
            page.Date is null ? null : SameDay(page.Date, reading.Published),
            page.Authors.Count == 0 ? null : SameAuthors(page.Authors, reading.Authors));
    }

    /// <summary>Share of the pages with the field that have it right, 0 to 1.</summary>
    public static double Share(IEnumerable<MetadataScore> scores, Func<MetadataScore, bool?> field)
        => scores.Select(field).Where(right => right is not null).Average(right => right is true ? 1.0 : 0);

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
