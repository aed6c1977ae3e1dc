using NewsWatch.Storage;

namespace NewsWatch.Fetching.Pacing;

/// <summary>
/// A host's turn; disposed of when the exchange is over. A shared calendar is told of the end only where that lets another begin sooner:
/// a place is first kept just as long as the spacing keeps others away anyway, and an exchange that takes longer keeps it on in time.
/// </summary>
internal sealed class HostTurn : IAsyncDisposable
{
    private readonly IHostCalendars calendars;
    private readonly PacedHost host;
    private readonly string name;
    private readonly string id;
    private readonly TimeProvider time;
    private readonly long began;
    private readonly CancellationTokenSource over = new();
    private readonly Task<bool> keeping;
    private int isOver;

    /// <param name="calendars">Where the place is noted.</param>
    /// <param name="host">What this process knows of the host.</param>
    /// <param name="name">Name of the host.</param>
    /// <param name="id">Names the exchange.</param>
    /// <param name="start">When it begins: now.</param>
    /// <param name="hold">How long its place is kept so far.</param>
    /// <param name="longest">Longest it can go on.</param>
    /// <param name="time">Clock.</param>
    public HostTurn(
        IHostCalendars calendars,
        PacedHost host,
        string name,
        string id,
        DateTimeOffset start,
        TimeSpan hold,
        TimeSpan longest,
        TimeProvider time)
    {
        (this.calendars, this.host, this.name, this.id, this.time) = (calendars, host, name, id, time);
        began = time.GetTimestamp();
        keeping = hold < longest ? KeepAsync(start + longest, HostPlace.KeptAfter(hold)) : Task.FromResult(true);
    }

    /// <summary>The place of one exchange where no turn came of it: given back.</summary>
    public static async ValueTask GiveBackAsync(IHostCalendars calendars, string name, string id, TimeSpan? took)
    {
        try
        {
            await calendars.ChangeAsync(name, calendar => (calendar.End(id, took), true), CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            // The place lapses by itself, and whoever asks next says that the store is away.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isOver, 1) == 1)
            return;
        var took = time.GetElapsedTime(began);
        await over.CancelAsync();
        try
        {
            if (await keeping)
                await GiveBackAsync(calendars, name, id, took);
            else
                host.Note(id, took);
        }
        finally
        {
            over.Dispose();
            host.Places.Release();
        }
    }

    /// <returns>True where the place is now kept for longer than it need be.</returns>
    private async Task<bool> KeepAsync(DateTimeOffset until, TimeSpan after)
    {
        try
        {
            await Task.Delay(after, time, over.Token);
            await calendars.ChangeAsync(name, calendar => (calendar.Keep(id, until), true), CancellationToken.None);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (StorageUnavailableException)
        {
            // Nothing else can begin with the host either while the store is away.
            return false;
        }
    }
}
