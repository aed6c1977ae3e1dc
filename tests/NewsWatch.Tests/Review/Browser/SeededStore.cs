using System.Globalization;
using System.Text;
using NewsWatch.ClassifyArticle;
using NewsWatch.DecideArticle;
using NewsWatch.ExtractArticle.Archive;
using NewsWatch.ExtractArticle.Stories;
using NewsWatch.Fetching;
using NewsWatch.PollFeeds;
using NewsWatch.PollFeeds.States;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;

namespace NewsWatch.Tests.Review.Browser;

/// <summary>A store as after some years of work, small enough to be filled in seconds. All texts are of this project's own making.</summary>
internal sealed class SeededStore
{
    /// <summary>What an article that means harm writes wherever it can.</summary>
    public const string Harm = "\"'><script>alert(1)</script><img src=https://harm.example/x onerror=alert(2)>";

    private readonly TestSite site;

    private SeededStore(TestSite site) => this.site = site;

    /// <summary>Three agreements, a revision, a reprint, a page as fetched.</summary>
    public Article Senate { get; private set; } = null!;

    /// <summary>In Arabic.</summary>
    public Article Arabic { get; private set; } = null!;

    /// <summary>In Japanese.</summary>
    public Article Japanese { get; private set; } = null!;

    /// <summary>Text that would be markup wherever it is not written as text.</summary>
    public Article Harmful { get; private set; } = null!;

    /// <summary>Nothing was found in it, though there is something.</summary>
    public Article Missed { get; private set; } = null!;

    public static async Task<SeededStore> FillAsync(TestSite site)
    {
        var store = new SeededStore(site);
        await store.ArticlesAsync();
        await store.LedgerAsync();
        await store.FeedsAsync();
        await store.DecisionsAsync();
        await site.Get<IQueues>().SendAsync(
            Pipeline.Poison(Pipeline.ExtractArticle), $$"""{"article":"{{store.Missed.Id}}"}""", TimeSpan.Zero, default);
        await site.Get<IQueues>().SendAsync(Pipeline.Poison(Pipeline.SendAlerts), $"{{\"development\":\"{Harm}", TimeSpan.Zero, default);
        return store;
    }

    /// <summary>Another article with two agreements, for a test to decide on.</summary>
    public Task<Article> AddAsync(string slug) => AddAsync(SampleArticles.Flagged(slug, $"Portugal and Japan sign pact ({slug})", agreements: SampleArticles.Two));

    private async Task<Article> AddAsync(Article article)
    {
        await site.AddAsync(article);
        if (article.State is ArticleState.Flagged or ArticleState.Mentions)
            await site.Get<IStage<ArticleFlagged>>().HandleAsync(new(article.Id, article.Content!.Hash), default);
        return article;
    }

