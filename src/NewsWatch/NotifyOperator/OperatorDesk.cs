using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsWatch.Notices;
using NewsWatch.Storage;

namespace NewsWatch.NotifyOperator;

/// <summary>
/// Gathers what the operator should know and tells it by cause, each cause at most once an hour: thirty feeds of one site that fail are
/// one message.
/// </summary>
public sealed partial class OperatorDesk(IBlobs blobs, NoticeSender sender, TimeProvider time, ILogger<OperatorDesk> logger)
{
    private const string Blob = "operator/matters.json";
    private const int MostWaiting = 500;
    private const int MostTold = 20;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Takes a matter down; it is told by <see cref="SendDueAsync"/>.</summary>
    public Task RaiseAsync(OperatorMatter matter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(matter);
        LogRaised(matter.Cause, matter.Text);
        return UpdateAsync(
            state => state.Waiting.Count >= MostWaiting
                || state.Waiting.Any(known => known.Cause == matter.Cause && known.Key == matter.Key)
                ? state
                : state with { Waiting = [.. state.Waiting, matter] },
            cancellation);
    }

    /// <summary>Drops a matter that is not told yet; false where there is none.</summary>
    public async Task<bool> DropAsync(Func<OperatorMatter, bool> which, CancellationToken cancellation)
    {
        var dropped = false;
        await UpdateAsync(
            state =>
            {
                OperatorMatter[] kept = [.. state.Waiting.Where(matter => !which(matter))];
                dropped = kept.Length < state.Waiting.Count;
                return dropped ? state with { Waiting = kept } : state;
            },
            cancellation);
        return dropped;
    }

    /// <summary>Tells what waits and whose hour has come.</summary>
    public async Task SendDueAsync(CancellationToken cancellation)
    {
        var state = await blobs.ReadJsonAsync(Blob, OperatorJson.Default.OperatorState, cancellation) ?? OperatorState.Empty;
        foreach (var cause in state.Waiting.GroupBy(matter => matter.Cause))
            if (!state.ToldAt.TryGetValue(cause.Key, out var told) || time.GetUtcNow() - told >= Hour)
                await TellAsync(cause.Key, [.. cause], cancellation);
    }

    /// <summary>Sees how many messages each poison queue has; tells of those that have come.</summary>
    internal async Task CountPoisonAsync(IReadOnlyDictionary<string, int> counts, CancellationToken cancellation)
    {
        var before = await blobs.ReadJsonAsync(Blob, OperatorJson.Default.OperatorState, cancellation) ?? OperatorState.Empty;
        if (counts.All(pair => before.Poisoned.GetValueOrDefault(pair.Key) == pair.Value))
            return;
        foreach (var (queue, count) in counts)
            if (count > before.Poisoned.GetValueOrDefault(queue))
                await RaiseAsync(
                    new(OperatorCauses.Poison, queue, $"{count} {(count == 1 ? "message" : "messages")} of queue {queue} given up",
                        time.GetUtcNow()), cancellation);
        await UpdateAsync(state => state with { Poisoned = new Dictionary<string, int>(counts) }, cancellation);
    }

    /// <summary>A notice of matters of one cause, the oldest first.</summary>
    internal static Notice Compose(string id, DateTimeOffset at, string cause, IReadOnlyList<OperatorMatter> matters)
    {
        OperatorMatter[] told = [.. matters.Take(MostTold)];
        var heading = OperatorCauses.Heading(cause, matters);
        var item = new NoticeItem(heading, OperatorCauses.WhatToDo(cause))
        {
            Facts =
            [
                .. told.Select(matter => new NoticeFact($"{matter.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC", matter.Text)),
                .. matters.Count > MostTold ? [new NoticeFact("and", $"{matters.Count - MostTold} more")] : Array.Empty<NoticeFact>(),
            ],
            Links = [.. told.Where(matter => matter.Link is not null).Take(3)
                .Select(matter => new NoticeLink(NoticeText.Line(matter.Key, 60), matter.Link!))],
        };
        return new(id, at, OperatorCauses.TopicOf(cause), $"NewsWatch: {heading}", [item])
        {
            Payload = new(
                "operator.notice",
                JsonSerializer.SerializeToElement(new OperatorData(cause, OperatorCauses.WhatToDo(cause), told),
                    OperatorJson.Default.OperatorData)),
        };
    }

    private async Task TellAsync(string cause, IReadOnlyList<OperatorMatter> matters, CancellationToken cancellation)
    {
        // The id hangs on the oldest matter: it stays until the notice is done with, whatever else comes meanwhile.
        var id = $"operator-{ArticleId.Hash($"{cause} {matters[0].Key} {matters[0].At.UtcTicks}")}";
        var broken = matters.Select(matter => matter.Channel).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var channels = sender.ChannelsAbout(OperatorCauses.TopicOf(cause)).Where(channel => !broken.Contains(channel));
        var result = await sender.TellAsync(
            $"alerts/operator/{id}.json", Compose(id, time.GetUtcNow(), cause, matters), sender.RecipientsOf(channels), cancellation);
        if (result.Next is not null)
            return;
        await UpdateAsync(
            state => state with
            {
                Waiting = [.. state.Waiting.Where(matter => matter.Cause != cause || matter.At > result.Record.Notice.At)],
                ToldAt = new Dictionary<string, DateTimeOffset>(state.ToldAt) { [cause] = time.GetUtcNow() },
            },
            cancellation);
    }

    private Task<OperatorState?> UpdateAsync(Func<OperatorState, OperatorState> change, CancellationToken cancellation)
        => blobs.UpdateJsonAsync(
            Blob,
            found => change(found ?? OperatorState.Empty) is var after && ReferenceEquals(after, OperatorState.Empty) ? found : after,
            OperatorJson.Default.OperatorState,
            cancellation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "For the operator ({Matter}): {Text}")]
    private partial void LogRaised(string matter, string text);
}
