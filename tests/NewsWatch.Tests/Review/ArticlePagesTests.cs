using System.Net;

namespace NewsWatch.Tests.Review;

public sealed class ArticlePagesTests
{
    [Fact]
    public async Task What_the_second_reader_made_of_an_article_is_shown()
    {
        await using var site = await TestSite.StartAsync();
        var article = SampleArticles.Flagged();
        var verdict = article.Classification!;
        var read = new SecondReading("second-reader:tiny", SecondReadingOutcome.Accepted, TestSite.Now)
        {
            Agreement = verdict.Agreements[0],
            Instead = new(false, [], []),
        };
        await site.AddAsync(article with { Classification = verdict with { Second = read } });
        var page = await site.Browser.GetStringAsync($"/articles/{article.Id}");
        Assert.Contains("second-reader:tiny", page, StringComparison.Ordinal);
        Assert.Contains("the rules alone do not flag the article", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_the_second_readers_word_does_not_count_is_shown()
    {
        await using var site = await TestSite.StartAsync();
        var article = SampleArticles.Flagged();
        var read = new SecondReading("second-reader:tiny", SecondReadingOutcome.Refused, TestSite.Now) { Why = "a quote is not in the article" };
        await site.AddAsync(article with { Classification = article.Classification! with { Second = read } });
        Assert.Contains(
            "does not count: a quote is not in the article.", await site.Browser.GetStringAsync($"/articles/{article.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_second_reader_doubts_is_shown_as_borderline_with_what_it_finds_instead()
    {
        await using var site = await TestSite.StartAsync();
        var article = SampleArticles.Flagged();
        var read = new FoundAgreement(AgreementType.Cyber, "", ["FR", "JP"], AgreementStage.Negotiating, null, [new(0, 9, "r")]);
        var reading = new SecondReading("second-reader:tiny", SecondReadingOutcome.Accepted, TestSite.Now) { Agreement = read };
        await site.AddAsync(article with { Doubts = [new("acsa-jp-pt_signed", reading)] });
        var page = await site.Browser.GetStringAsync($"/articles/{article.Id}");
        Assert.Contains("<span class=\"tag borderline\">borderline</span>", page, StringComparison.Ordinal);
        Assert.Contains(
            "does not find <code>acsa-jp-pt_signed</code> in the article, but cyber between FR, JP: negotiating.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_shows_its_evidence_in_the_text_with_the_rules()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged());
        var page = await site.Browser.GetStringAsync($"/articles/{article.Id}");
        Assert.Contains("<mark class=\"for\" title=\"term.acsa\">acquisition and cross-servicing agreement</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<code>stage.signed</code>", page, StringComparison.Ordinal);
        Assert.Contains("<abbr title=\"Portugal\">PT</abbr>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stretch_that_proves_two_agreements_has_one_number_and_one_place()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged(agreements:
        [
            new(AgreementType.Acsa, "agreement", ["PT", "JP"], AgreementStage.Signed, null, [new(29, 70, "term.acsa")]),
            new(AgreementType.Acsa, "agreement", ["PT", "AU"], AgreementStage.Mentioned, null, [new(29, 70, "term.acsa")]),
        ]));
        var (_, page) = await site.GetAsync($"/articles/{article.Id}");
        Assert.Equal(1, page.Split("id=\"e1\"").Length - 1);
        Assert.Equal(1, page.Split("id=\"m1\"").Length - 1);
        Assert.Equal(2, page.Split("href=\"#m1\"").Length - 1);
    }

    [Fact]
    public async Task Text_from_outside_is_written_as_text()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged(
            title: "<script>alert(1)</script>",
            text: "Portugal and Japan <img src=x onerror=alert(1)> signed <b>it</b>."));
        foreach (var address in new[] { "/", $"/articles/{article.Id}" })
        {
            var page = await site.Browser.GetStringAsync(address);
            Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task An_article_edited_after_its_verdict_is_shown_without_marks()
    {
        await using var site = await TestSite.StartAsync();
        var article = SampleArticles.Flagged();
        await site.AddAsync(article with { Classification = article.Classification! with { Revision = "earlier" } });
        var page = await site.Browser.GetStringAsync($"/articles/{article.Id}");
        Assert.DoesNotContain("<mark", page, StringComparison.Ordinal);
        Assert.Contains("was edited after this verdict", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_is_shown_word_by_word()
    {
        await using var site = await TestSite.StartAsync();
        var article = SampleArticles.Flagged(text: "Portugal and Japan signed it on Tuesday.");
        var before = article.Content! with { Hash = "earlier", Text = "Portugal and Japan signed it on Monday." };
        await site.AddAsync(article with { Revisions = [before] });
        var (_, page) = await site.GetAsync($"/articles/{article.Id}");
        Assert.Contains("Edited once", page, StringComparison.Ordinal);
        Assert.Contains("<del>Monday</del><ins>Tuesday</ins>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/articles/00000000000000000000")]
    [InlineData("/articles/..%2F..%2Fkeys")]
    [InlineData("/nothing/here")]
    public async Task What_is_not_there_says_so(string address)
    {
        await using var site = await TestSite.StartAsync();
        using var answer = await site.Browser.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Not found", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