    private async Task ArticlesAsync()
    {
        const string Text = "MANILA - The upper house ratified the reciprocal access agreement with Japan on Monday, 16 December 2024.\n"
            + "All members present voted in favour. The other parliament has yet to vote.\n"
            + "The country already hosts forces of the United States under a visiting forces agreement.";
        var senate = SampleArticles.Flagged("senate", "Upper house backs access pact with Japan", Text, agreements:
        [
            new(AgreementType.ReciprocalAccess, "reciprocal access agreement", ["PH", "JP"], AgreementStage.Ratified, new(2024, 12, 16),
            [
                Of(Text, "ratified", "en:ratify done:(ratified)"), Of(Text, "reciprocal access agreement", "en:reciprocal-access:reciprocal access ($n)"),
                Of(Text, "MANILA", "party:PH:Manila"), Of(Text, "Japan", "party:JP:Japan"), Of(Text, "16 December 2024", "date:calendar"),
            ]),
            new(AgreementType.VisitingForces, "visiting forces agreement", ["PH", "US"], AgreementStage.InForce, null,
                [Of(Text, "under a", "en:stand:under"), Of(Text, "visiting forces agreement", "en:visiting-forces:visiting forces ($n)"), Of(Text, "United States", "party:US:United States")])
            {
                Background = true,
            },
        ]);
        var kept = await site.Get<PageArchive>().KeepAsync(
            senate.Id,
            senate.Address,
            new FetchResult.Fetched(senate.Address, senate.Address, 200, new Dictionary<string, string> { ["content-type"] = "text/html; charset=utf-8" },
                Encoding.UTF8.GetBytes($"<html><head><title>x</title><link rel=preconnect href=https://harm.example><script>alert(1)</script></head><body><h1>Upper house backs pact</h1><p onclick=alert(3)>Read <a href=https://harm.example>more</a>.{Harm}</p></body></html>")),
            default);
        senate = senate with
        {
            Story = senate.Id,
            Content = senate.Content! with { Page = kept.Blob },
            Revisions = [senate.Content! with { Hash = "earlier", Text = Text.Replace("Monday", "Tuesday", StringComparison.Ordinal) }],
        };
        Senate = await AddAsync(senate);
        var reprint = await AddAsync(SampleArticles.Flagged("reprint", "House backs pact, wire says", Text, agreements: senate.Classification!.Agreements));
        await site.Get<StoryStore>().AddAsync(
            senate.Id,
            [
                new(senate.Id, "news.example", senate.Content!.Title, senate.Address, TestSite.Now.AddHours(-3), null),
                new(reprint.Id, "wire.example", reprint.Content!.Title, reprint.Address, TestSite.Now.AddHours(-2), "Example Wire"),
            ],
            default);

        const string Arabic = "وقعت اليابان واليونان اتفاقية للدعم اللوجستي المتبادل يوم الاثنين في أثينا.\nوقال الوزير إن ACSA ستدخل حيز التنفيذ بعد موافقة البرلمانين.";
        this.Arabic = await AddAsync(SampleArticles.Flagged("athens", "اليابان واليونان توقعان اتفاقية ACSA", Arabic, "ar",
        [
            new(AgreementType.Acsa, "اتفاقية للدعم اللوجستي", ["JP", "GR"], AgreementStage.Signed, new(2026, 3, 9),
                [Of(Arabic, "وقعت", "ar:sign done:وقعت"), Of(Arabic, "اتفاقية للدعم اللوجستي", "ar:acsa:x"), Of(Arabic, "اليابان", "party:JP:x"), Of(Arabic, "يوم الاثنين", "date:weekday")]),
        ]));
        const string Japanese = "日本と豪州は月曜日、情報保護協定に署名した。\n両国の議会の承認を経て発効する。";
        this.Japanese = await AddAsync(SampleArticles.Flagged("canberra", "日豪、情報保護協定に署名", Japanese, "ja",
        [
            new(AgreementType.InformationSecurity, "情報保護協定", ["JP", "AU"], AgreementStage.Signed, new(2026, 3, 9),
                [Of(Japanese, "署名した", "ja:sign done:署名"), Of(Japanese, "情報保護協定", "ja:information-security:x"), Of(Japanese, "日本", "party:JP:日本")]),
        ]));
        Harmful = await AddAsync(SampleArticles.Flagged("harm", Harm, $"Portugal and Japan signed {Harm} on Monday.", Harm, agreements:
        [
            new(AgreementType.Acsa, Harm, ["PT", "JP"], AgreementStage.Signed, null, [new(19, 25, $"en:sign done:{Harm}")]),
        ]) with
        { Reason = Harm });
        Missed = await AddAsync(SampleArticles.Unclassified(
            "quay", "At the quay", "It rained all day.\nChile and Peru signed a visiting forces agreement in Lima. The sky cleared later."));
    }

