using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NewsWatch.Storage;

namespace NewsWatch.TrackAgreement;

/// <summary>
/// Which dossiers changed, a blob of lines a day, each the id of one: <c>ledger-journal/yyyy/MM/dd.txt</c>, in UTC. For those who keep a
/// list of dossiers and must not read them all to learn which one is new. Lines repeat after a redelivery.
/// </summary>
public sealed class LedgerJournal(IBlobs blobs)
{
    private const string Prefix = "ledger-journal/";

    /// <summary>Appends the id of a dossier that changed.</summary>
    public Task AppendAsync(string agreement, DateTimeOffset at, CancellationToken cancellation)
        => blobs.AppendLineAsync(at.UtcDateTime.ToString($"'{Prefix}'yyyy/MM/dd'.txt'", CultureInfo.InvariantCulture), agreement, cancellation);

    /// <summary>Names of the parts of the days from <paramref name="first"/> to <paramref name="last"/>, oldest first.</summary>
    public async IAsyncEnumerable<string> ListAsync(DateOnly first, DateOnly last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
            await foreach (var name in blobs.ListAsync(month.ToString($"'{Prefix}'yyyy/MM/", CultureInfo.InvariantCulture), cancellation))
                if (!IsBefore(name, first))
                    yield return name;
    }

    /// <summary>The ids in a part after its first <paramref name="start"/> bytes, and how many bytes of it are read then.</summary>
    public async Task<(IReadOnlyList<string> Agreements, long Position)> ReadTailAsync(string part, long start, CancellationToken cancellation)
    {
        var tail = await blobs.ReadFromAsync(part, start, cancellation) ?? default;
        var end = tail.Span.LastIndexOf((byte)'\n') + 1;
        return (Encoding.UTF8.GetString(tail.Span[..end]).Split('\n', StringSplitOptions.RemoveEmptyEntries), start + end);
    }

    private static bool IsBefore(string name, DateOnly first)
        => string.CompareOrdinal(name, first.ToString($"'{Prefix}'yyyy/MM/dd", CultureInfo.InvariantCulture)) < 0;
}
