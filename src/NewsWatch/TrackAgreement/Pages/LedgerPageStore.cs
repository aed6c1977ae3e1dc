using System.Runtime.CompilerServices;
using NewsWatch.Storage;

namespace NewsWatch.TrackAgreement.Pages;

/// <summary>Pages of the ledger, one blob each: <c>ledger/{key}.json</c>.</summary>
public sealed class LedgerPageStore(IBlobs blobs)
{
    /// <summary>Reads the page with this key, or the one it was joined to; null where there is none.</summary>
    public async Task<LedgerPage?> ReadAsync(string key, CancellationToken cancellation)
    {
        var page = await ReadOwnAsync(key, cancellation);
        // Each joining leads on to another page and none leads back, see DossierEditor; the bound is for a store changed by hand.
        for (var hops = 0; page?.JoinedTo is { } next && hops < 64; hops++)
            page = await ReadOwnAsync(next, cancellation);
        return page;
    }

    /// <summary>Reads the page with this very key, joined or not; null where there is none.</summary>
    public Task<LedgerPage?> ReadOwnAsync(string key, CancellationToken cancellation)
        => blobs.ReadJsonAsync(Name(key), LedgerJson.Default.LedgerPage, cancellation);

    /// <summary>Every page, joined or not; a damaged one is noted and passed over.</summary>
    internal async IAsyncEnumerable<LedgerPage> ListAsync(DamagedRecords damaged, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var name in blobs.ListRecordsAsync("ledger/", damaged, cancellation))
            if (await blobs.ReadSoundJsonAsync(name, LedgerJson.Default.LedgerPage, damaged, cancellation) is { } page)
                yield return page;
    }

    /// <summary>
    /// Changes a page; <paramref name="change"/> gets null where there is none, may run again when another writer came between, and
    /// returns what it was given, or null, to leave all as it is.
    /// </summary>
    /// <returns>The page after the change; null where there is none.</returns>
    public Task<LedgerPage?> UpdateAsync(string key, Func<LedgerPage?, LedgerPage?> change, CancellationToken cancellation)
        => blobs.UpdateJsonAsync(Name(key), change, LedgerJson.Default.LedgerPage, cancellation);

    private static string Name(string key) => $"ledger/{key}.json";
}
