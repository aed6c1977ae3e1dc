using System.Globalization;
using AngleSharp.Dom;

namespace NewsWatch.PollFeeds.Sources;

/// <summary>Dates that stand beside the links of a list, where the page marks them for programs (<c>time datetime</c>).</summary>
internal static class ListDates
{
    private const int Reach = 5;

    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>Whether a date stands within the link's own item, roughly.</summary>
    public static bool Near(IElement link)
    {
        var box = link.ParentElement;
        for (var step = 0; step < 3 && box is not null; step++, box = box.ParentElement)
            if (box.QuerySelector("time") is not null)
                return true;
        return false;
    }

    /// <summary>The date of the smallest box around the link that holds one and no other article of the list; null where there is none.</summary>
    /// <param name="link">A link of the list.</param>
    /// <param name="targets">Where the links of the list lead.</param>
    public static DateTimeOffset? Of(IElement link, IReadOnlySet<string> targets)
    {
        var own = LinkLists.Target(link)!.AbsoluteUri;
        var box = link;
        for (var step = 0; step <= Reach && box is not null && !HoldsAnother(box); step++, box = box.ParentElement)
            foreach (var time in box.QuerySelectorAll("time[datetime]"))
                if (Parse(time.GetAttribute("datetime")!) is { } date)
                    return date;
        return null;

        bool HoldsAnother(IElement element) => element.QuerySelectorAll("a[href]")
            .Any(other => LinkLists.Target(other) is { } target && target.AbsoluteUri != own && targets.Contains(target.AbsoluteUri));
    }

    private static DateTimeOffset? Parse(string text)
        => DateTimeOffset.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;
}
