using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsWatch.PollFeeds;
using Spectre.Console;

namespace NewsWatch.Cli.Commands;

/// <summary>What the verbs of <c>feeds</c> print: a table for people, JSON for machines.</summary>
internal static class FeedsTable
{
    private const int WidthOfFiles = 200;

    /// <summary>Prints rows under headings.</summary>
    public static void Print(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(new Spectre.Console.Text(heading)));
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Spectre.Console.Text(cell)));
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = WidthOfFiles;
        AnsiConsole.Write(table);
    }

    /// <summary>Prints one value as JSON.</summary>
    public static void PrintJson<T>(T value, JsonTypeInfo<T> type) => Console.WriteLine(JsonSerializer.Serialize(value, type));

    /// <summary>A point in time in UTC, to the minute; empty for none.</summary>
    public static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A health as the design names it.</summary>
    public static string Health(FeedHealth health) => health == FeedHealth.GoneQuiet ? "gone quiet" : health.ToString().ToLowerInvariant();

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
