using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace NewsWatch.Fetching.Pacing;

/// <summary>
/// Keeps one host from being hurried, by all processes that share a store together: bounds on exchanges at a time, on the time between
/// their beginnings, and the pauses it asks for. Work that may come again does not wait for a host: it is told when to come.
/// </summary>
internal sealed class HostPacer(IHostCalendars calendars, IOptions<FetchingOptions> options, TimeProvider time)
{
    private const int ManyHosts = 4096;

    /// <summary>What an exchange takes beside its own bound of time: for its beginning to be reached, and its end to be noted.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <summary>The share of the distance by which an exchange may begin late: the store was slow, or the machine busy.</summary>
    private const int LateShare = 4;

    /// <summary>A shorter hold leaves no time to keep a place on before it lapses.</summary>
    private static readonly TimeSpan ShortestHold = TimeSpan.FromSeconds(2);

    /// <summary>A process that is alone comes again at no cost: a worker that waits is one less for the other hosts.</summary>
    private static readonly TimeSpan ShortWaitAlone = TimeSpan.FromMilliseconds(50);

    /// <summary>Of several that stay no longer, one ends within a short wait as a rule.</summary>
    private static readonly TimeSpan LongestStayAwaited = 4 * ShortWaitAlone;

    private readonly ConcurrentDictionary<string, PacedHost> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for a turn with the host; dispose of it when the exchange is over.</summary>
    /// <param name="name">Name of the host.</param>
    /// <param name="line">Of the work that may come again, which this is a part of; null to wait as long as it takes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="HostBusyException">There is no turn within a short wait, and the work may come again.</exception>
    public async Task<HostEntry> EnterAsync(string name, HostLine? line, CancellationToken cancellation)
    {
        name = name.ToLowerInvariant();
        var host = Get(name);
        var isPatient = line is null || line.HasEntered(name);
        if (isPatient)
            await host.Places.WaitAsync(cancellation);
        else if (!await TryEnterAsync(host, name, line!, cancellation))
            throw await BusyAsync(name, line!, cancellation);
        try
        {
            return await AskAsync(host, name, line, isPatient, cancellation);
        }
        catch (Exception)
        {
            host.Places.Release();
            throw;
        }
    }

    /// <summary>Asks the calendar until there is a turn; the place in this process is the caller's.</summary>
    private async Task<HostEntry> AskAsync(PacedHost host, string name, HostLine? line, bool isPatient, CancellationToken cancellation)
    {
        var ask = Ask(host, name, line) with { IsPatient = isPatient, Ended = host.TakeNotes() };
        var latest = Gap(host) > TimeSpan.Zero ? Gap(host) / LateShare : TimeSpan.MaxValue;
        var (isGiven, mayHold) = (false, true);
        try
        {
            while (true)
            {
                switch (await calendars.ChangeAsync(name, calendar => calendar.Ask(ask, time.GetUtcNow()), cancellation))
                {
                    case HostAnswer.Start { At: var start }:
                        isGiven = true;
                        await WaitAsync(start, cancellation);
                        if (time.GetUtcNow() - start is var late && late <= latest)
                            return new(new HostTurn(calendars, host, name, ask.Id, start, ask.Hold, Longest, time), null);

                        // Who comes next relies on the distance: another beginning, further ahead than this one was missed by.
                        ask = ask with { Lead = 2 * late < HostCalendar.ShortWait ? 2 * late : HostCalendar.ShortWait };
                        break;
                    case HostAnswer.Paused { Until: var until }:
                        host.Places.Release();
                        return new(null, until - time.GetUtcNow());
                    case HostAnswer.Again { At: var again } when !isPatient:
                        mayHold = isGiven;
                        throw Busy(name, line!, again);
                    case HostAnswer.Again { At: var again }:
                        await WaitAsync(again, cancellation);
                        break;
                }
            }
        }
        catch (Exception) when (mayHold)
        {
            await HostTurn.GiveBackAsync(calendars, name, ask.Id, took: null);
            throw;
        }
    }

