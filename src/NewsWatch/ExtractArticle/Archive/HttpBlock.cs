using System.Globalization;
using System.Net;
using System.Text;

namespace NewsWatch.ExtractArticle.Archive;

/// <summary>
/// A kept page as the HTTP response a WARC record holds. The body is kept decompressed, so the headers that told of another length or
/// coding are renamed <c>x-crawler-…</c>, as the large public crawls do, and the true length is given.
/// </summary>
internal static class HttpBlock
{
    /// <summary>Status line, headers, an empty line, body.</summary>
    public static byte[] Of(KeptPage page, ReadOnlySpan<byte> body)
    {
        var head = new StringBuilder("HTTP/1.1 ")
            .Append(page.Status.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(Phrase(page.Status)).Append("\r\n");
        foreach (var (name, value) in page.Headers.OrderBy(header => header.Key, StringComparer.Ordinal))
            head.Append(SpeaksOfTheWire(name) ? "x-crawler-" : "").Append(WarcRecord.OneLine(name))
                .Append(": ").Append(WarcRecord.OneLine(value)).Append("\r\n");
        head.Append("content-length: ").Append(body.Length.ToString(CultureInfo.InvariantCulture)).Append("\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. body];
    }

    private static bool SpeaksOfTheWire(string name) => name.ToLowerInvariant() is "content-length" or "content-encoding" or "transfer-encoding";

    private static string Phrase(int status) => status switch
    {
        200 => "OK",
        203 => "Non-Authoritative Information",
        206 => "Partial Content",
        _ => Enum.IsDefined((HttpStatusCode)status) ? ((HttpStatusCode)status).ToString() : "Status",
    };
}
