using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NewsWatch.Tests.ExtractArticle.Archive;

/// <summary>Reads WARC 1.1 strictly, member by member; anything that ISO 28500:2017 does not allow fails the test.</summary>
internal static class WarcFile
{
    public sealed record Record(IReadOnlyDictionary<string, string> Fields, byte[] Block)
    {
        public string this[string field] => Fields[field];

        public string Text => Encoding.UTF8.GetString(Block);
    }

    public static List<Record> Read(byte[] file)
    {
        var records = new List<Record>();
        foreach (var member in Members(file))
            records.Add(Parse(member));
        return records;
    }

    /// <summary>Each gzip member unpacked. Members are found by their header, as readers that seek do, and each must unpack to its end.</summary>
    private static IEnumerable<byte[]> Members(byte[] file)
    {
        byte[] magic = [0x1F, 0x8B, 0x08];
        var starts = new List<int>();
        for (var at = 0; at + magic.Length <= file.Length; at++)
            if (file.AsSpan(at).StartsWith(magic) && Unpack(file.AsSpan(at)).AsSpan().StartsWith("WARC/1.1\r\n"u8))
                starts.Add(at);
        Assert.Equal(0, starts[0]);
        for (var number = 0; number < starts.Count; number++)
            yield return Unpack(file.AsSpan()[starts[number]..(number + 1 < starts.Count ? starts[number + 1] : file.Length)]);
    }

    private static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        try
        {
            using var unpacked = new MemoryStream();
            using (var gzip = new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress))
                gzip.CopyTo(unpacked);
            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private static Record Parse(byte[] bytes)
    {
        var headerEnd = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = Encoding.UTF8.GetString(bytes, 0, headerEnd).Split("\r\n");
        Assert.Equal("WARC/1.1", lines[0]);
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines[1..])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            Assert.True(colon > 0 && !line.Contains('\n', StringComparison.Ordinal), line);
            fields.Add(line[..colon], line[(colon + 1)..].Trim());
        }
        var length = int.Parse(fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture);
        var block = bytes[(headerEnd + 4)..(headerEnd + 4 + length)];
        Assert.Equal("\r\n\r\n"u8, bytes.AsSpan(headerEnd + 4 + length));
        return new(fields, block);
    }
}