    /// <summary>Agreements of many parties over many years, each from an article or two.</summary>
    private async Task LedgerAsync()
    {
        string[] parties = ["JP", "US", "AU", "GB", "FR", "IN", "PH", "DE", "IT", "ID", "KR", "CA", "NZ", "SG"];
        AgreementType[] types = [AgreementType.Acsa, AgreementType.ReciprocalAccess, AgreementType.InformationSecurity, AgreementType.DefenceCooperation];
        AgreementStage[] life = [AgreementStage.Negotiating, AgreementStage.Signed, AgreementStage.Ratified, AgreementStage.InForce];
        for (var number = 0; number < 22; number++)
        {
            var (one, other) = (parties[number % 5], parties[5 + (number * 3 % 9)]);
            var (type, first) = (types[number % types.Length], new DateOnly(2014 + (number % 10), 1 + (number % 12), 3));
            for (var step = 0; step <= number % 4; step++)
            {
                var day = first.AddMonths(step * 7);
                var article = SampleArticles.Flagged(
                    string.Create(CultureInfo.InvariantCulture, $"ledger-{number}-{step}"),
                    $"{PartyTable.Of(one).Name} and {PartyTable.Of(other).Name}: {AgreementWording.Name(life[step])}",
                    agreements: [new(type, AgreementWording.Name(type), [one, other], life[step], number % 3 == 0 ? null : day, [new(0, 18, "en:sign done:signed")])]);
                await AddAsync(article with { Content = article.Content! with { Published = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero), Site = $"Outlet {number % 4}" } });
            }
        }
    }

    private async Task FeedsAsync()
    {
        const string Opml = """
            <opml version="2.0" xmlns:nw="urn:newswatch:opml"><head><title>Ours</title></head><body>
              <outline text="Government"><outline text="Defence">
                <outline type="rss" text="Ministry of the Quay" xmlUrl="https://quay.example/rss" />
                <outline type="rss" text="وزارة الدفاع" xmlUrl="https://mod.example/ar.xml" />
              </outline></outline>
              <outline type="rss" text="Harbour wire" xmlUrl="https://news.example/harbour.xml" />
              <outline type="rss" text="Old lighthouse" xmlUrl="https://light.example/feed" nw:enabled="false" nw:note="closed for repairs" />
            </body></opml>
            """;
        await site.Get<IBlobs>().WriteAsync(WatchListStore.Blob, Encoding.UTF8.GetBytes(Opml), WriteCondition.Always, default);
        var states = site.Get<FeedStates>();
        foreach (var feed in (await site.Get<WatchListStore>().LoadAsync(default)).Feeds)
        {
            var isBroken = feed.Title == "Harbour wire";
            await states.SaveAsync(
                FeedState.New(feed) with
                {
                    Health = isBroken ? FeedHealth.Failing : FeedHealth.Ok,
                    HealthSince = TestSite.Now.AddDays(-2),
                    Reason = isBroken ? "https://news.example/harbour.xml answered 403 Forbidden" : null,
                    Failures = isBroken ? 7 : 0,
                    CheckedAt = TestSite.Now.AddMinutes(-20),
                    NextCheck = TestSite.Now.AddMinutes(40),
                    NextCheckBecause = "rhythm",
                    NewestEntry = TestSite.Now.AddHours(-5),
                    Entries = 20,
                    Rhythm = new(TimeSpan.FromHours(9), TimeSpan.FromDays(3)),
                    Seen = new[] { Senate, Arabic, Japanese, Missed }.Select((article, index) => (article, index)).ToDictionary(
                        pair => pair.article.Id, pair => new SeenEntry("x", pair.article.Id) { HandledAt = TestSite.Now.AddDays(-pair.index * 3) }),
                },
                null,
                default);
        }
    }

    private async Task DecisionsAsync()
    {
        var decider = site.Get<ArticleDecider>();
        for (var number = 0; number < 12; number++)
        {
            var article = await AddAsync($"decided-{number}");
            const string Key = "acsa-jp-pt_signed";
            _ = (number % 4) switch
            {
                0 => await decider.DismissAsync(article.Id, "Ana", "A visit only.", default, Key),
                1 => await decider.CorrectAsync(article.Id, new(AgreementType.Acsa, ["PT", "JP"], AgreementStage.AgreedInPrinciple), "Ana", "", default, Key),
                _ => await decider.ConfirmAsync(article.Id, "Ben", "", default, Key),
            };
        }
    }

    private static Evidence Of(string text, string words, string rule)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return new(start, start + words.Length, rule);
    }
}
