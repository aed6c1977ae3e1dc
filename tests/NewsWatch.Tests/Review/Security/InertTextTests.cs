using System.Net;
using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using NewsWatch.PollFeeds.WatchLists;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.Review.Security;

/// <summary>What comes from outside is text wherever it is shown: markup in every field of an article, a feed, a dossier, a view.</summary>
public sealed class InertTextTests
{
    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</title><svg onload=alert(1)>",
        "javascript:alert(1)",
        "<a href=\"javascript:alert(1)\">x</a>",
        "{{7*7}}${7*7}",
        "<!--<style>*{display:none}</style>-->",
        "]]><x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>",
        "\u2028<iframe srcdoc='<script>alert(1)</script>'>",
    ];

    [Fact]
    public async Task Nothing_from_outside_becomes_markup_on_any_page()
    {
        await using var site = await TestSite.StartAsync();
        var article = await FillAsync(site);
        var feed = (await site.Get<WatchListStore>().LoadAsync(default)).Feeds[0];
        var addresses = site.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Select(route => route.Replace("{id}", route.Contains("/agreements/", StringComparison.Ordinal) ? "acsa-jp-pt"
                : route.Contains("/feeds/", StringComparison.Ordinal) ? feed.Id
                : route.Contains("/views/", StringComparison.Ordinal) ? "view"
                : article.Id, StringComparison.Ordinal))
            .Where(address => !address.Contains('{', StringComparison.Ordinal))
            .ToList();
        Assert.True(addresses.Count > 40, $"only {addresses.Count} addresses were found");
        foreach (var address in addresses.Concat(
        [
            "/?tab=all&q=agreement", "/?tab=all&feed=%3Cscript%3Ealert(1)%3C/script%3E&q=%22%3E%3Cimg%20src=x%3E&party=%3Cimg%3E&since=x&after=%3Cb%3E",
            "/sign-in?to=%22%3E%3Cscript%3E", "/feeds?health=%3Cscript%3E&folder=%3Cimg%20src=x%3E&done=%3Cscript%3E", "/nothing/%3Cscript%3Ealert(1)%3C/script%3E",
        ]))
        {
            using var answer = await site.Browser.GetAsync(new Uri(address, UriKind.Relative));
            var page = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode < 500, $"{address}: {answer.StatusCode}");
            Assert.True(answer.StatusCode == HttpStatusCode.NotModified || answer.Headers.Contains("X-Content-Type-Options"), address);
            if (answer.Content.Headers.ContentType?.MediaType == "text/csv")
                Assert.DoesNotMatch("(?m)(^|,)\"?[=+@\t-]", page);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var document = new HtmlParser().ParseDocument(page);
            Assert.All(document.Scripts, script => Assert.StartsWith("/review.js", script.GetAttribute("src"), StringComparison.Ordinal));
            Assert.Empty(document.QuerySelectorAll("img, svg:not(.drawing), iframe:not([src^='/articles/']), object, embed, base"));
            Assert.All(document.QuerySelectorAll("style"), style => Assert.EndsWith("/page", address, StringComparison.Ordinal));
            foreach (var attribute in document.All.SelectMany(element => element.Attributes))
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{address}: {attribute.Name}");
                if (attribute.Name is "href" or "src" or "action" or "formaction")
                    Assert.False(attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase), $"{address}: {attribute.Value}");
            }
        }
    }

    [Fact]
    public async Task Nothing_from_outside_becomes_markup_in_a_feed()
    {
        await using var site = await TestSite.StartAsync();
        await FillAsync(site);
        await site.Get<NewsWatch.Review.Inbox.SavedViewStore>().SaveAsync("view", "", "<b>Ana</b>", default);
        var (_, feed) = await site.GetAsync("/views/view.atom");
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var contents = XDocument.Parse(feed).Descendants(atom + "content").Select(content => content.Value).ToList();
        Assert.NotEmpty(contents);
        foreach (var html in contents)
        {
            var body = new HtmlParser().ParseDocument(html).Body!;
            Assert.All(body.QuerySelectorAll("*"), element => Assert.Contains(element.LocalName, new[] { "blockquote", "b", "ul", "li", "a" }));
            Assert.All(body.QuerySelectorAll("a"), link => Assert.StartsWith("https://news.example/", link.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    private static async Task<Article> FillAsync(TestSite site)
    {
        var all = string.Join(' ', Attacks);
        var article = SampleArticles.Flagged(
            "attack", all, $"An agreement. {all}\n{all}", Attacks[1], [new(AgreementType.Acsa, all, ["JP", "PT"], AgreementStage.Signed, null, [new(0, 80, Attacks[0])])]);
        article = article with
        {
            Reason = all,
            Mentions = [new("f1", all, new("https://news.example/attack"), all, all, null, all)],
            Content = article.Content! with { Site = Attacks[0], Section = all, Authors = Attacks, Agency = all, Language = Attacks[2] },
            Revisions = [article.Content! with { Hash = "earlier", Title = all, Text = all }],
            Decisions = [new(Verdict.Dismissed, all, Attacks[1], TestSite.Now) { TakenBack = new(all, TestSite.Now) }],
            FiledUnder = ["acsa-jp-pt"],
        };
        await site.AddAsync(article);
        await site.AddAsync(SampleArticles.Unclassified("blocked", Attacks[3], all) with { State = ArticleState.Blocked, Reason = all });
        await site.Get<IBlobs>().WriteAsync(
            "feeds.opml",
            Encoding.UTF8.GetBytes($"<opml version=\"2.0\"><body><outline type=\"rss\" text=\"{System.Net.WebUtility.HtmlEncode(all)}\" xmlUrl=\"https://news.example/a.xml\"/></body></opml>"),
            WriteCondition.Always,
            default);
        await site.Get<DossierStore>().UpdateAsync("acsa-jp-pt", _ => new()
        {
            Id = "acsa-jp-pt",
            Type = AgreementType.Acsa,
            Parties = ["JP", "PT"],
            OpenedAt = TestSite.Now,
            GivenName = all,
            Changes = [new(DossierChangeKind.Renamed, all, all, all, TestSite.Now)],
            Entries =
            [
                new()
                {
                    Article = article.Id,
                    Title = all,
                    Address = article.Address,
                    ReportedOn = new(2026, 3, 9),
                    Type = AgreementType.Acsa,
                    Name = all,
                    Parties = ["JP", "PT"],
                    Stage = AgreementStage.Signed,
                    Quotes = [new(all, 0, 4, false, [all])],
                    FiledAt = TestSite.Now,
                    Agency = all,
                    Language = Attacks[1],
                },
            ],
        }, default);
        return article;
    }
}
