using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.PollFeeds.Sources;

/// <summary>
/// Dates that stand beside the links of a list: marked for programs (<c>time datetime</c>), written for people, else in the link's address.
/// Whether day or month comes first is told by all dates of the list together, else by its language.
/// </summary>
/// <param name="language">BCP 47; null where not known.</param>
/// <param name="now">The present.</param>
internal sealed partial class ListDates(string? language, DateTimeOffset now)
{
    private const int Reach = 5;
    private const int LongestItem = 2_000;

    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private const DateTimeStyles InUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private readonly FeedDates words = new(now);
    private readonly Dictionary<IElement, bool> shared = [];
    private bool sawDayFirst;
    private bool sawMonthFirst;

    /// <summary>Whether a date stands within the link's own item, roughly.</summary>
    /// <param name="link">The link.</param>
    /// <param name="dated">What is known of boxes looked at for other links: one box may hold them all.</param>
    public static bool Near(IElement link, Dictionary<IElement, bool> dated)
    {
        var box = link.ParentElement;
        for (var step = 0; step < 3 && box is not null; step++, box = box.ParentElement)
            if (Known(box, dated, IsDated))
                return true;
        return false;
    }

    /// <summary>
    /// What dates an article of the list, as written, in the smallest box around its links that holds no other article's.
    /// </summary>
    /// <param name="links">Links of the list that lead to the article.</param>
    /// <param name="targets">Where the links of the list lead; the same for all links of a list.</param>
    /// <param name="stop">Stops looking.</param>
    public string? Find(IEnumerable<IElement> links, IReadOnlySet<string> targets, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var all = links.ToList();
        var found = all.Select(link => Beside(link, targets)).FirstOrDefault(text => text is not null)
            ?? (InAddress().Match(LinkLists.Target(all[0])!.AbsoluteUri) is { Success: true } inAddress
                ? $"{inAddress.Groups["year"].Value}-{inAddress.Groups["month"].Value}-{inAddress.Groups["day"].Value}"
                : null);
        if (found is not null && Numbers().Match(found) is { Success: true } numbers)
        {
            sawDayFirst |= int.Parse(numbers.Groups["one"].Value, CultureInfo.InvariantCulture) > 12;
            sawMonthFirst |= int.Parse(numbers.Groups["two"].Value, CultureInfo.InvariantCulture) > 12;
        }
        return found;
    }

    /// <summary>The date meant, once all of the list have been found; null for none.</summary>
    public DateTimeOffset? Read(string? written)
    {
        if (written is null)
            return null;
        if (DateTimeOffset.TryParseExact(written, Forms, CultureInfo.InvariantCulture, InUtc, out var exact))
            return exact;
        if (Numbers().Match(written) is not { Success: true } numbers)
            return words.Read(written) is { IsTrusted: true } date ? date.Value : null;
        var monthFirst = !written.Contains('.', StringComparison.Ordinal)
            && (sawMonthFirst || (!sawDayFirst && (language ?? "").StartsWith("en-US", StringComparison.OrdinalIgnoreCase)));
        var (day, month) = monthFirst ? (Number("two"), Number("one")) : (Number("one"), Number("two"));
        var year = Number("year") % 2000 + 2000;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero)
            : null;

        int Number(string group) => int.Parse(numbers.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    private string? Beside(IElement link, IReadOnlySet<string> targets)
    {
        string? written = null;
        var box = link;
        for (var step = 0; step <= Reach && box is not null && !Known(box, shared, IsShared); step++, box = box.ParentElement)
        {
            foreach (var time in box.QuerySelectorAll("time[datetime]"))
                if (time.GetAttribute("datetime")!.Trim() is { Length: > 0 } marked)
                    return marked;
            if (written is null && box.TextContent is { Length: < LongestItem } text && Written().Match(text) is { Success: true } found)
                written = string.Join(' ', found.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        return written;

        bool IsShared(IElement element) => element.QuerySelectorAll("a[href]")
            .Select(LinkLists.Target)
            .OfType<Uri>()
            .Select(target => target.AbsoluteUri)
            .Where(targets.Contains)
            .Distinct(StringComparer.Ordinal)
            .Skip(1)
            .Any();
    }

    private static bool IsDated(IElement box)
        => box.QuerySelector("time") is not null || (box.TextContent is { Length: < LongestItem } text && Written().IsMatch(text));

    private static bool Known(IElement box, Dictionary<IElement, bool> known, Func<IElement, bool> look)
    {
        if (!known.TryGetValue(box, out var seen))
            known[box] = seen = look(box);
        return seen;
    }

    [GeneratedRegex(
        @"\b(?:\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:20)?\d{2})\b"
        + @"|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
        + @"|\b\d{1,2}(?:st|nd|rd|th|er|º|ª)?[.,]?\s+(?:de\s+)?\p{L}{3,12}\.?,?\s+(?:de(?:l)?\s+)?20\d{2}\b"
        + @"|\b\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+20\d{2}\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Written();

    [GeneratedRegex(@"^(?<one>\d{1,2})\s?[-/.]\s?(?<two>\d{1,2})\s?[-/.]\s?(?<year>(?:20)?\d{2})$", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"[/_-](?<year>20\d{2})[/_-]?(?<month>0[1-9]|1[0-2])[/_-]?(?<day>0[1-9]|[12]\d|3[01])(?:\D|$)",
        RegexOptions.NonBacktracking)]
    private static partial Regex InAddress();
}
