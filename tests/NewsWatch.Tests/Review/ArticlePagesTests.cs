using System.Net;
using System.Text.RegularExpressions;

namespace NewsWatch.Tests.Review;

public sealed partial class ArticlePagesTests
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
        Assert.Contains("<mark class=\"instrument\" title=\"instrument\">acquisition and cross-servicing agreement</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<mark class=\"party\" title=\"Portugal\">Portugal</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<mark class=\"act\" title=\"act\">signed</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<mark class=\"day\" title=\"day\">Monday</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<code>en:sign done:signed</code>", page, StringComparison.Ordinal);
        Assert.Contains("An ACSA between Portugal and Japan was signed.", page, StringComparison.Ordinal);
        var proof = WebUtility.HtmlDecode(Tags().Replace(Proof().Match(page).Groups[1].Value, ""));
        Assert.Equal("Portugal and Japan signed an acquisition and cross-servicing agreement in Lisbon on Monday.", proof);
    }

    [Fact]
    public async Task A_sentence_that_proves_two_agreements_is_marked_once_and_leads_to_both()
    {
        await using var site = await TestSite.StartAsync();
        var article = await site.AddAsync(SampleArticles.Flagged(agreements:
        [
            new(AgreementType.Acsa, "agreement", ["PT", "JP"], AgreementStage.Signed, null, [new(29, 70, "en:acsa:acquisition")]),
            new(AgreementType.Acsa, "agreement", ["PT", "AU"], AgreementStage.Mentioned, null, [new(19, 25, "en:sign done:signed")]),
        ]));
        var (_, page) = await site.GetAsync($"/articles/{article.Id}");
        Assert.Equal(1, page.Split("class=\"proof\" id=").Length - 1);
        Assert.Contains("href=\"#agreement-1\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#agreement-2\"", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("href=\"#proof-1\"").Length - 1);
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
        Assert.DoesNotContain("<mark class=\"act\" title", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"proof-", page, StringComparison.Ordinal);
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

    [GeneratedRegex("<span class=\"proof\" id=\"proof-1\">(.*?)</span>", RegexOptions.Singleline)]
    private static partial Regex Proof();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
