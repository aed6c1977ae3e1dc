using System.Globalization;
using NewsWatch.DecideArticle;
using NewsWatch.Review.Health;
using NewsWatch.Review.Search;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.Review.Search;

public sealed class ReviewIndexTests
{
    [Theory]
    [InlineData("lodz", "lodz")]
    [InlineData("ŁÓDŹ", "lodz")]
    [InlineData("日本", "tokyo")]
    [InlineData("協定に署名", "tokyo")]
    [InlineData("署協", "")]
    [InlineData("ＡＣＳＡ", "tokyo")]
    [InlineData("국방부", "seoul")]
    [InlineData("umow*", "lodz")]
    [InlineData("\"o ochronie informacji\"", "lodz")]
    [InlineData("\"informacji o ochronie\"", "")]
    public async Task Words_are_found_in_every_script(string typed, string expected)
    {
        await using var site = await TestSite.StartAsync();
        await AddAsync(site, "lodz", "Ministrowie podpisali w Łodzi umowę o ochronie informacji. Łódź gościła ich.");
        await AddAsync(site, "tokyo", "日本とイタリアはACSA協定に署名した。");
        await AddAsync(site, "seoul", "국방부가 밝혔다.");
        Assert.Equal(expected, string.Join(',', await FindAsync(site, $"?tab=all&q={Uri.EscapeDataString(typed)}")));
    }

    [Fact]
    public async Task What_fits_best_comes_first_and_a_title_counts_more()
    {
        await using var site = await TestSite.StartAsync();
        await AddAsync(site, "passing", "The pact was named once in a long text of other things and yet more other things.");
        await AddAsync(site, "often", "The pact. The pact again, and the pact.");
        await AddAsync(site, "title-pact", "Of other things.", "A pact");
        Assert.Equal("A pact", (await SearchAsync(site, "?tab=all&q=pact")).Rows[0].Lead.Title);
        Assert.Equal("often", (await FindAsync(site, "?tab=all&q=pact"))[1]);
    }

    [Fact]
    public async Task An_edited_article_is_found_by_its_new_words_only()
    {
        await using var site = await TestSite.StartAsync();
        var article = await AddAsync(site, "one", "They met on Monday.");
        Assert.Equal(["one"], await FindAsync(site, "?tab=all&q=monday"));
        await site.Get<ArticleStore>().UpdateAsync(article.Id, found => found with { Content = found.Content! with { Text = "They met on Tuesday." } }, default);
        await site.Get<Journal>().AppendAsync(JournalEntry.OfOutcome(article, TestSite.Now), default);
        Assert.Empty(await FindAsync(site, "?tab=all&q=monday"));
        Assert.Equal(["one"], await FindAsync(site, "?tab=all&q=tuesday"));
    }

    [Fact]
    public async Task A_damaged_record_is_passed_over_and_keeps_no_list_from_being_shown()
    {
        await using var site = await TestSite.StartAsync();
        // Torn before the journal tells of it: the site follows the journal by itself too.
        var torn = SampleArticles.Unclassified("torn", "torn", "They met on Monday.");
        await site.Get<IBlobs>().WriteAsync($"articles/{torn.Id}.json", "{"u8.ToArray(), WriteCondition.Always, default);
        await site.Get<Journal>().AppendAsync(JournalEntry.OfOutcome(torn, TestSite.Now), default);
        await AddAsync(site, "one", "They met on Monday.");
        await site.Get<IBlobs>().WriteAsync("agreements/torn.json", "{"u8.ToArray(), WriteCondition.Always, default);
        await site.Get<LedgerJournal>().AppendAsync("torn", TestSite.Now, default);
        Assert.Equal(["one"], await FindAsync(site, "?tab=all&q=monday"));
        foreach (var address in new[] { "/", "/agreements", "/health", "/api/articles?page=1" })
            Assert.True((await site.Browser.GetAsync(address)).IsSuccessStatusCode, address);
    }

