using System.CommandLine;

namespace NewsWatch.Cli;

/// <summary>Options every verb takes.</summary>
internal static class CommonOptions
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "Folder for everything NewsWatch keeps, and for its settings (newswatch.json).",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print JSON for machines.",
        Recursive = true,
    };

    /// <summary>The data folder asked for, or <c>NewsWatch</c> under the user's own data folder.</summary>
    public static string DataFolder(ParseResult parse)
        => Path.GetFullPath(parse.GetValue(Data)
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "NewsWatch"));
}
