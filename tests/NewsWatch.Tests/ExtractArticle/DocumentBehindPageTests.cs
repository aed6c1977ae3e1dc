using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Tests.ExtractArticle.Doubles;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace NewsWatch.Tests.ExtractArticle;

/// <summary>Pages that are no more than the cover of a document, and addresses that entries share.</summary>
public sealed class DocumentBehindPageTests : IDisposable
{
    private const string Page = "https://mod.example/pr/118";

    private readonly ExtractArticleBench bench = new();

    public void Dispose() => bench.Dispose();

    private void ServePdf(string address, string text)
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        pdf.AddPage(PageSize.A4).AddText(text, 8, new PdfPoint(50, 780), font);
        bench.Web.Answer(address, Web.Page(address, pdf.Build(), "application/pdf"));
    }

    [Fact]
    public async Task An_enclosed_document_is_read_where_its_page_is_a_cover()
    {
        bench.Web.Serve(Page, "Press release 118", "Press release 118 (PDF, 40 kB)");
        ServePdf("https://mod.example/118.pdf", "Both states signed a paper on supply in the capital on Friday, and their ships may now take fuel in the ports of either.");
        var message = await bench.AnnounceAsync(Page, "Press release 118");
        await bench.Get<ArticleStore>().UpdateAsync(
            message.Article, article => article with { Mentions = [article.Mentions[0] with { Document = new("https://mod.example/118.pdf") }] }, default);
        await bench.Stage.HandleAsync(message, default);
        var content = (await bench.ArticleAsync(message.Article)).Content!;
        Assert.Equal(("Press release 118", TextOrigin.Page), (content.Title, content.Origin));
        Assert.Contains("signed a paper on supply", content.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a href='/files/119.pdf'>The text</a>", true)]
    [InlineData("<a href=\"/files/119.pdf\">PDF</a> <a href=\"/files/119.pdf?v=1\">again</a>", false)]
    [InlineData("<nav><a href='/files/119.pdf'>Terms of use</a></nav>", false)]
    public async Task The_only_document_a_page_without_text_leads_to_is_read(string body, bool isRead)
    {
        bench.Web.Serve(Page, new PageReading { Kind = PageKind.Empty, Text = body });
        ServePdf("https://mod.example/files/119.pdf", "Both states signed a paper on supply in the capital on Friday, and their ships may now take fuel in the ports of either.");
        var article = await bench.HandleAsync(Page, "Press release 119");
        Assert.Equal(isRead ? TextOrigin.Page : TextOrigin.Feed, article.Content!.Origin);
    }

    [Fact]
    public async Task A_page_with_an_article_is_not_given_up_for_a_document()
    {
        var text = string.Concat(Enumerable.Repeat("A sentence of the article that the page itself tells in full. ", 15));
        bench.Web.Serve(Page, "Talks", text + "<a href='/files/119.pdf'>Programme</a>");
        ServePdf("https://mod.example/files/119.pdf", "Programme of the day.");
        Assert.StartsWith("A sentence of the article", (await bench.HandleAsync(Page)).Content!.Text, StringComparison.Ordinal);
        Assert.Single(bench.Web.Asked);
    }

    private async Task<Article> SharedAsync(string title, string summary, string address = "https://mod.example/announcements")
    {
        var message = await bench.AnnounceAsync(address, title, summary);
        await bench.Get<ArticleStore>().UpdateAsync(message.Article, article => article with { SharesAddress = true }, default);
        await bench.Stage.HandleAsync(message, default);
        return await bench.ArticleAsync(message.Article);
    }

    [Fact]
    public async Task What_a_shared_page_says_of_other_entries_is_not_this_ones()
    {
        bench.Web.Serve("https://mod.example/announcements", "Announcements", "Talks were opened. A paper was signed. A base was visited.");
        var article = await SharedAsync("Talks opened", "Talks were opened on Friday.");
        Assert.Equal(("Talks were opened on Friday.", TextOrigin.Feed), (article.Content!.Text, article.Content.Origin));
        Assert.Equal("unreadable: the entry has no page of its own", article.Problem!.Reason);
    }

    [Fact]
    public async Task A_shared_page_that_is_about_this_entry_is_read()
    {
        bench.Web.Serve("https://mod.example/announcements", "Ministers open talks", "Talks were opened in the capital.");
        var article = await SharedAsync("Ministers open talks", "Talks.");
        Assert.Equal(TextOrigin.Page, article.Content!.Origin);
    }

    [Fact]
    public async Task A_sites_front_page_is_not_asked_for()
    {
        await SharedAsync("Talks opened", "Talks were opened on Friday.", "https://mod.example/");
        Assert.Empty(bench.Web.Asked);
    }

    [Fact]
    public async Task A_shared_page_that_is_about_another_entry_takes_no_address()
    {
        bench.Web.Serve("https://mod.example/announcements", new PageReading { Kind = PageKind.List });
        await SharedAsync("Talks opened", "Talks were opened on Friday.");
        Assert.DoesNotContain(bench.Blobs.Names, name => name.StartsWith("aliases/", StringComparison.Ordinal));
    }
}
