using System.IO.Compression;
using NewsWatch.Text;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace NewsWatch.ExtractArticle.Documents;

/// <summary>
/// How large a packed stream is unpacked, seen before it is: the library's filters write on until memory ends. A stream that cannot be too
/// large, whatever is in it, is not looked at.
/// </summary>
internal static class PdfUnpacked
{
    // Most bytes that one packed byte can stand for: RFC 1951; ISO 32000-1, 7.4.5; a code of nine bits at least, strings of 4,096 at most.
    private const int OfDeflated = 1_032, OfRun = 128, OfLzw = 4_096;

    // ISO 32000-1, 7.4.4.2.
    private const int ClearTable = 256, EndOfData = 257, LzwTable = 4_096;

    /// <summary>Ends the reading where a stream is too large.</summary>
    /// <exception cref="PdfBudgetException">It is.</exception>
    public static void Check(IFilter filter, ReadOnlyMemory<byte> packed, DictionaryToken dictionary, CancellationToken cancellation)
    {
        if (dictionary.Data.Values.Any(HasWideRows))
            throw new PdfBudgetException($"rows of more than {Bound.Pdf.Columns} columns");
        var (ratio, length) = filter switch
        {
            FlateFilter => (OfDeflated, Deflated),
            LzwFilter => (OfLzw, Lzw),
            RunLengthFilter => (OfRun, Runs),
            _ => (1, (Func<ReadOnlyMemory<byte>, CancellationToken, long>?)null),
        };
        if (length is not null && (long)packed.Length * ratio > Bound.Pdf.StreamBytes && length(packed, cancellation) > Bound.Pdf.StreamBytes)
            throw new PdfBudgetException($"a stream of more than {Bound.Pdf.StreamBytes / 1024 / 1024} MiB unpacked");
    }

    /// <summary>Before a row is unpacked there is room made for all of it, however wide it says that it is.</summary>
    private static bool HasWideRows(IToken entry) => entry switch
    {
        DictionaryToken parameters => parameters.TryGet(NameToken.Columns, out NumericToken columns) && columns.Double > Bound.Pdf.Columns,
        ArrayToken several => several.Data.Any(HasWideRows),
        _ => false,
    };

    private static long Deflated(ReadOnlyMemory<byte> packed, CancellationToken cancellation)
    {
        var room = new byte[64 * 1024];
        var length = 0L;
        try
        {
            // The filter, too, passes over the two bytes that RFC 1950 puts first.
            using var decoder = new DeflateStream(new MemoryStream(packed[Math.Min(2, packed.Length)..].ToArray()), CompressionMode.Decompress);
            while (length <= Bound.Pdf.StreamBytes && decoder.Read(room) is > 0 and var count)
            {
                cancellation.ThrowIfCancellationRequested();
                length += count;
            }
        }
        catch (InvalidDataException)
        {
            // What came before the damage is what the filter writes too.
        }
        return length;
    }

    private static long Runs(ReadOnlyMemory<byte> packed, CancellationToken cancellation)
    {
        var bytes = packed.Span;
        var length = 0L;
        for (var at = 0; at < bytes.Length && bytes[at] != 128; at += bytes[at] < 128 ? bytes[at] + 2 : 2)
            length += bytes[at] < 128 ? bytes[at] + 1 : 257 - bytes[at];
        return length;
    }

    /// <summary>Each code stands for a string, of which only the length matters here.</summary>
    private static long Lzw(ReadOnlyMemory<byte> packed, CancellationToken cancellation)
    {
        var strings = new int[LzwTable + 1];
        Array.Fill(strings, 1, 0, ClearTable);
        var (length, next, before) = (0L, EndOfData + 1, 0);
        var (bits, held, width) = (0u, 0, 9);
        foreach (var one in packed.Span)
        {
            (bits, held) = ((bits << 8) | one, held + 8);
            if (held < width)
                continue;
            held -= width;
            var code = (int)(bits >> held) & ((1 << width) - 1);
            bits &= (1u << held) - 1;
            if (code == EndOfData)
                break;
            if (code == ClearTable)
            {
                (next, before, width) = (EndOfData + 1, 0, 9);
                continue;
            }
            var own = code < next ? strings[code] : before + 1;
            length += own;
            if (before > 0 && next < LzwTable)
                strings[next++] = before + 1;
            before = own;
            width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
            if (length > Bound.Pdf.StreamBytes)
                break;
        }
        return length;
    }
}
