using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.ExtractArticle.Archive;
using NewsWatch.Fetching;
using NewsWatch.Storage;
using NewsWatch.Storage.Azure;

namespace NewsWatch.Tests.Storage.Azure;

/// <summary>What the tests of compaction show of a folder and of memory, once over the real service's protocol.</summary>
[Collection(AzuriteTests.Name)]
public sealed class CompactionTests(Azurite azurite)
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Friday = new(2026, 3, 6);

    private readonly DamagedRecords damaged = new(NullLogger<DamagedRecords>.Instance);

    [SkippableFact]
    public async Task The_journal_is_packed_out_of_append_blobs_and_a_late_line_makes_a_new_one()
    {
        var blobs = new AzureBlobs(AzureBlobsTests.Account(await azurite.NewAccountAsync()));
        var journal = new Journal(blobs, damaged);
        await TellAsync("a");
        await TellAsync("b");
        Assert.Equal(new("journal/", 1, 1), await journal.CompactAsync(Friday, default));
        await TellAsync("late");
        Assert.Equal(["a", "b", "late"], await journal.ReadAsync(null, default).Select(entry => entry.Article).ToListAsync());
        Assert.Equal(new("journal/", 1, 1), await journal.CompactAsync(Friday, default));
        Assert.Equal(["a", "b", "late"], await journal.ReadAsync(null, default).Select(entry => entry.Article).ToListAsync());
        Assert.Equal(["journal/2026/03/02.jsonl.01.gz"], await blobs.ListAsync("journal/", default).ToListAsync());

        Task TellAsync(string article)
            => journal.AppendAsync(new(JournalKind.Found, Monday, article, "Title", new($"https://news.example/{article}")), default);
    }

    [SkippableFact]
    public async Task A_page_is_read_out_of_the_middle_of_its_days_file()
    {
        var blobs = new AzureBlobs(AzureBlobsTests.Account(await azurite.NewAccountAsync()));
        var archive = new PageArchive(blobs, damaged, new FakeTimeProvider(Monday));
        var kept = new List<KeptPage>();
        foreach (var article in new[] { "a1", "a2", "a3" })
        {
            var address = new Uri($"https://news.example/{article}");
            kept.Add(await archive.KeepAsync(
                article, address, new FetchResult.Fetched(address, address, 200, new Dictionary<string, string>(), Encoding.UTF8.GetBytes($"<p>{article}</p>")), default));
        }
        Assert.Equal(new("pages/", 6, 2), await new PagePacker(archive, blobs, damaged).CompactAsync(Friday, default));
        foreach (var page in kept)
            Assert.Equal($"<p>{page.Article}</p>", Encoding.UTF8.GetString((await archive.ReadAsync(page, default))!.Value.Span));
        Assert.Equal(2, await blobs.ListAsync("pages/", default).CountAsync());
    }
}
