using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using NewsWatch.NotifyOperator;
using NewsWatch.Storage;
using NewsWatch.Telemetry;

namespace NewsWatch.Review.Health;

/// <summary>
/// What is told to whoever watches the process: whether its loops go round (else it is to be started again), and whether it can do its work
/// (else it is not to be sent any). No name, address or reason is told.
/// </summary>
internal sealed class Probes(Heartbeats beats, PollWatch polls, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Anybody may ask, and the store is asked no oftener for it.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim one = new(1, 1);
    private (long At, StoreAnswer Answer)? last;

    /// <summary>200 while the loops go round; 503 where one was not heard of in its time. A host that is called has none.</summary>
    public IResult Live()
    {
        var loops = beats.Loops;
        var isAlive = loops.Values.All(alive => alive);
        return Json(isAlive, new LiveAnswer(isAlive ? "alive" : "stuck", loops), ProbesJson.Default.LiveAnswer);
    }

    /// <summary>200 while the store can be read and polls come; 503 where not.</summary>
    public async Task<IResult> ReadyAsync(CancellationToken cancellation)
    {
        var answer = await AskAsync(cancellation);
        var isReady = answer is { IsReached: true, IsLate: false };
        return Json(
            isReady,
            new ReadyAnswer(
                isReady ? "ready" : "not ready",
                answer.IsReached ? "reached" : "not reached",
                answer.LastPoll,
                answer.LastPoll is null ? "none yet" : answer.IsLate ? "late" : "in time"),
            ProbesJson.Default.ReadyAnswer);
    }

    public void Dispose() => one.Dispose();

    private async Task<StoreAnswer> AskAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            if (last is not { } before || time.GetElapsedTime(before.At) > Remembered)
                last = (time.GetTimestamp(), await AskStoreAsync(cancellation));
            return last.Value.Answer;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<StoreAnswer> AskStoreAsync(CancellationToken cancellation)
    {
        using var bound = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        try
        {
            return await polls.LastAsync(either.Token) is { } poll ? new(true, poll.BeganAt, poll.IsLate) : new(true, null, false);
        }
        catch (DamagedRecordException)
        {
            // The next poll writes it anew.
            return new(true, null, false);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested
            && failure is StorageUnavailableException or OperationCanceledException)
        {
            return new(false, null, false);
        }
    }

    private static IResult Json<T>(bool isWell, T body, JsonTypeInfo<T> type)
        => Results.Json(body, type, statusCode: isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    private sealed record StoreAnswer(bool IsReached, DateTimeOffset? LastPoll, bool IsLate);
}

/// <summary>What <c>/health/live</c> answers.</summary>
/// <param name="Status"><c>alive</c> or <c>stuck</c>.</param>
/// <param name="Loops">The loops by name, each true where it was heard of in its time.</param>
internal sealed record LiveAnswer(string Status, IReadOnlyDictionary<string, bool> Loops);

/// <summary>What <c>/health/ready</c> answers.</summary>
/// <param name="Status"><c>ready</c> or <c>not ready</c>.</param>
/// <param name="Store"><c>reached</c> or <c>not reached</c>.</param>
/// <param name="LastPoll">When the last poll began; null where there is none.</param>
/// <param name="Polls"><c>none yet</c>, <c>late</c> or <c>in time</c>.</param>
internal sealed record ReadyAnswer(string Status, string Store, DateTimeOffset? LastPoll, string Polls);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LiveAnswer))]
[JsonSerializable(typeof(ReadyAnswer))]
internal sealed partial class ProbesJson : JsonSerializerContext;
