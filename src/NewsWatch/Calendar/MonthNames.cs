using System.Collections.Frozen;

namespace NewsWatch.Calendar;

/// <summary>Names of months in the languages of <c>months.tsv</c>, for whoever reads dates.</summary>
internal static class MonthNames
{
    private const string Resource = "NewsWatch.Calendar.months.tsv";

    /// <summary>Every name: language, month from 1, the form as the table has it.</summary>
    public static IReadOnlyList<(string Language, int Month, string Form)> All { get; } = [.. Read()];

    /// <summary>Months by name, whatever the language; a name that two languages give to different months has the one further up in the table.</summary>
    public static FrozenDictionary<string, int> ByName { get; } = All
        .DistinctBy(name => name.Form, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(name => name.Form, name => name.Month, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string, int, string)> Read()
    {
        using var stream = typeof(MonthNames).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line is [not '#', ..])
            {
                var row = line.Split('\t');
                for (var month = 1; month < row.Length; month++)
                    foreach (var form in row[month].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                        yield return (row[0], month, form);
            }
    }
}
