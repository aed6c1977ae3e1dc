using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsWatch.ExtractArticle.Archive;

/// <summary>One record of a WARC 1.1 file (ISO 28500:2017), written as <c>header CRLF block CRLF CRLF</c>.</summary>
/// <param name="Type">warcinfo, response or metadata.</param>
/// <param name="Id">Derived from what the record holds, so that an export run again gives the same records.</param>
/// <param name="Date">When the content was captured.</param>
/// <param name="ContentType">Media type of the block.</param>
/// <param name="Block">The record's content.</param>
internal sealed record WarcRecord(string Type, Uri Id, DateTimeOffset Date, string ContentType, ReadOnlyMemory<byte> Block)
{
    /// <summary>What a record ends with.</summary>
    public static ReadOnlySpan<byte> End => "\r\n\r\n"u8;

    /// <summary>Further named fields, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields { get; init; } = [];

    /// <summary>An id for <paramref name="name"/>: a UUID of version 8 (RFC 9562, 5.8) from its SHA-256.</summary>
    public static Uri IdOf(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new($"urn:uuid:{new Guid(bytes, bigEndian: true)}");
    }

    /// <summary>The record's bytes, not compressed.</summary>
    public byte[] ToBytes()
    {
        var header = new StringBuilder("WARC/1.1\r\n");
        Field("WARC-Type", Type);
        Field("WARC-Record-ID", $"<{Id}>");
        Field("WARC-Date", Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        foreach (var (name, value) in Fields)
            Field(name, value);
        Field("WARC-Block-Digest", WarcDigest.Of(Block.Span));
        Field("Content-Type", ContentType);
        Field("Content-Length", Block.Length.ToString(CultureInfo.InvariantCulture));
        return [.. Encoding.UTF8.GetBytes(header.Append("\r\n").ToString()), .. Block.Span, .. End];

        void Field(string name, string value) => header.Append(name).Append(": ").Append(OneLine(value)).Append("\r\n");
    }

    /// <summary><paramref name="value"/> without line breaks and other control characters, which would end the field.</summary>
    public static string OneLine(string value) => string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
