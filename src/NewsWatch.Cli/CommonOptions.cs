using System.CommandLine;
using NewsWatch.Cli.Output;

namespace NewsWatch.Cli;

/// <summary>Options every verb takes, before or after it.</summary>
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

    public static Option<ColorWhen> Color { get; } = new("--color")
    {
        Description = "When to colour: auto (on a terminal, unless NO_COLOR is set), always or never.",
        HelpName = "WHEN",
        Recursive = true,
    };

    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Log more, and show where a failure came from.",
        Recursive = true,
    };

    /// <summary>The data folder asked for, or <c>NewsWatch</c> under the user's own data folder.</summary>
    public static string DataFolder(ParseResult parse)
        => Path.GetFullPath(parse.GetValue(Data)
            ?? Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "NewsWatch"));
}
