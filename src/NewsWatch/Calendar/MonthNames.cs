using System.Collections.Frozen;
using NewsWatch.Text.Tables;

namespace NewsWatch.Calendar;

/// <summary>Names of months in the languages of <c>months.tsv</c>, for whoever reads dates.</summary>
internal static class MonthNames
{
    private const string Resource = "NewsWatch.Calendar.months.tsv";

    /// <summary>Every name: language, month from 1, the form as the table has it.</summary>
    public static IReadOnlyList<(string Language, int Month, string Form)> All { get; } = [.. Read()];

    /// <summary>
    /// Months by name, whatever the language; a name that two languages give to different months has the one further up in the table.
    /// </summary>
    public static FrozenDictionary<string, int> ByName { get; } = All
        .DistinctBy(name => name.Form, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(name => name.Form, name => name.Month, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string, int, string)> Read()
    {
        foreach (var row in DataTable.Read(Resource))
            for (var month = 1; month < row.Columns.Length; month++)
                foreach (var form in row.Words(month))
                    yield return (row[0], month, form);
    }
}
