using Microsoft.Extensions.Configuration;
using NCrontab;

namespace NewsWatch.Cli.Hosting;

/// <summary>When to poll: six fields, seconds first, in UTC, as the Functions host reads <c>%PollSchedule%</c>.</summary>
internal sealed class PollSchedule(CrontabSchedule schedule)
{
    /// <summary>Name of the setting, in both hosts.</summary>
    public const string Key = "PollSchedule";

    /// <summary>Every five minutes; which feeds are due decides the poller.</summary>
    public const string Default = "0 */5 * * * *";

    /// <summary>Reads the setting.</summary>
    /// <exception cref="UsageException">It is not six fields of a schedule.</exception>
    public static PollSchedule Read(IConfiguration configuration)
    {
        var text = configuration[Key] ?? Default;
        return CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is { } schedule
            ? new(schedule)
            : throw new UsageException(
                $"{Key} is \"{text}\", which is not a schedule of six fields such as \"{Default}\" (second minute hour day month weekday).");
    }

    /// <summary>How long from <paramref name="now"/> to the next time.</summary>
    public TimeSpan Until(DateTimeOffset now) => schedule.GetNextOccurrence(now.UtcDateTime) - now.UtcDateTime;
}
