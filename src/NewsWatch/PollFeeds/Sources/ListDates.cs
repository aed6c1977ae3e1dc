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
    private const int LinksLookedAt = 8;

    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private const DateTimeStyles InUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private readonly FeedDates words = new(now);
    private readonly Dictionary<INode, Leads> boxes = [];
    private bool sawDayFirst;
    private bool sawMonthFirst;

    /// <summary>Whether a date stands within the link's own item, roughly.</summary>
    /// <param name="link">A link.</param>
    /// <param name="known">What was found of elements around other links.</param>
    public static bool Near(IElement link, Dictionary<INode, bool> known)
    {
        var box = link.ParentElement;
        for (var step = 0; step < 3 && box is not null; step++, box = box.ParentElement)
        {
            if (!known.TryGetValue(box, out var isDated))
                known[box] = isDated = ListItem.Elements(box).Any(element => element.LocalName == "time")
                    || (ListItem.Text(box) is { } text && Written().IsMatch(text));
            if (isDated)
                return true;
        }
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
        var found = all.Take(LinksLookedAt).Select(link => Beside(link, targets)).FirstOrDefault(text => text is not null)
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
        var own = LinkLists.Target(link)!.AbsoluteUri;
        string? written = null;
        var box = link;
        for (var step = 0; step <= Reach && box is not null && !HoldsAnother(box); step++, box = box.ParentElement)
        {
            foreach (var time in ListItem.Elements(box))
                if (time.LocalName == "time" && time.GetAttribute("datetime")?.Trim() is { Length: > 0 } marked)
                    return marked;
            if (written is null && ListItem.Text(box) is { } text && Written().Match(text) is { Success: true } found)
                written = string.Join(' ', found.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        return written;

        bool HoldsAnother(IElement element)
        {
            if (!boxes.TryGetValue(element, out var leads))
                boxes[element] = leads = LeadsOf(element, targets);
            return leads.ToSeveral || (leads.To is { } one && one != own);
        }
    }

    /// <summary>Where the links of the list within an element lead.</summary>
    private static Leads LeadsOf(IElement element, IReadOnlySet<string> targets)
    {
        if (ListItem.IsLarger(element))
            return new(null, ToSeveral: true);
        var found = ListItem.Elements(element).Prepend(element)
            .Where(link => link.LocalName == "a")
            .Select(link => LinkLists.Target(link)?.AbsoluteUri).OfType<string>()
            .Where(targets.Contains).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return new(found.FirstOrDefault(), found.Count > 1);
    }

    /// <param name="To">The first article of the list that is led to; null where there is none.</param>
    /// <param name="ToSeveral">Whether more than one is.</param>
    private readonly record struct Leads(string? To, bool ToSeveral);

    [GeneratedRegex(
        @"\b(?:\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:20)?\d{2})\b"
        + @"|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
        + @"|\b\d{1,2}(?:st|nd|rd|th|er|º|ª)?[.,]?\s+(?:de\s+)?\p{L}{3,12}\.?,?\s+(?:de(?:l)?\s+)?20\d{2}\b"
        + @"|\b\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+20\d{2}\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Written();

    [GeneratedRegex(@"^(?<one>[0-9]{1,2})\s?[-/.]\s?(?<two>[0-9]{1,2})\s?[-/.]\s?(?<year>(?:20)?[0-9]{2})$", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"[/_-](?<year>20\d{2})[/_-]?(?<month>0[1-9]|1[0-2])[/_-]?(?<day>0[1-9]|[12]\d|3[01])(?:\D|$)",
        RegexOptions.NonBacktracking)]
    private static partial Regex InAddress();
}
