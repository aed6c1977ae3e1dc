using System.Collections.Frozen;
using NewsWatch.Calendar;
using NewsWatch.Text.Tables;

namespace NewsWatch.Text.Dates;

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

    private static FrozenDictionary<string, int> ReadZones() => DataTable.Read("NewsWatch.Text.Dates.zones.tsv")
        .ToFrozenDictionary(row => row[0], row => row.Number32(1), StringComparer.OrdinalIgnoreCase);
}
