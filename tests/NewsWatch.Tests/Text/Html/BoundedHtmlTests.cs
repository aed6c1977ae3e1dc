using NewsWatch.Text.Html;

namespace NewsWatch.Tests.Text.Html;

public sealed class BoundedHtmlTests
{
    [Theory]
    [InlineData(50_000)]
    [InlineData(100_000)]
    public void Elements_that_are_opened_and_never_closed_are_refused_before_they_are_parsed(int count)
        => Assert.Equal("elements nested more than 2000 deep", BoundedHtml.Parse(string.Concat(Enumerable.Repeat("<div>", count))).Refusal);

    [Fact]
    public void Too_many_elements_are_refused()
        => Assert.Equal("more than 250000 elements", BoundedHtml.Parse(string.Concat(Enumerable.Repeat("<p>a", 300_000))).Refusal);

    [Fact]
    public void A_parse_that_is_cancelled_stops()
        => Assert.Throws<OperationCanceledException>(() => BoundedHtml.Parse(string.Concat(Enumerable.Repeat("<p>a", 5_000)), new(canceled: true)));
}
