namespace NewsWatch.Tests;

/// <summary>Where the checkout is, and the measuring data that may lie beside it.</summary>
internal static class RepositoryFolder
{
    /// <summary>The folder that holds <c>NewsWatch.sln</c>.</summary>
    public static string Path { get; } = Find();

    /// <summary>A folder or file of the measuring data beside the checkout; it may be missing.</summary>
    public static string Shared(params string[] parts)
        => System.IO.Path.GetFullPath(System.IO.Path.Combine([Path, "..", "shared", .. parts]));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "NewsWatch.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests run from outside the checkout: no NewsWatch.sln above " + AppContext.BaseDirectory);
    }
}
