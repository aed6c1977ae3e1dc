using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Pages;
using Xunit.Abstractions;

namespace NewsWatch.Tests.Speed;

/// <summary>What filing one more report takes where a page of the ledger has many: counted in memory, which a busy machine does not change.</summary>
public sealed class LedgerGrowthTests(ITestOutputHelper output)
{
    [Fact]
    public void A_page_of_ten_times_the_entries_takes_little_more_than_ten_times_as_much_to_fold()
    {
        var (few, many) = (Allocated(200), Allocated(2000));
        output.WriteLine($"{few} bytes, {many} bytes");
        Assert.InRange(many, few, 14 * few);
    }

    private static long Allocated(int entries)
    {
        var page = new LedgerPage { Key = "jp-pt", Entries = [.. Enumerable.Range(0, entries).Select(Entry)] };
        PageFold.Of(page, KnownAgreements.Table);
        var before = GC.GetAllocatedBytesForCurrentThread();
        PageFold.Of(page, KnownAgreements.Table);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>News each day of an amendment that is talked about for years, and as often a passing mention.</summary>
    private static DossierEntry Entry(int number) => new()
    {
        Article = $"article-{number}",
        Title = "Portugal and Japan on their logistics pact",
        Address = new($"https://news.example/{number}"),
        ReportedOn = new DateOnly(2020, 1, 1).AddDays(number / 2),
        Type = AgreementType.Acsa,
        Name = "Acquisition and Cross-Servicing Agreement",
        Parties = ["JP", "PT"],
        Stage = AgreementStage.AmendedOrRenewed,
        Quotes = [],
        FiledAt = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Background = number % 2 == 1,
    };
}
