using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NewsWatch.Storage;

namespace NewsWatch.Articles;

/// <summary>
/// The journal's blobs: <c>journal/yyyy/MM/dd.jsonl</c>, on Azure going on in <c>….jsonl.02</c>; of days gone by packed, as
/// <c>….jsonl.01.gz</c> and <c>….jsonl.02.gz</c>. Whoever reads sees the same bytes at the same places, packed or not.
/// </summary>
internal sealed partial class JournalFiles(IBlobs blobs, DamagedRecords damaged)
{
    /// <summary>Where they lie.</summary>
    public const string Prefix = "journal/";

    private const string Day = "yyyy/MM/dd";
    private const string Suffix = ".jsonl";
    private const string FirstPart = ".01";
    private const string Packed = ".gz";
    private const int PackLevel = 6;

    public Task AppendAsync(DateTimeOffset at, string line, CancellationToken cancellation)
        => blobs.AppendLineAsync(Prefix + at.UtcDateTime.ToString(Day, CultureInfo.InvariantCulture) + Suffix, line, cancellation);

    /// <summary>The parts below a prefix whose day is from <paramref name="first"/> to <paramref name="last"/>, oldest first.</summary>
    public async IAsyncEnumerable<JournalPart> ListAsync(
        string prefix, DateOnly first, DateOnly last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        JournalPart? before = null;
        await foreach (var name in blobs.ListRecordsAsync(prefix, damaged, PartName().IsMatch, cancellation))
        {
            if (Part(name) is not { } part || part.Day < first || part.Day > last)
                continue;
            // A part that is packed is listed right behind what there is of it that is not.
            if (before?.Name == part.Name)
                part = part with { IsOpen = true };
            else if (before is not null)
                yield return before;
            before = part;
        }
        if (before is not null)
            yield return before;
    }

    /// <summary>What a part holds after its first <paramref name="start"/> bytes.</summary>
    /// <exception cref="DamagedRecordException">It is packed, and cannot be unpacked.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(JournalPart part, long start, CancellationToken cancellation)
    {
        if (!part.IsPacked && await blobs.ReadFromAsync(part.Name, start, cancellation) is { } lines)
            return lines;
        // It is packed, or has been since it was listed.
        var all = await ReadPackedAsync(part, cancellation);
        return all[(int)Math.Min(start, all.Length)..];
    }

    /// <summary>Packs the parts of the days before <paramref name="first"/>.</summary>
    public async Task<Compaction> PackAsync(DateOnly first, CancellationToken cancellation)
    {
        var parts = 0;
        await foreach (var part in ListAsync(Prefix, DateOnly.MinValue, first.AddDays(-1), cancellation))
            if (part.IsOpen && await TryPackAsync(part, cancellation))
                parts++;
        return new(Prefix, parts, parts);
    }

    /// <summary>
    /// False where what is packed of it already is damaged. The packed lines are written before the others go: cut off between, both are there and
    /// are read once.
    /// </summary>
    private async Task<bool> TryPackAsync(JournalPart part, CancellationToken cancellation)
    {
        try
        {
            // Not by what the list said: another process may have packed it since.
            var lines = await ReadPackedAsync(part, cancellation);
            await blobs.WriteAsync(PackedName(part), Gzip.Pack(lines.Span, PackLevel), WriteCondition.Always, cancellation);
            return await blobs.DeleteAsync(part.Name, cancellation);
        }
        catch (DamagedRecordException damage)
        {
            damaged.Note(PackedName(part), damage.Why);
            return false;
        }
    }

    /// <summary>
    /// The packed lines, and after them those that a writer whose clock was wrong has added since. Where the others are what is packed
    /// already, packing was cut off before they were deleted.
    /// </summary>
    private async Task<ReadOnlyMemory<byte>> ReadPackedAsync(JournalPart part, CancellationToken cancellation)
    {
        var added = part.IsOpen ? await blobs.ReadFromAsync(part.Name, 0, cancellation) ?? default : default;
        if (await blobs.ReadAsync(PackedName(part), cancellation) is not { } blob)
            return added;
        ReadOnlyMemory<byte> packed = Unpack(PackedName(part), blob);
        return packed.Span.EndsWith(added.Span) ? packed : (ReadOnlyMemory<byte>)(byte[])[.. packed.Span, .. added.Span];
    }

    private static byte[] Unpack(string name, StoredBlob blob)
    {
        try
        {
            return Gzip.Unpack(blob.Content);
        }
        catch (InvalidDataException damage)
        {
            throw new DamagedRecordException(name, damage);
        }
    }

    private static string PackedName(JournalPart part)
        => part.Name + (part.Name.EndsWith(Suffix, StringComparison.Ordinal) ? FirstPart : "") + Packed;

    private static JournalPart? Part(string name)
    {
        var match = PartName().Match(name);
        if (!DateOnly.TryParseExact(match.Groups["day"].ValueSpan, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        var number = match.Groups["number"].Value;
        var isPacked = match.Groups["packed"].Success;
        return new($"{Prefix}{match.Groups["day"].ValueSpan}{Suffix}{(isPacked && number == FirstPart ? "" : number)}", day)
        {
            IsOpen = !isPacked,
            IsPacked = isPacked,
        };
    }

    [GeneratedRegex(@"^journal/(?<day>[0-9]{4}/[0-9]{2}/[0-9]{2})\.jsonl(?<number>\.[0-9]+)?(?<packed>\.gz)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex PartName();
}
