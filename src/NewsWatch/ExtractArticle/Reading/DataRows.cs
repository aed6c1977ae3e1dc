namespace NewsWatch.ExtractArticle.Reading;

/// <summary>The tables this folder embeds: tab-separated rows; empty lines and lines that begin with # are left out.</summary>
internal static class DataRows
{
    /// <summary>Reads the rows of <c>Data/{name}</c>.</summary>
    public static IEnumerable<string[]> Read(string name)
    {
        var resource = $"NewsWatch.ExtractArticle.Reading.{name}";
        using var stream = typeof(DataRows).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks {resource}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
    }
}
