using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ExtractArticle;

/// <summary>Articles cut into several pages.</summary>
public sealed class MultiPageTests
{
    private const string First = "https://news.example/long";

    [Fact]
    public async Task Parts_are_read_to_the_end_and_what_they_repeat_is_left_out()
    {
        using var bench = new ExtractArticleBench();
        Serve(bench.Web, First, "The lead.\nThe beginning.", next: First + "?page=2");
        Serve(bench.Web, First + "?page=2", "The lead.\nThe middle.", next: First + "?page=3");
        Serve(bench.Web, First + "?page=3", "The end.", next: null);
        var article = await bench.HandleAsync(First);
        Assert.Equal("The lead.\nThe beginning.\nThe middle.\nThe end.", article.Content!.Text);
    }

    [Fact]
    public async Task A_part_that_cannot_be_had_leaves_what_was_read()
    {
        using var bench = new ExtractArticleBench();
        Serve(bench.Web, First, "The beginning.", next: First + "?page=2");
        var article = await bench.HandleAsync(First);
        Assert.Equal("The beginning.", article.Content!.Text);
        Assert.Single(bench.Extracted);
    }

    [Fact]
    public async Task No_more_than_a_few_parts_are_asked_for()
    {
        using var bench = new ExtractArticleBench();
        for (var part = 1; part <= 20; part++)
            Serve(bench.Web, part == 1 ? First : $"{First}?page={part}", $"Part {part}.", next: $"{First}?page={part + 1}");
        await bench.HandleAsync(First);
        Assert.Equal(5, bench.Web.Asked.Count);
    }

    private static void Serve(Web web, string address, string text, string? next)
        => web.Serve(address, new PageReading { Kind = PageKind.Article, Title = "A long read", Text = text, NextPart = next is null ? null : new(next) });
}
