namespace NewsWatch.Agreements;

/// <summary>The tables of this folder: lines of cells between tabs, <c>#</c> before a remark.</summary>
internal static class TableFile
{
    /// <summary>Every row of a table.</summary>
    /// <exception cref="InvalidDataException">A row has another number of cells; the message names table and line.</exception>
    public static IReadOnlyList<string[]> Read(string name, int cells)
    {
        using var stream = typeof(TableFile).Assembly.GetManifestResourceStream($"NewsWatch.Agreements.{name}")!;
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.StartsWith('#'))
                continue;
            var row = text.Split('\t');
            rows.Add(row.Length == cells ? row
                : throw new InvalidDataException($"{name}, line {line}: {row.Length} cells instead of {cells}."));
        }
        return rows;
    }
}
