using Microsoft.Extensions.Logging.Abstractions;
using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Rereading;
using NewsWatch.Tests.ClassifyArticle.SecondReader;
using NewsWatch.Tests.TrackAgreement;

namespace NewsWatch.Tests.ClassifyArticle.Rereading;

public sealed class RereaderTests : IDisposable
{
    private readonly LedgerBench bench = new();
    private readonly Article article = Told.On("2017-01-08", "a", Told.Acsa(AgreementStage.Signed));

    [Fact]
    public async Task What_new_rules_would_change_is_shown_before_it_is_changed_and_then_changed()
    {
        await bench.StoreAsync(article);
        var rereader = Rereader();
        var stored = bench.Blobs.Text($"articles/{article.Id}.json");
        var change = Assert.Single(await CompareAsync(rereader, null));

        // The article names no instrument and no party: only the stored reading says that it does.
        Assert.Equal((article.Id, ReadingChangeKind.NoLongerFlagged, "1"), (change.Article, change.Kind, change.RulesBefore));
        Assert.Equal(AgreementStage.Signed, change.Before!.Stage);
        Assert.Null(change.After);
        Assert.Equal(stored, bench.Blobs.Text($"articles/{article.Id}.json"));
        Assert.Empty(bench.Sent.All);

        await rereader.ApplyAsync(article.Id, default);
        Assert.Empty(await CompareAsync(rereader, null));
        Assert.Equal(Pipeline.TrackAgreement, Assert.Single(bench.Sent.All).Queue);
    }

    [Fact]
    public async Task Articles_found_before_the_day_asked_for_are_left_alone()
    {
        await bench.StoreAsync(article);
        Assert.Empty(await CompareAsync(Rereader(), article.FoundAt.AddSeconds(1)));
        Assert.Single(await CompareAsync(Rereader(), article.FoundAt));
    }

    public void Dispose() => bench.Dispose();

    private Rereader Rereader()
    {
        var articles = bench.Get<ArticleStore>();
        var classifier = new AgreementClassifier();
        return new(articles, classifier, new ArticleClassifier(
            articles, bench.Get<Journal>(), bench.Sent, classifier, SecondReaders.With(bench.Blobs), bench.Clock, NullLogger<ArticleClassifier>.Instance));
    }

    private static async Task<List<ReadingChange>> CompareAsync(Rereader rereader, DateTimeOffset? since)
    {
        var changes = new List<ReadingChange>();
        await foreach (var change in rereader.CompareAsync(since, default))
            changes.Add(change);
        return changes;
    }
}