    [Fact]
    public async Task A_decision_taken_elsewhere_is_followed()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        Assert.Single((await SearchAsync(site, "")).Rows);
        await using var beside = await site.StartBesideAsync();
        await beside.Get<ArticleDecider>().ConfirmAsync(article.Id, "Ana", null, default);
        Assert.Empty((await SearchAsync(site, "")).Rows);
        Assert.Equal("Ana", (await SearchAsync(site, "?tab=decided")).Rows[0].Lead.Shown.DecidedBy);
    }

    [Fact]
    public async Task Days_that_were_packed_are_followed_from_where_they_were_read()
    {
        await using var site = await TestSite.StartAsync();
        await AddAsync(site, "one", "They met on Monday.");
        Assert.Equal(["one"], await FindAsync(site, "?tab=all&q=monday"));
        await AddAsync(site, "two", "They met again on Monday.");
        await site.Get<Journal>().CompactAsync(DateOnly.FromDateTime(TestSite.Now.UtcDateTime).AddDays(3), default);
        Assert.Equal(["one", "two"], (await FindAsync(site, "?tab=all&q=monday")).Order());
        await AddAsync(site, "three", "And once more on Monday.");
        Assert.Equal(["one", "three", "two"], (await FindAsync(site, "?tab=all&q=monday")).Order());
        await using var anew = await site.StartBesideAsync();
        Assert.Equal(["one", "three", "two"], (await FindAsync(anew, "?tab=all&q=monday")).Order());
        Assert.Equal(
            (await ArticleCounts.ReadAsync(site.Get<Journal>(), null, default)).ByState, (await anew.Get<EntryCounts>().ReadAllAsync(default)).ByState);
    }

    [Fact]
    public async Task The_same_index_comes_of_the_same_store_whatever_the_order()
    {
        await using var site = await TestSite.StartAsync();
        var first = await site.AddAsync(SampleArticles.Flagged("first"));
        await SearchAsync(site, "");
        await site.AddAsync(SampleArticles.Flagged("far", "Two weeks on") with { FoundAt = TestSite.Now.AddDays(-14) });
        await SearchAsync(site, "");
        await site.AddAsync(SampleArticles.Flagged("between", "A week on") with { FoundAt = TestSite.Now.AddDays(-7) });
        await site.AddAsync(SampleArticles.Unclassified("reprint", "Of the first", "Again.") with { Story = first.Id });
        var followed = (await SearchAsync(site, "?tab=all")).Rows;
        await using var anew = await site.StartBesideAsync();
        var built = (await SearchAsync(anew, "?tab=all")).Rows;
        Assert.Equal(4, Assert.Single(followed).Articles.Count);
        Assert.Equal(followed.Select(row => row.Articles.Select(article => article.Id).Order()), built.Select(row => row.Articles.Select(article => article.Id).Order()));
    }

    [Fact]
    public async Task A_group_falls_apart_where_what_held_it_together_is_read_otherwise()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(SampleArticles.Flagged("first"));
        var between = await site.AddAsync(SampleArticles.Flagged("between") with { FoundAt = TestSite.Now.AddDays(-7) });
        await site.AddAsync(SampleArticles.Flagged("far") with { FoundAt = TestSite.Now.AddDays(-14) });
        Assert.Single((await SearchAsync(site, "")).Rows);
        var changed = between with { State = ArticleState.NotFlagged, Classification = null };
        await site.Get<ArticleStore>().UpdateAsync(between.Id, _ => changed, default);
        await site.Get<Journal>().AppendAsync(JournalEntry.OfOutcome(changed, TestSite.Now), default);
        Assert.Equal(2, (await SearchAsync(site, "")).Rows.Count);
    }

    [Fact]
    public async Task A_new_instance_opens_the_snapshot_and_reads_only_the_tail()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(SampleArticles.Flagged());
        await SearchAsync(site, "");
        Assert.True(await site.Get<IndexSnapshot>().TakeAsync(site.Get<ReviewIndex>().File, IndexSnapshot.Changes, default));
        // With the article gone from the store, only the snapshot can know of it.
        await site.Get<IBlobs>().DeleteAsync($"articles/{SampleArticles.Flagged().Id}.json", default);
        await using var anew = await site.StartBesideAsync();
        await AddAsync(anew, "later", "They met later.");
        Assert.Equal(2, (await SearchAsync(anew, "?tab=all")).Counts[InboxTab.All]);
        Assert.Equal(["later"], await FindAsync(anew, "?tab=all&q=later"));
    }

    [Fact]
    public async Task A_snapshot_is_written_in_pieces_and_the_next_writes_those_that_changed()
    {
        await using var site = await TestSite.StartAsync();
        var random = new Random(3);
        for (var article = 0; article < 300; article++)
            await AddAsync(site, $"long-{article}", string.Join(' ', Enumerable.Range(0, 6000).Select(_ => random.Next(100_000).ToString(CultureInfo.InvariantCulture))));
        await FindAsync(site, "?tab=all");
        var first = await TakeAsync();
        Assert.InRange(first.Count, 3, 100);
        await AddAsync(site, "one", "They met on Monday.");
        await FindAsync(site, "?tab=all");
        site.Clock.Advance(TimeSpan.FromHours(1));
        var second = await TakeAsync();
        Assert.InRange(second.Except(first).Count(), 1, second.Count - 1);

        // A piece that is gone leaves nothing half opened.
        await site.Get<IBlobs>().DeleteAsync(second[^1], default);
        await using var anew = await site.StartBesideAsync();
        Assert.Equal(["one"], await FindAsync(anew, "?tab=all&q=monday"));

        async Task<List<string>> TakeAsync()
        {
            Assert.True(await site.Get<IndexSnapshot>().TakeAsync(site.Get<ReviewIndex>().File, IndexSnapshot.Changes, default));
            return await site.Get<IBlobs>().ListAsync($"review-index/{IndexFile.Make}/", default).ToListAsync();
        }
    }

    [Fact]
    public async Task A_damaged_file_is_built_again()
    {
        var folder = Directory.CreateTempSubdirectory("newswatch-index-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"review-{IndexFile.Make}.db"), new string('x', 8192));
        await using (var site = await TestSite.StartAsync(("NewsWatch:Review:IndexFolder", folder.FullName)))
        {
            await site.AddAsync(SampleArticles.Flagged());
            Assert.Single((await SearchAsync(site, "")).Rows);
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_dossier_that_changes_is_listed_anew()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Contains("The ledger is empty so far", (await site.GetAsync("/agreements")).Page, StringComparison.Ordinal);
        var article = SampleArticles.Flagged();
        await site.Get<DossierStore>().UpdateAsync("acsa-jp-pt", _ => new()
        {
            Id = "acsa-jp-pt",
            Type = AgreementType.Acsa,
            Parties = ["JP", "PT"],
            OpenedAt = TestSite.Now,
            Entries =
            [
                new()
                {
                    Article = article.Id,
                    Title = "Pact",
                    Address = article.Address,
                    ReportedOn = new(2026, 3, 9),
                    Type = AgreementType.Acsa,
                    Name = "pact",
                    Parties = ["JP", "PT"],
                    Stage = AgreementStage.Signed,
                    Quotes = [],
                    FiledAt = TestSite.Now,
                },
            ],
        }, default);
        Assert.Contains("1 agreement.", (await site.GetAsync("/agreements")).Page, StringComparison.Ordinal);
        await site.AddAsync(article);
        Assert.Equal("acsa-jp-pt", Assert.Single(Assert.Single((await SearchAsync(site, "")).Rows).Agreements));
    }

    private static Task<Article> AddAsync(TestSite site, string slug, string text, string? title = null)
        => site.AddAsync(SampleArticles.Unclassified(slug, title ?? slug, text));

    private static async Task<IReadOnlyList<string>> FindAsync(TestSite site, string query)
        => [.. (await SearchAsync(site, query)).Rows.Select(row => row.Lead.Title)];

    private static Task<InboxList> SearchAsync(TestSite site, string query) => site.Get<ArticleSearch>().FindAsync(
        SearchQuery.Of(new Microsoft.AspNetCore.Http.QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)), TestSite.Now),
        50,
        null,
        default);
}
