using System.Text;
using NewsWatch.Storage;

namespace NewsWatch.TrackAgreement.Known;

/// <summary>The known agreements, with an analyst's own list where one was imported: blob <c>known/agreements.csv</c>, as it was given.</summary>
public sealed class KnownAgreementStore(IBlobs blobs, KnownAgreements table)
{
    /// <summary>Most bytes of a list.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private const string Blob = "known/agreements.csv";

    private (string Tag, KnownAgreements Known)? last;

    /// <summary>Reads them.</summary>
    public async Task<KnownAgreements> ReadAsync(CancellationToken cancellation)
    {
        if (await blobs.ReadAsync(Blob, cancellation) is not { } stored)
            return table;
        if (last is { } read && read.Tag == stored.Tag)
            return read.Known;
        var known = table.With(Parse(stored.Content).Agreements);
        last = (stored.Tag, known);
        return known;
    }

    /// <summary>Takes a list in the place of the one imported before; nothing is changed where it has a fault.</summary>
    public async Task<KnownAgreementList> ImportAsync(ReadOnlyMemory<byte> csv, CancellationToken cancellation)
    {
        if (csv.Length > MaxBytes)
            return new([], [new(1, $"a list has at most {MaxBytes} bytes")]);
        var list = Parse(csv);
        if (list.Faults.Count == 0)
            await blobs.WriteAsync(Blob, csv, WriteCondition.Always, cancellation);
        return list;
    }

    private static KnownAgreementList Parse(ReadOnlyMemory<byte> csv)
    {
        using var reader = new StreamReader(new MemoryStream(csv.ToArray()), new UTF8Encoding(false));
        return KnownAgreementReader.ReadCsv(reader);
    }
}
