namespace NewsWatch.Text.Tables;

/// <summary>
/// The tables this assembly embeds: a row a line, columns parted by tabs; empty lines and lines that begin with <c>#</c> are left out.
/// </summary>
internal static class DataTable
{
    /// <summary>Reads the rows of a resource, in order.</summary>
    /// <param name="resource">Full name of the resource, such as <c>NewsWatch.Text.Dates.zones.tsv</c>.</param>
    /// <param name="columns">How many columns each row has; null where they differ.</param>
    /// <exception cref="InvalidOperationException">The assembly has no such resource.</exception>
    /// <exception cref="FormatException">A row has another number of columns; the message names its line.</exception>
    public static IEnumerable<DataRow> Read(string resource, int? columns = null)
    {
        using var stream = typeof(DataTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks {resource}.");
        using var reader = new StreamReader(stream);
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (line.Length > 0 && line[0] != '#')
                yield return Row(new(resource, number, line.Split('\t')), columns);
    }

    private static DataRow Row(DataRow row, int? columns)
        => columns is null || columns == row.Columns.Length ? row : throw row.Wrong($"has {row.Columns.Length} columns and not {columns}");
}
