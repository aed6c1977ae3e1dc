using NewsWatch.Tests;

namespace NewsWatch.Benchmarks.HotPaths;

/// <summary>The newsroom of <c>newswatch demo</c>, as bytes: what every benchmark reads, and the test of what stages allocate.</summary>
internal static class Newsroom
{
    /// <summary>Where its pages say they are from.</summary>
    public static Uri Address { get; } = new("https://wire.example/");

    /// <summary>Its feeds: RSS, Atom, RDF and JSON.</summary>
    public static IReadOnlyList<byte[]> Feeds { get; } = Read("feeds");

    /// <summary>Its articles' pages.</summary>
    public static IReadOnlyList<byte[]> Pages { get; } = Read("articles");

    private static List<byte[]> Read(string folder)
        => [.. Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "src/NewsWatch.Cli/Demo/newsroom", folder)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
}
