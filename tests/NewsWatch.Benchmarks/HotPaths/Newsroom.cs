namespace NewsWatch.Benchmarks.HotPaths;

/// <summary>The newsroom of <c>newswatch demo</c>, as bytes: what every benchmark reads.</summary>
internal static class Newsroom
{
    /// <summary>Where its pages say they are from.</summary>
    public static Uri Address { get; } = new("https://wire.example/");

    /// <summary>Its feeds: RSS, Atom, RDF and JSON.</summary>
    public static IReadOnlyList<byte[]> Feeds { get; } = Read("feeds");

    /// <summary>Its articles' pages.</summary>
    public static IReadOnlyList<byte[]> Pages { get; } = Read("articles");

    private static List<byte[]> Read(string folder)
        => [.. Directory.GetFiles(Path.Combine(Root(), "src/NewsWatch.Cli/Demo/newsroom", folder)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NewsWatch.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The benchmarks run from outside the checkout: no NewsWatch.sln above " + AppContext.BaseDirectory);
    }
}
