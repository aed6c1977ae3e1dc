using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsWatch.Cli.Output;
using NewsWatch.PollFeeds;

namespace NewsWatch.Cli.Hosting;

/// <summary>
/// Says on standard output what each pass of a running host did: a line for people on a terminal, an object of JSON a line elsewhere.
/// </summary>
internal sealed class PassTeller(Screen screen, QueuePumps pumps, Journal journal, PollSchedule schedule, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Where the passes are told.</summary>
    public Screen Screen => screen;

    /// <summary>Says that the review site listens.</summary>
    public void Listening(string address, string folder)
    {
        if (IsForPeople)
            Screen.Out.WriteLine($"Review site: http://{address}/  data: {folder}  Ctrl+C stops.");
        else
            Write("listening", json =>
            {
                json.WriteString("address", $"http://{address}/");
                json.WriteString("data", folder);
            });
    }

    /// <summary>Says what a pass did, once what it found has come through the stages, or it is time for the next.</summary>
    /// <param name="summary">What the poll saw.</param>
    /// <param name="began">When it began.</param>
    /// <param name="stop">Stops waiting.</param>
    public async Task PassedAsync(PollSummary summary, DateTimeOffset began, CancellationToken stop)
    {
        var until = time.GetUtcNow() + schedule.Until(time.GetUtcNow());
        while (summary.Entries.New + summary.Entries.Edited > 0 && time.GetUtcNow() < until && await pumps.CountAsync(stop) > 0)
            await Task.Delay(Look, time, stop);
        var flagged = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in journal.ReadAsync(began, stop))
            if (entry is { Kind: JournalKind.Outcome, State: ArticleState.Flagged } && entry.At >= began)
                flagged.Add(entry.Article);
        if (IsForPeople)
            Screen.Out.WriteLine(Line(summary, flagged.Count, time.GetLocalNow()));
        else
            Write("pass", json => WriteMembers(json, summary, flagged.Count));
    }

    /// <summary>A pass as a line for people.</summary>
    internal static string Line(PollSummary summary, int flagged, DateTimeOffset now)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{now:HH:mm:ss}  {Count(summary.Polled, "feed")} polled");
        if (summary.CommonestFailure is { } commonest)
        {
            var times = commonest.Count < summary.Failed ? $"{commonest.Count} times " : "";
            line.Append(CultureInfo.InvariantCulture, $", {summary.Failed} failed ({times}{Outside.Line(commonest.Reason)})");
        }
        if (summary.Postponed > 0)
            line.Append(CultureInfo.InvariantCulture, $", {summary.Postponed} left to the next pass");
        if (summary.Elsewhere > 0)
            line.Append(CultureInfo.InvariantCulture, $", {summary.Elsewhere} left to others");
        return line.Append(
            CultureInfo.InvariantCulture, $", {Count(summary.Entries.New, "new entry", "new entries")}, {flagged} flagged").ToString();
    }

    private bool IsForPeople => screen is { IsTerminal: true, Json: false };

    private static string Count(int count, string one, string? many = null)
        => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";

    private static void WriteMembers(Utf8JsonWriter json, PollSummary summary, int flagged)
    {
        json.WriteNumber("listed", summary.Listed);
        json.WriteNumber("polled", summary.Polled);
        json.WriteNumber("unchanged", summary.Unchanged);
        json.WriteNumber("failed", summary.Failed);
        if (summary.CommonestFailure is { } commonest)
        {
            json.WriteString("commonestFailure", commonest.Reason);
            json.WriteNumber("failedForIt", commonest.Count);
        }
        json.WriteNumber("postponed", summary.Postponed);
        json.WriteNumber("elsewhere", summary.Elsewhere);
        json.WriteNumber("new", summary.Entries.New);
        json.WriteNumber("flagged", flagged);
    }

    private void Write(string what, Action<Utf8JsonWriter> members) => JsonOutput.WriteLine(json =>
    {
        json.WriteString("time", time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("event", what);
        members(json);
    });
}
