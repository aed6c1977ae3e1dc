using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Review.Agreements;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.Review;

public sealed class AgreementIndexTests
{
    [Fact]
    public async Task A_change_of_this_process_is_seen_at_once_and_one_of_another_after_a_minute()
    {
        await using var site = await TestSite.StartAsync();
        await using var other = await site.StartBesideAsync();
        var time = new FakeTimeProvider(TestSite.Now);
        using var index = new AgreementIndex(site.Get<DossierStore>(), time, NullLogger<AgreementIndex>.Instance);
        Assert.Empty(await index.ReadAsync(default));
        await FileAsync(site, "acsa-fr-jp");
        Assert.Equal(["acsa-fr-jp"], Ids(await index.ReadAsync(default)));

        await FileAsync(other, "acsa-jp-pt");
        Assert.Single(await index.ReadAsync(default));
        time.Advance(TimeSpan.FromMinutes(2));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await index.ReadAsync(patience.Token)).Count < 2)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        await site.Get<DossierStore>().UpdateAsync("acsa-fr-jp", dossier => dossier! with { MergedInto = "acsa-jp-pt" }, default);
        Assert.Equal(["acsa-jp-pt"], Ids(await index.ReadAsync(default)));
    }

    private static IEnumerable<string> Ids(IEnumerable<AgreementRow> rows) => rows.Select(row => row.Id);

    private static Task FileAsync(TestSite site, string id) => site.Get<DossierStore>().UpdateAsync(
        id,
        _ => new()
        {
            Id = id,
            Type = AgreementType.Acsa,
            Parties = ["FR", "JP"],
            OpenedAt = TestSite.Now,
            Entries =
            [
                new()
                {
                    Article = "a",
                    Title = "News",
                    Address = new("https://news.example/a"),
                    ReportedOn = new(2026, 1, 20),
                    Type = AgreementType.Acsa,
                    Name = "agreement",
                    Parties = ["FR", "JP"],
                    Stage = AgreementStage.Signed,
                    Quotes = [],
                    FiledAt = TestSite.Now,
                },
            ],
        },
        default);
}
