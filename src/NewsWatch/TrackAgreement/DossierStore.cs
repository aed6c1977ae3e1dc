using System.Runtime.CompilerServices;
using NewsWatch.Storage;

namespace NewsWatch.TrackAgreement;

/// <summary>Dossiers, one blob each: <c>agreements/{id}.json</c>. Each change is told in the <see cref="LedgerJournal"/>, after it is written.</summary>
public sealed class DossierStore(IBlobs blobs, LedgerJournal journal, DamagedRecords damaged, TimeProvider time)
{
    private const string Prefix = "agreements/";

    /// <summary>Dossiers read at once where all are asked for: a store far away answers each after a while.</summary>
    private const int AtOnce = 8;

    /// <summary>Reads the dossier with this id, or the one it was merged into; null where there is none.</summary>
    public async Task<Dossier?> ReadAsync(string id, CancellationToken cancellation)
    {
        var dossier = await ReadOwnAsync(id, cancellation);
        // Each merger leads on to another dossier and none leads back, see DossierEditor; the bound is for a store changed by hand.
        for (var hops = 0; dossier?.MergedInto is { } next && hops < 64; hops++)
            dossier = await ReadOwnAsync(next, cancellation);
        return dossier;
    }

    /// <summary>Reads the dossier with this very id, merged or not; null where there is none.</summary>
    public Task<Dossier?> ReadOwnAsync(string id, CancellationToken cancellation)
        => blobs.ReadJsonAsync(Name(id), LedgerJson.Default.Dossier, cancellation);

    /// <summary>Reads one dossier of many, merged or not; null where there is none, or it is damaged, which is noted.</summary>
    public Task<Dossier?> ReadSoundAsync(string id, CancellationToken cancellation)
        => blobs.ReadSoundJsonAsync(Name(id), LedgerJson.Default.Dossier, damaged, cancellation);

    /// <summary>Ids of all dossiers, merged or not, in order.</summary>
    public IAsyncEnumerable<string> ListIdsAsync(CancellationToken cancellation) => blobs.ListIdsAsync(Prefix, damaged, cancellation);

    /// <summary>Every dossier that stands on its own, in the order of ids; a damaged one is passed over.</summary>
    public async IAsyncEnumerable<Dossier> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var ahead = new Queue<Task<Dossier?>>(AtOnce);
        await foreach (var id in ListIdsAsync(cancellation))
        {
            ahead.Enqueue(ReadSoundAsync(id, cancellation));
            if (ahead.Count == AtOnce && await ahead.Dequeue() is { MergedInto: null } dossier)
                yield return dossier;
        }
        while (ahead.TryDequeue(out var last))
            if (await last is { MergedInto: null } dossier)
                yield return dossier;
    }

    /// <summary>
    /// Changes a dossier; <paramref name="change"/> gets null where there is none, may run again when another writer came between, and
    /// returns what it was given, or null, to leave all as it is. A damaged one is as none: it is folded anew from its page, which has all of it.
    /// </summary>
    /// <returns>The dossier after the change; null where there is none.</returns>
    public async Task<Dossier?> UpdateAsync(string id, Func<Dossier?, Dossier?> change, CancellationToken cancellation)
    {
        Dossier? before = null;
        var after = await blobs.RenewJsonAsync(Name(id), found => change(before = found), LedgerJson.Default.Dossier, damaged, cancellation);
        if (!ReferenceEquals(before, after))
            await journal.AppendAsync(id, time.GetUtcNow(), cancellation);
        return after;
    }

    private static string Name(string id) => $"{Prefix}{id}.json";
}
