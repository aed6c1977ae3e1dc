using System.Globalization;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Pages;

namespace NewsWatch.Tests.TrackAgreement;

/// <summary>What holds in whatever order articles come.</summary>
public sealed class ArrivalOrderTests
{
    private static readonly KnownAgreements Nothing = new([]);

    private static readonly AgreementStage[] Life =
        [AgreementStage.Proposed, AgreementStage.Negotiating, AgreementStage.AgreedInPrinciple, AgreementStage.Signed, AgreementStage.InForce];

    [Fact]
    public void Of_articles_in_any_order_the_last_stage_is_told_once_and_no_older_one_after_it()
    {
        Article[] articles = [.. Life.Select((stage, month) => Told.On($"2017-0{month + 1}-01", $"outlet{month}", Told.Acsa(stage)))];
        foreach (var order in Permutations(articles.Length))
        {
            var told = Stages(File(order.Select(index => articles[index])));
            Assert.Equal(AgreementStage.InForce, told[^1]);
            Assert.Equal(told.Order().Distinct(), told);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_an_agreement_that_goes_ahead_each_stage_is_told_once_at_most_however_many_articles_tell_it(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var articles = Enumerable.Range(0, 12)
                .Select(number => (Stage: random.Next(Life.Length), Number: number))
                .Select(one => Told.On($"2017-0{one.Stage + 1}-{random.Next(10, 28)}", $"outlet{one.Number}", Told.Acsa(Life[one.Stage]))).ToArray();
            var told = Stages(File(articles));
            Assert.Equal(told.Order().Distinct(), told);
            Assert.Equal(articles.Max(article => article.Classification!.Agreements[0].Stage), told[^1]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_any_articles_in_any_order_the_history_is_the_same_and_its_last_stage_is_told(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var articles = Enumerable.Range(0, 7).Select(number => Any(random, number)).ToArray();
            var first = PageOf(articles);
            for (var shuffle = 0; shuffle < 6; shuffle++)
            {
                var order = articles.ToArray();
                random.Shuffle(order);
                var page = PageOf(order);
                Assert.Equal(page.Developments, PageOf(order.Concat(order)).Developments);
                Assert.Equal(Histories(first), Histories(page));
                Assert.Equal(page.Developments.Count, page.Developments.Select(noticed => noticed.Development.Id).Distinct().Count());
                // More than one where an article that comes last shows two stages, each told, to have been one all along.
                foreach (var instrument in PageFold.Of(page, Nothing).Instruments)
                    if (instrument.History().Current is { IsNews: true } current)
                        Assert.Contains(page.Developments, noticed => current.Entries.Any(entry => entry.Key == noticed.Entry)
                            || instrument.History().RunOf(noticed) == current);
            }
        }
    }

    private static IEnumerable<string> Histories(LedgerPage page) => PageFold.Of(page, Nothing).Instruments
        .Select(instrument => $"{instrument.Type}: {string.Join(", ", instrument.History().Runs.Select(run => $"{run.Stage} {run.Since:O}"))}")
        .Order(StringComparer.Ordinal);

    private static Dossier File(IEnumerable<Article> articles)
        => PageDossiers.Of(PageOf(articles), PageFold.Of(PageOf(articles), Nothing)).Single(dossier => dossier.Id == "acsa-fr-jp");

    private static LedgerPage PageOf(IEnumerable<Article> articles)
    {
        LedgerPage? page = null;
        foreach (var article in articles)
        {
            var filing = ArticleFiling.Of(article, Nothing, DateTimeOffset.UnixEpoch);
            page = new PageChange(Nothing, 36500, DateTimeOffset.UnixEpoch, article.Id)
                .ApplyTo(page, "fr-jp", new PageFiling(article.Id, [.. filing.ByPage["fr-jp"]], DateTimeOffset.UnixEpoch).On);
        }
        return page!;
    }

    private static AgreementStage[] Stages(Dossier dossier) => [.. dossier.Developments.Select(noticed => noticed.Development.Stage)];

    private static Article Any(Random random, int number)
    {
        var day = new DateOnly(2017, 1, 1).AddDays(random.Next(900));
        var stated = random.Next(3) == 0 ? day.AddDays(-random.Next(60)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        var stages = Enum.GetValues<AgreementStage>();
        return Told.On(
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            $"outlet{number}",
            Told.Acsa(stages[random.Next(stages.Length)], stated, background: random.Next(3) == 0));
    }

    private static IEnumerable<int[]> Permutations(int count)
    {
        if (count == 0)
            return [[]];
        return from rest in Permutations(count - 1)
               from place in Enumerable.Range(0, count)
               select (int[])[.. rest[..place], count - 1, .. rest[place..]];
    }
}
