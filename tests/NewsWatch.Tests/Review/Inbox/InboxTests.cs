using System.Net;

namespace NewsWatch.Tests.Review.Inbox;

public sealed class InboxTests
{
    [Fact]
    public async Task The_inbox_shows_what_waits_for_a_decision()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(SampleArticles.Flagged());
        await site.AddAsync(SampleArticles.Unclassified("weather", "Rain over the coast", "It rained."));
        var page = await site.Browser.GetStringAsync("/");
        Assert.Contains("Portugal and Japan signed an ACSA</a>", page, StringComparison.Ordinal);
        Assert.Contains("<mark>signed</mark>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rain over the coast", page, StringComparison.Ordinal);
        Assert.Contains("<span role=\"status\">1 row</span>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?type=acsa", 1)]
    [InlineData("?type=cyber", 0)]
    [InlineData("?type=cyber&type=acsa", 1)]
    [InlineData("?party=jp", 1)]
    [InlineData("?party=Portugal&party=japan", 1)]
    [InlineData("?party=japan,US", 0)]
    [InlineData("?region=eastern-asia", 1)]
    [InlineData("?region=northern-africa", 0)]
    [InlineData("?stage=signed&lang=en", 1)]
    [InlineData("?stage=in-force", 0)]
    [InlineData("?standing=press", 1)]
    [InlineData("?standing=ministry", 0)]
    [InlineData("?lang=fr", 0)]
    [InlineData("?feed=f1", 1)]
    [InlineData("?feed=exam", 1)]
    [InlineData("?feed=nowhere", 0)]
    [InlineData("?state=reports", 1)]
    [InlineData("?tab=all&state=none", 1)]
    [InlineData("?after=2026-03-10&before=2026-03-11", 1)]
    [InlineData("?before=2026-03-10", 0)]
    [InlineData("?q=logistics+PORTUGAL", 1)]
    [InlineData("?q=logistics+france", 0)]
    [InlineData("?q=%22cross-servicing+agreement%22", 1)]
    [InlineData("?q=%22agreement+cross-servicing%22", 0)]
    [InlineData("?q=parliam*", 1)]
    [InlineData("?q=logistics+-lisbon", 0)]
    [InlineData("?q=party:japan+stage:signed+type:acsa+lang:en", 1)]
    [InlineData("?q=party:japan+stage:terminated", 0)]
    [InlineData("?tab=all", 2)]
    [InlineData("?tab=nonsense&type=nonsense&page=99", 1)]
    public async Task The_inbox_can_be_narrowed(string query, int expected)
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(SampleArticles.Flagged());
        await site.AddAsync(SampleArticles.Unclassified("weather", "Rain over the coast", "It rained."));
        var (_, page) = await site.GetAsync("/" + query);
        Assert.Equal(expected, page.Split("class=\"claim\"").Length - 1);
    }

    [Fact]
    public async Task What_cannot_be_asked_for_is_said_and_the_rest_answered()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(SampleArticles.Flagged());
        var (_, page) = await site.GetAsync("/?party=Atlantis&after=someday");
        Assert.Contains("“Atlantis” is no party,", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("“someday” is no day", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("class=\"claim\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reprints_and_reports_of_the_same_are_one_row_with_their_outlets()
    {
        await using var site = await TestSite.StartAsync();
        var first = await site.AddAsync(SampleArticles.Flagged("first", "Pact signed"));
        await site.AddAsync(SampleArticles.Flagged("reprint", "Pact is signed") with { Story = first.Id });
        await site.AddAsync(SampleArticles.Flagged("other-words", "Lisbon and Tokyo agree", "Japan and Portugal signed an agreement on Monday."));
        var (_, page) = await site.GetAsync("/");
        Assert.Equal(1, page.Split("class=\"claim\"").Length - 1);
        Assert.Contains("3 articles", page, StringComparison.Ordinal);
        Assert.Contains("1 row, 3 articles", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_lists_are_cut_into_pages()
    {
        await using var site = await TestSite.StartAsync(("NewsWatch:Review:PageSize", "2"));
        for (var number = 1; number <= 5; number++)
            await site.AddAsync(SampleArticles.Unclassified($"a{number}", $"Story {number}", "Of Portugal.") with { FoundAt = TestSite.Now.AddMinutes(-number) });
        var page = await site.Browser.GetStringAsync("/?page=3&tab=all&q=story&sort=published");
        Assert.Contains("5</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("4</a>", page, StringComparison.Ordinal);
        Assert.Contains("Page 3 of 3", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/?tab=all&amp;q=story&amp;sort=published&amp;page=2\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tabs_count_under_the_same_filters()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(SampleArticles.Flagged());
        await site.AddAsync(SampleArticles.Unclassified("weather", "Rain over the coast", "It rained."));
        var (_, page) = await site.GetAsync("/");
        Assert.Contains("All <span class=\"n\">2</span>", page, StringComparison.Ordinal);
        Assert.Contains("To review <span class=\"n\">1</span>", page, StringComparison.Ordinal);
        (_, page) = await site.GetAsync("/?lang=fr");
        Assert.Contains("All <span class=\"n\">0</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_the_page_leads_somewhere()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(SampleArticles.Flagged());
        foreach (var address in new[] { "/", "/?tab=all&q=agreement&party=JP&type=acsa&after=2026-01-01", "/?q=nowhere" })
        {
            var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument((await site.GetAsync(address)).Page);
            foreach (var link in document.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!).Distinct())
                Assert.InRange((int)(await site.GetAsync(link)).Status, 200, 303);
        }
    }

    [Fact]
    public async Task What_came_since_the_last_visit_is_told()
    {
        await using var site = await TestSite.StartAsync();
        await site.AddAsync(SampleArticles.Flagged());
        var (_, first) = await site.GetAsync("/");
        Assert.DoesNotContain("since", first, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromHours(8));
        await site.AddAsync(SampleArticles.Flagged("rome", "Rome", agreements: [new(AgreementType.Cyber, "", ["IT", "JP"], AgreementStage.Signed, null, [new(0, 8, "r")])]), TestSite.Now.AddHours(7));
        var (_, second) = await site.GetAsync("/");
        Assert.Contains(">1 new</a> since", second, StringComparison.Ordinal);
        Assert.Equal(1, second.Split("class=\"row new\"").Length - 1);
        var (_, narrowed) = await site.GetAsync($"/?since={TestSite.Now.ToUnixTimeSeconds()}");
        Assert.Equal(1, narrowed.Split("class=\"claim\"").Length - 1);
    }
}
