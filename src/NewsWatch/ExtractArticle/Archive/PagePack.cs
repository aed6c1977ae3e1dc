using System.Security.Cryptography;
using System.Text;

namespace NewsWatch.ExtractArticle.Archive;

/// <summary>
/// Pages of a day on their way into one WARC file and its index. The same pages in the same order give the same two blobs, to the byte, so
/// that they can be written again after a run that was cut off.
/// </summary>
internal sealed class PagePack(string folder)
{
    private readonly List<(KeptPage Page, ReadOnlyMemory<byte> Body)> pages = [];

    /// <summary>Bytes of the bodies, not packed.</summary>
    public long Length { get; private set; }

    /// <summary>The pages, as they are kept by themselves.</summary>
    public IEnumerable<KeptPage> Pages => pages.Select(one => one.Page);

    public bool IsEmpty => pages.Count == 0;

    public void Add(KeptPage page, ReadOnlyMemory<byte> body)
    {
        pages.Add((page, body));
        Length += body.Length;
    }

    /// <summary>The file, and the pages with their places in it.</summary>
    public (string Name, byte[] File, IReadOnlyList<KeptPage> Index) Build()
    {
        var name = $"{folder}{Hash()}{PackedPages.FileSuffix}";
        using var file = new MemoryStream();
        var info = WarcPages.Info(Path.GetFileName(name), pages.Max(one => one.Page.FetchedAt));
        file.Write(WarcPages.Pack(info.ToBytes()));
        var index = new List<KeptPage>(pages.Count);
        foreach (var (page, body) in pages)
        {
            var record = WarcPages.Response(page, body.Span, info).ToBytes();
            var member = WarcPages.Pack(record);
            index.Add(page with { Place = new(name, (int)file.Length, member.Length, record.Length - body.Length - WarcRecord.End.Length) });
            file.Write(member);
        }
        return (name, file.ToArray(), index);
    }

    private string Hash()
    {
        var names = string.Join('\n', Pages.Select(page => $"{page.Blob} {page.FetchedAt:O}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names)))[..20];
    }
}
