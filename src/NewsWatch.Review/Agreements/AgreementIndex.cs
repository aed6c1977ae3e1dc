using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Agreements;

/// <summary>
/// The ledger as a list, kept in memory. What this process changes is read again at once; what another changed is seen within a minute,
/// by a reading behind the reader's back.
/// </summary>
internal sealed partial class AgreementIndex : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly DossierStore dossiers;
    private readonly TimeProvider time;
    private readonly ILogger<AgreementIndex> log;
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private readonly ConcurrentDictionary<string, bool> changed = new(StringComparer.Ordinal);

    /// <summary>What changed while all was read behind: that reading may have it as it was before.</summary>
    private readonly ConcurrentDictionary<string, bool> changedBehind = new(StringComparer.Ordinal);
    private Dictionary<string, AgreementRow>? rows;
    private IReadOnlyList<AgreementRow> sorted = [];
    private DateTimeOffset readAt;
    private Task reading = Task.CompletedTask;

    public AgreementIndex(DossierStore dossiers, TimeProvider time, ILogger<AgreementIndex> log)
    {
        (this.dossiers, this.time, this.log) = (dossiers, time, log);
        dossiers.Changed += Note;
    }

    /// <summary>Agreements of which something stands, the one reported on last first.</summary>
    public async Task<IReadOnlyList<AgreementRow>> ReadAsync(CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (rows is null)
                await ReadAllAsync(cancellation);
            else if (time.GetUtcNow() - readAt >= Fresh && reading.IsCompleted)
                reading = ReadBehindAsync();
            if (!changed.IsEmpty)
                await ReadChangedAsync(cancellation);
            return sorted;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        dossiers.Changed -= Note;
        oneAtATime.Dispose();
    }

    private void Note(string id) => changed[id] = changedBehind[id] = true;

    private async Task ReadAllAsync(CancellationToken cancellation)
    {
        var began = time.GetUtcNow();
        (rows, readAt) = (await ReadRowsAsync(cancellation), began);
        Sort();
    }

    private async Task<Dictionary<string, AgreementRow>> ReadRowsAsync(CancellationToken cancellation)
    {
        var read = new Dictionary<string, AgreementRow>(StringComparer.Ordinal);
        await foreach (var dossier in dossiers.ListAsync(cancellation))
            if (AgreementRow.Of(dossier) is { } row)
                read[row.Id] = row;
        return read;
    }

    private async Task ReadChangedAsync(CancellationToken cancellation)
    {
        foreach (var id in changed.Keys)
        {
            // Taken off first: a change that comes while it is read puts it on again.
            changed.TryRemove(id, out _);
            if (await dossiers.ReadOwnAsync(id, cancellation) is { MergedInto: null } dossier && AgreementRow.Of(dossier) is { } row)
                rows![id] = row;
            else
                rows!.Remove(id);
        }
        Sort();
    }

    private async Task ReadBehindAsync()
    {
        try
        {
            changedBehind.Clear();
            var began = time.GetUtcNow();
            var read = await ReadRowsAsync(CancellationToken.None);
            await oneAtATime.WaitAsync();
            try
            {
                (rows, readAt) = (read, began);
                foreach (var id in changedBehind.Keys)
                    changed[id] = true;
                Sort();
            }
            finally
            {
                oneAtATime.Release();
            }
        }
        catch (Exception failure) when (failure is Storage.StorageUnavailableException or System.Text.Json.JsonException or ObjectDisposedException)
        {
            LogStale(failure.Message);
        }
    }

    private void Sort() => sorted =
    [
        .. rows!.Values.OrderByDescending(row => row.Reported).ThenByDescending(row => row.Since).ThenBy(row => row.Id, StringComparer.Ordinal),
    ];

    [LoggerMessage(Level = LogLevel.Warning, Message = "The list of agreements could not be read anew, and stays as it was: {Why}")]
    private partial void LogStale(string why);
}
