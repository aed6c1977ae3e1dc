using System.CommandLine;
using System.Globalization;

namespace NewsWatch.Cli.Commands;

/// <summary>Days given on the command line.</summary>
internal static class CommandDates
{
    /// <summary>The beginning of the day an option names, in UTC; null where it is not given.</summary>
    /// <exception cref="UsageException">It is no day.</exception>
    public static DateTimeOffset? Day(ParseResult parse, Option<string?> option)
        => parse.GetValue(option) is not { } text
            ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
                : throw new UsageException($"{option.Name} {text}: write a day as 2026-01-31.");
}
