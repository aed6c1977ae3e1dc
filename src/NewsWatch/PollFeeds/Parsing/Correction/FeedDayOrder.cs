using System.Xml.Linq;
using NewsWatch.Text.Dates;

namespace NewsWatch.PollFeeds.Parsing.Correction;

/// <summary>Decides once a feed whether <c>3/11</c> is a day of November or of March.</summary>
internal static class FeedDayOrder
{
    private const int LongestDate = 40;

    /// <summary>By the feed's own dates, its language and where it comes from.</summary>
    public static DayOrder Of(XElement root, Uri? address)
    {
        string? language = null;
        var dates = new List<string>();
        foreach (var element in root.DescendantsAndSelf())
        {
            if (language is null && (element.Name.LocalName is "language" ? element.Value : (string?)element.Attribute(XNamespace.Xml + "lang")) is { } tag)
                language = tag.Trim();
            if (!element.HasElements && IsDate(element.Name.LocalName) && element.Value is { Length: <= LongestDate } date && date.AsSpan().IndexOfAny("/-.") > 0)
                dates.Add(date);
        }
        return DayOrders.Of(language, address?.Host, dates);
    }

    private static bool IsDate(string name)
        => name.Contains("date", StringComparison.OrdinalIgnoreCase) || name is "published" or "updated" or "issued" or "modified" or "created";
}
