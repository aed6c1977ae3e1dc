using System.Collections.Frozen;
using System.Globalization;
using NewsWatch.Calendar;

namespace NewsWatch.PollFeeds.Parsing.Dates;

/// <summary>The words of dates: months in many languages, zones, halves of the day.</summary>
internal static class DateWords
{
    private static readonly FrozenDictionary<string, int> Zones = ReadZones();

    private static readonly FrozenDictionary<string, bool> Halves = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase)
    {
        ["am"] = false,
        ["a.m"] = false,
        ["오전"] = false,
        ["午前"] = false,
        ["上午"] = false,
        ["πμ"] = false,
        ["π.μ"] = false,
        ["ص"] = false,
        ["sa"] = false,
        ["pm"] = true,
        ["p.m"] = true,
        ["오후"] = true,
        ["午後"] = true,
        ["下午"] = true,
        ["μμ"] = true,
        ["μ.μ"] = true,
        ["م"] = true,
        ["ch"] = true,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthsBySpan = MonthNames.ByName.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ZonesBySpan = Zones.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> HalvesBySpan = Halves.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>1 to 12; 0 where the word is no month.</summary>
    public static int Month(ReadOnlySpan<char> word) => MonthsBySpan.TryGetValue(word, out var month) ? month : 0;

    /// <summary>True in the afternoon, false in the morning, null where the word says neither.</summary>
    public static bool? Afternoon(ReadOnlySpan<char> word) => HalvesBySpan.TryGetValue(word, out var afternoon) ? afternoon : null;

    /// <summary>East of Greenwich; null where nobody knows the name.</summary>
    public static TimeSpan? Zone(ReadOnlySpan<char> word) => ZonesBySpan.TryGetValue(word, out var minutes) ? TimeSpan.FromMinutes(minutes) : null;

    private static FrozenDictionary<string, int> ReadZones() => Rows("zones.tsv")
        .ToFrozenDictionary(row => row[0], row => int.Parse(row[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(DateWords).Assembly.GetManifestResourceStream(typeof(DateWords), file)
            ?? throw new InvalidOperationException($"The resource {file} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line is [not '#', ..])
                yield return line.Split('\t');
    }
}
