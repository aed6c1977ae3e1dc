using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.ClassifyArticle;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Doubles;
using NewsWatch.VerifyStore;

namespace NewsWatch.Tests.VerifyStore;

public sealed class StoreVerifierTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-03-04T05:06:07Z", CultureInfo.InvariantCulture);

    private readonly MemoryBlobs blobs = new(new Crashes());
    private readonly SentMessages queues = new(new Crashes());
    private readonly ServiceProvider services;

    public StoreVerifierTests() => services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<IBlobs>(blobs)
        .AddSingleton<IQueues>(queues)
        .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
        .AddNewsWatch(new ConfigurationBuilder().Build())
        .BuildServiceProvider();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task Where_all_is_right_it_finds_nothing()
    {
        await StoreAsync("a", ArticleState.NotFlagged, ArticleState.NotFlagged);
        Assert.Empty(await VerifyAsync(repair: false));
    }

    [Fact]
    public async Task An_article_that_is_not_counted_is_named_and_counted_by_a_repair()
    {
        await StoreAsync("a", ArticleState.Flagged, told: null);
        Assert.Equal(
            [$"article {Id("a")} is stored and not counted as found", $"article {Id("a")} is flagged and counted as pending"],
            (await VerifyAsync(repair: false)).Select(fault => $"{fault.Record} {fault.What}"));
        Assert.All(await VerifyAsync(repair: true), fault => Assert.True(fault.IsRepaired));
        Assert.Empty(await VerifyAsync(repair: false));
        var counts = await ArticleCounts.ReadAsync(services.GetRequiredService<Journal>(), null, default);
        Assert.Equal((1, 1), (counts.Found, counts.ByState[ArticleState.Flagged]));
    }

    [Fact]
    public async Task An_article_under_way_that_no_message_is_left_for_is_sent_again()
    {
        await StoreAsync("a", ArticleState.Pending, ArticleState.Pending);
        Assert.Equal("is under way with no message left in any queue", Assert.Single(await VerifyAsync(repair: true)).What);
        Assert.Equal(Pipeline.ExtractArticle, Assert.Single(queues.All).Queue);
        Assert.Empty(await VerifyAsync(repair: false));
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_damaged_are_named_and_left()
    {
        await StoreAsync("a", ArticleState.Duplicate, ArticleState.Duplicate, article => article with { DuplicateOf = "gone", FiledUnder = ["acsa-it-jp"] });
        await TellAsync("lost", ArticleState.Flagged);
        await blobs.WriteAsync("articles/torn.json", "{"u8.ToArray(), WriteCondition.Always, default);
        var faults = await VerifyAsync(repair: true);
        Assert.Equal(
            [
                $"article {Id("a")} repeats article gone, which is not stored",
                $"article {Id("a")} is filed under acsa-it-jp, which is not in the ledger",
                $"article {Id("lost")} is counted as found and not stored",
            ],
            faults.SkipLast(1).Select(fault => $"{fault.Record} {fault.What}"));
        Assert.Equal("articles/torn.json", faults[^1].Record);
        Assert.All(faults, fault => Assert.False(fault.IsRepaired));
    }

    [Fact]
    public async Task An_article_whose_new_text_nobody_read_is_sent_again()
    {
        await StoreAsync("a", ArticleState.NotFlagged, ArticleState.NotFlagged, article => article with
        {
            Content = Text("Second"),
            Classification = new(Flagged: false, 0, [], "rules") { Revision = "First" },
        });
        Assert.Equal("has a text that nobody has looked for agreements in", Assert.Single(await VerifyAsync(repair: true)).What);
        Assert.Equal(Pipeline.ClassifyArticle, Assert.Single(queues.All).Queue);
    }

    [Fact]
    public async Task A_report_that_is_not_in_the_ledger_is_sent_again_and_then_is()
    {
        await StoreReportAsync(new Evidence(0, 5, "signed"));
        Assert.Equal("reports an agreement and is not in the ledger", Assert.Single(await VerifyAsync(repair: true)).What);
        var message = Assert.Single(queues.All);
        Assert.Equal(Pipeline.TrackAgreement, message.Queue);
        await services.GetRequiredService<IStage<ArticleFlagged>>().HandleAsync(new(Id("a"), "Pact"), default);
        Assert.Empty(await VerifyAsync(repair: false));
    }

    [Theory]
    [InlineData(0, 500, "has proof of the pact that lies outside its text")]
    [InlineData(5, 5, "has proof of the pact that lies outside its text")]
    [InlineData(null, null, "says the pact without a sentence that proves it")]
    public async Task What_is_flagged_without_proof_is_named(int? start, int? end, string what)
    {
        await StoreReportAsync(start is { } from ? [new(from, end!.Value, "signed")] : []);
        Assert.Contains(what, (await VerifyAsync(repair: false)).Select(fault => fault.What));
    }

    [Fact]
    public async Task A_dossier_that_says_other_than_its_page_or_is_gone_is_written_anew()
    {
        await StoreReportAsync(new Evidence(0, 5, "signed"));
        await services.GetRequiredService<IStage<ArticleFlagged>>().HandleAsync(new(Id("a"), "Pact"), default);
        var name = Assert.Single(await blobs.ListAsync("agreements/", default).ToListAsync());
        var sound = (await blobs.ReadAsync(name, default))!.Content;
        var told = System.Text.Encoding.UTF8.GetString(sound.Span).Replace("\"signed\"", "\"terminated\"", StringComparison.Ordinal);
        await blobs.WriteAsync(name, System.Text.Encoding.UTF8.GetBytes(told), WriteCondition.Always, default);
        Assert.Equal("says other than its page of the ledger does today", Assert.Single(await VerifyAsync(repair: true)).What);
        await blobs.DeleteAsync(name, default);
        Assert.Equal(
            ["is on its page of the ledger and not stored"],
            (await VerifyAsync(repair: true)).Where(fault => fault.Repair is not null).Select(fault => fault.What));
        Assert.Equal(sound.ToArray(), (await blobs.ReadAsync(name, default))!.Content.ToArray());
        Assert.Empty(await VerifyAsync(repair: false));
    }

    [Fact]
    public async Task A_development_that_was_not_sent_is_and_an_alert_of_none_is_named()
    {
        await StoreReportAsync(new Evidence(0, 5, "signed"));
        await services.GetRequiredService<IStage<ArticleFlagged>>().HandleAsync(new(Id("a"), "Pact"), default);
        var page = Assert.Single(await blobs.ListAsync("ledger/", default).ToListAsync());
        var unsent = System.Text.RegularExpressions.Regex.Replace(
            System.Text.Encoding.UTF8.GetString((await blobs.ReadAsync(page, default))!.Content.Span), "\"sentAt\":\\s*\"[^\"]*\"", "\"sentAt\": null");
        await blobs.WriteAsync(page, System.Text.Encoding.UTF8.GetBytes(unsent), WriteCondition.Always, default);
        await blobs.WriteAsync("alerts/acsa-xx-signed-1.json", "{}"u8.ToArray(), WriteCondition.Always, default);
        var before = queues.All.Count;
        var faults = await VerifyAsync(repair: true);
        Assert.Contains("was noticed and is told to nobody", faults.Select(fault => fault.What));
        Assert.Equal(Pipeline.SendAlerts, Assert.Single(queues.All.Skip(before)).Queue);
        Assert.Equal(
            ["alert acsa-xx-signed-1 tells of a development that is not in the ledger"],
            (await VerifyAsync(repair: false)).Select(fault => $"{fault.Record} {fault.What}"));
    }

    [Fact]
    public async Task An_article_under_the_id_of_another_address_is_named()
    {
        await StoreAsync("a", ArticleState.NotFlagged, ArticleState.NotFlagged, article => article with { Address = Address("b") });
        Assert.Equal($"has the id of another address than {Address("b")}", Assert.Single(await VerifyAsync(repair: true)).What);
    }

    [Theory]
    [InlineData(ArticleState.Duplicate, null, "repeats an article that is not named")]
    [InlineData(ArticleState.NotFlagged, "b", "repeats article {b} and counts on its own")]
    [InlineData(ArticleState.Duplicate, "a", "repeats itself")]
    [InlineData(ArticleState.Duplicate, "b", null)]
    public async Task A_repeat_names_another_article_and_does_not_count(ArticleState state, string? of, string? wrong)
    {
        await StoreAsync("b", ArticleState.NotFlagged, ArticleState.NotFlagged);
        await StoreAsync("a", state, state, article => article with { DuplicateOf = of is null ? null : Id(of) });
        Assert.Equal(
            wrong is null ? [] : [wrong.Replace("{b}", Id("b"), StringComparison.Ordinal)],
            (await VerifyAsync(repair: true)).Select(fault => fault.What));
    }

    [Theory]
    [InlineData(0, 29, false, true)]
    [InlineData(0, 30, false, false)]
    [InlineData(0, 6, true, true)]
    [InlineData(0, 7, true, false)]
    [InlineData(-1, 5, false, false)]
    public async Task Proof_may_reach_to_the_last_letter_of_where_it_stands(int start, int end, bool inTitle, bool isSound)
    {
        await StoreReportAsync(new Evidence(start, end, "signed") { InTitle = inTitle });
        Assert.Equal(!isSound, (await VerifyAsync(repair: false)).Any(fault => fault.What.Contains("outside its text", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(ArticleState.Flagged, true)]
    [InlineData(ArticleState.Mentions, true)]
    [InlineData(ArticleState.NotFlagged, true)]
    [InlineData(ArticleState.Blocked, false)]
    public async Task A_text_counts_as_not_looked_at_in_every_state_that_looking_ends_in(ArticleState state, bool isNamed)
    {
        await StoreAsync("a", state, state, article => article with { Content = Text("Second") });
        Assert.Equal(isNamed, (await VerifyAsync(repair: false)).Any(fault => fault.What == "has a text that nobody has looked for agreements in"));
    }

    [Fact]
    public async Task What_is_flagged_and_names_no_agreement_is_named()
    {
        await StoreAsync("a", ArticleState.Flagged, ArticleState.Flagged, article => article with
        {
            Content = Text("Pact"),
            Classification = new(Flagged: true, 1, [], "rules") { Revision = "Pact" },
        });
        Assert.Contains("reports an agreement and names none", (await VerifyAsync(repair: false)).Select(fault => fault.What));
    }

    [Fact]
    public async Task A_ledger_that_rests_on_an_article_that_is_gone_is_named()
    {
        await StoreReportAsync(new Evidence(0, 5, "signed"));
        await services.GetRequiredService<IStage<ArticleFlagged>>().HandleAsync(new(Id("a"), "Pact"), default);
        await blobs.DeleteAsync($"articles/{Id("a")}.json", default);
        Assert.Contains($"rests on article {Id("a")}, which is not stored", (await VerifyAsync(repair: true)).Select(fault => fault.What));
    }

    [Fact]
    public async Task A_development_that_stands_twice_is_named_and_the_alert_of_one_that_stands_is_sound()
    {
        await StoreReportAsync(new Evidence(0, 5, "signed"));
        await services.GetRequiredService<IStage<ArticleFlagged>>().HandleAsync(new(Id("a"), "Pact"), default);
        var name = Assert.Single(await blobs.ListAsync("ledger/", default).ToListAsync());
        var page = System.Text.Json.Nodes.JsonNode.Parse((await blobs.ReadAsync(name, default))!.Content.Span)!;
        var developments = page["developments"]!.AsArray();
        var id = Assert.Single(developments)!["development"]!["id"]!.GetValue<string>();
        await blobs.WriteAsync($"alerts/{id}.json", "{}"u8.ToArray(), WriteCondition.Always, default);
        Assert.Empty(await VerifyAsync(repair: false));
        developments.Add(developments[0]!.DeepClone());
        await blobs.WriteAsync(name, System.Text.Encoding.UTF8.GetBytes(page.ToJsonString()), WriteCondition.Always, default);
        Assert.Contains($"development {id} stands in the ledger more than once", (await VerifyAsync(repair: false)).Select(fault => $"{fault.Record} {fault.What}"));
    }

    private Task StoreReportAsync(params Evidence[] proof) => StoreAsync("a", ArticleState.Flagged, ArticleState.Flagged, article => article with
    {
        Content = Text("Pact"),
        Classification = new(Flagged: true, 1, [new(AgreementType.Acsa, "the pact", ["JP", "PT"], AgreementStage.Signed, null, proof)], "rules")
        {
            Revision = "Pact",
        },
    });

    private static ArticleContent Text(string hash)
        => new() { Hash = hash, Title = "A pact", Text = "Japan and Portugal signed it.", ReadAt = Now, Origin = TextOrigin.Page };

    private static Uri Address(string id) => new($"https://wire.example/{id}");

    private static string Id(string id) => ArticleId.Of(Address(id));

    private async Task<IReadOnlyList<StoreFault>> VerifyAsync(bool repair)
        => await services.GetRequiredService<StoreVerifier>().VerifyAsync(repair, (_, _) => { }, default).ToListAsync();

    private async Task StoreAsync(string id, ArticleState state, ArticleState? told, Func<Article, Article>? change = null)
    {
        var article = new Article
        {
            Id = Id(id),
            Address = Address(id),
            FoundAt = Now,
            State = state,
            Mentions = [new("feed", "Wire", new($"https://wire.example/{id}"), "A pact", "", Now, "print")],
        };
        await services.GetRequiredService<ArticleStore>().CreateAsync(change?.Invoke(article) ?? article, default);
        if (told is { } counted)
            await TellAsync(id, counted);
    }

    private async Task TellAsync(string id, ArticleState state)
    {
        var journal = services.GetRequiredService<Journal>();
        var address = Address(id);
        await journal.AppendAsync(new(JournalKind.Found, Now, Id(id), "A pact", address), default);
        if (state != ArticleState.Pending)
            await journal.AppendAsync(new(JournalKind.Outcome, Now, Id(id), "A pact", address) { State = state }, default);
    }
}
