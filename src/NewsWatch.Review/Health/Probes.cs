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
        return Json(isAlive, new { status = isAlive ? "alive" : "stuck", loops });
    }

    /// <summary>200 while the store can be read and polls come; 503 where not.</summary>
    public async Task<IResult> ReadyAsync(CancellationToken cancellation)
    {
        var answer = await AskAsync(cancellation);
        var isReady = answer is { IsReached: true, IsLate: false };
        return Json(isReady, new
        {
            status = isReady ? "ready" : "not ready",
            store = answer.IsReached ? "reached" : "not reached",
            lastPoll = answer.LastPoll,
            polls = answer.LastPoll is null ? "none yet" : answer.IsLate ? "late" : "in time",
        });
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

    private static IResult Json<T>(bool isWell, T body)
        => Results.Json(body, statusCode: isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    private sealed record StoreAnswer(bool IsReached, DateTimeOffset? LastPoll, bool IsLate);
}
