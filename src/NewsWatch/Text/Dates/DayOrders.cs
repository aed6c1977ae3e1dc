using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsWatch.Text.Tables;

namespace NewsWatch.Text.Dates;

/// <summary>
/// Decides the order of day and month once for all dates of a feed or page: by a date of it that can be read in one way only, else by the
/// country of its address, the region of its language, or its language. Regions are the rows of <c>day-order.tsv</c> (Unicode CLDR, short
/// date patterns).
/// </summary>
internal static partial class DayOrders
{
    private static readonly FrozenDictionary<string, DayOrder> Regions = Rows("Region"), Domains = Rows("Domain"), Languages = Rows("Language");

    /// <summary>The order; <see cref="DayOrder.Unknown"/> where nothing tells, or the dates tell both.</summary>
    /// <param name="language">BCP 47 tag; null where unknown.</param>
    /// <param name="host">Where the dates come from; null where unknown.</param>
    /// <param name="texts">What the feed or page writes its dates in; other text does no harm.</param>
    public static DayOrder Of(string? language, string? host, IEnumerable<string> texts)
    {
        bool dayFirst = false, monthFirst = false;
        foreach (var text in texts)
            foreach (Match match in Numbers().Matches(text))
            {
                var (first, second) = (Number(match.Groups[1]), Number(match.Groups[2]));
                dayFirst |= first is > 12 and <= 31 && second <= 12;
                monthFirst |= second is > 12 and <= 31 && first <= 12;
            }
        if (dayFirst != monthFirst)
            return dayFirst ? DayOrder.DayFirst : DayOrder.MonthFirst;
        return dayFirst ? DayOrder.Unknown : OfPlace(language, host);
    }

    private static DayOrder OfPlace(string? language, string? host)
    {
        var domain = host is null ? "" : host[(host.LastIndexOf('.') + 1)..];
        if (Domains.TryGetValue(domain, out var order) && order != DayOrder.Unknown)
            return order;
        var subtags = language?.Split('-', '_') ?? [];
        foreach (var subtag in subtags.Skip(1))
            if (subtag.Length == 2)
                return Regions.GetValueOrDefault(subtag, DayOrder.DayFirst);
        if (domain.Length == 2 && domain.All(char.IsAsciiLetter) && !Domains.ContainsKey(domain))
            return DayOrder.DayFirst;
        return subtags is [var primary, ..] ? Languages.GetValueOrDefault(primary, DayOrder.DayFirst) : DayOrder.Unknown;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, DayOrder> Rows(string kind) => DataTable.Read("NewsWatch.Text.Dates.day-order.tsv")
        .Where(row => row[0] == kind)
        .ToFrozenDictionary(row => row[1], row => row.Name<DayOrder>(2), StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<![\d/.-])([0-9]{1,2})[/.-]([0-9]{1,2})[/.-](?:[0-9]{2})?[0-9]{2}(?!\d|[/.-]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
