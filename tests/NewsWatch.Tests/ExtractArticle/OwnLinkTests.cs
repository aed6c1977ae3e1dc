using NewsWatch.ExtractArticle;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Fetching;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ExtractArticle;

/// <summary>The article's address may be a guess made from the entry's link, which is then still there to try.</summary>
public sealed class OwnLinkTests : IDisposable
{
    private const string Guess = "https://www.news.example/defence/talks";
    private const string Link = "https://m.news.example/defence/talks?utm_source=feed";

    private readonly ExtractArticleBench bench = new();

    public static TheoryData<FetchResult> Failures => new()
    {
        { new FetchResult.Failed(404, "HTTP 404", null) },
        { new FetchResult.Failed(403, "HTTP 403", null) },
        { new FetchResult.Failed(null, "no such host", null) },
        { new FetchResult.Refused(Refusal.Robots, "Disallow: /defence/") },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Address_that_fails_gives_way_to_the_entrys_own_link(FetchResult failure)
    {
        bench.Web.Answer(Guess, failure);
        bench.Web.Serve(Link, "Ministers meet", "They agreed to start talks.");
        var article = await bench.HandleAsync(Guess, link: Link);
        Assert.Equal(("They agreed to start talks.", TextOrigin.Page), (article.Content!.Text, article.Content.Origin));
        Assert.Null(article.Problem);
        Assert.Equal([new(Guess), new(Link)], bench.Web.Asked);
    }

    [Fact]
    public async Task Error_page_served_as_success_gives_way_to_the_entrys_own_link()
    {
        bench.Web.Serve(Guess, new PageReading { Kind = PageKind.Error });
        bench.Web.Serve(Link, "Ministers meet", "They agreed to start talks.");
        var article = await bench.HandleAsync(Guess, link: Link);
        Assert.Equal("They agreed to start talks.", article.Content!.Text);
    }

    [Fact]
    public async Task Address_that_reads_is_not_asked_for_twice()
    {
        bench.Web.Serve(Guess, "Ministers meet", "They agreed to start talks.");
        await bench.HandleAsync(Guess, link: Link);
        Assert.Equal([new(Guess)], bench.Web.Asked);
    }

    [Fact]
    public async Task Paywall_is_an_answer()
    {
        bench.Web.Serve(Guess, new PageReading { Kind = PageKind.Partial });
        await bench.HandleAsync(Guess, link: Link);
        Assert.Equal([new(Guess)], bench.Web.Asked);
    }

    [Fact]
    public async Task Link_that_differs_by_its_query_alone_is_the_same_page()
    {
        await bench.HandleAsync(Guess, link: Guess + "?utm_source=feed");
        Assert.Equal([new(Guess)], bench.Web.Asked);
    }

    [Fact]
    public async Task Own_link_that_is_down_for_now_is_tried_again_later()
    {
        bench.Web.Answer(Link, new FetchResult.Failed(503, "HTTP 503", null));
        var message = await bench.AnnounceAsync(Guess, link: Link);
        await Assert.ThrowsAsync<PageUnavailableException>(() => bench.Stage.HandleAsync(message, default));
    }

    public void Dispose() => bench.Dispose();
}