    /// <summary>A number in the host's line, for work that cannot even ask for a turn now.</summary>
    public async Task<HostBusyException> BusyAsync(string name, HostLine line, CancellationToken cancellation)
    {
        name = name.ToLowerInvariant();
        var ask = Ask(Get(name), name, line);
        var answer = await calendars.ChangeAsync(name, calendar => calendar.Again(ask, time.GetUtcNow()), cancellation);
        return Busy(name, line, ((HostAnswer.Again)answer).At);
    }

    /// <summary>Notes how long the host wants to be left alone.</summary>
    public async Task PauseAsync(string name, TimeSpan pause, CancellationToken cancellation)
        => await calendars.ChangeAsync(
            name.ToLowerInvariant(), calendar => (calendar with { PausedUntil = time.GetUtcNow() + pause }, true), cancellation);

    /// <summary>Notes the host's Crawl-delay, kept up to <see cref="HostCalendar.LongestCrawlDelay"/>.</summary>
    public void Slow(string name, TimeSpan crawlDelay)
        => Get(name).CrawlDelay = crawlDelay < HostCalendar.LongestCrawlDelay ? crawlDelay : HostCalendar.LongestCrawlDelay;

    private TimeSpan Longest => options.Value.Timeout + Margin;

    private HostAsk Ask(PacedHost host, string name, HostLine? line)
    {
        var (spacing, places) = (options.Value.PerHostSpacing, options.Value.PerHostConcurrency);
        var lapsing = places * Gap(host);
        var hold = calendars.AreShared && lapsing >= ShortestHold && lapsing < Longest ? lapsing : Longest;
        return new(ThisProcess.NewExchange(), spacing, places, hold)
        {
            CrawlDelay = host.CrawlDelay,
            HasNumber = line?.HasNumber(name) ?? false,
            ShortWait = calendars.AreShared ? HostCalendar.ShortWait : ShortWaitAlone,
        };
    }

    private TimeSpan Gap(PacedHost host)
        => host.CrawlDelay is { } delay && delay > options.Value.PerHostSpacing ? delay : options.Value.PerHostSpacing;

    private async ValueTask<bool> TryEnterAsync(PacedHost host, string name, HostLine line, CancellationToken cancellation)
    {
        if (!host.Workers.Wait(0, CancellationToken.None) && !await IsSoonFreeAsync(host, cancellation))
            return false;
        if (host.Places.Wait(0, CancellationToken.None))
        {
            line.Enter(name, host.Stay());
            return true;
        }
        host.Workers.Release();
        return false;
    }

    /// <summary>
    /// Waits for work with the host to end, where that is likely within a short wait and no distance keeps others away longer: pages that come
    /// faster than they are read would be handed back time and again. True with one of the host's workers taken.
    /// </summary>
    private async ValueTask<bool> IsSoonFreeAsync(PacedHost host, CancellationToken cancellation)
    {
        if (calendars.AreShared || Gap(host) > ShortWaitAlone || host.Stayed == TimeSpan.Zero || host.Stayed > LongestStayAwaited)
            return false;
        using var wait = new CancellationTokenSource(ShortWaitAlone, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(wait.Token, cancellation);
        var worker = host.Workers.WaitAsync(either.Token);
        await worker.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (worker.IsCompletedSuccessfully)
            return true;
        cancellation.ThrowIfCancellationRequested();
        return false;
    }

    private HostBusyException Busy(string name, HostLine line, DateTimeOffset again)
    {
        line.Number(name);
        return new(name, again - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
    }

    private async Task WaitAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        if (until - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellation);
    }

    private PacedHost Get(string name)
    {
        if (hosts.Count > ManyHosts)
            foreach (var (idle, host) in hosts)
                if (host.IsIdle)
                    hosts.TryRemove(idle, out _);
        return hosts.GetOrAdd(name, _ => new(options.Value.PerHostConcurrency, time));
    }
}

/// <summary>What came of waiting for a host: a turn, or that it asked to be left alone.</summary>
/// <param name="Turn">The turn; null where there is none.</param>
/// <param name="PauseLeft">How much longer the host wants to be left alone; null where there is a turn.</param>
internal readonly record struct HostEntry(HostTurn? Turn, TimeSpan? PauseLeft);
