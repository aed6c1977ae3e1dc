namespace NewsWatch.Tests.Docs;

/// <summary>A page of <c>docs/</c> that is made out of the program.</summary>
internal static class GeneratedPage
{
    /// <summary>Set to 1, a test run writes the pages anew instead of comparing them.</summary>
    private const string Rewrite = "NEWSWATCH_WRITE_DOCS";

    /// <summary>Compares what the program says with the page, or writes the page.</summary>
    public static async Task CheckAsync(string name, string expected)
    {
        var path = Path.Combine(RepositoryFolder.Path, "docs", name);
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
            await File.WriteAllTextAsync(path, expected);
        Assert.True(
            File.Exists(path) && await File.ReadAllTextAsync(path) == expected,
            $"docs/{name} is stale. Write it anew: {Rewrite}=1 dotnet test tests/NewsWatch.Tests --filter FullyQualifiedName~Docs");
    }
}
