using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.ExtractArticle;
using NewsWatch.ExtractArticle.Documents;
using NewsWatch.Tests.ExtractArticle.Doubles;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace NewsWatch.Tests.ExtractArticle.Documents;

public sealed class PdfReaderTests
{
    private const string Address = "https://ministry.example/release.pdf";

    private static readonly string[] Release =
    [
        "The ministers of defence of the two countries met in the capital on",
        "Wednesday and agreed to open negotiations on an agreement that will",
        "ease the supply of fuel and spare parts between their forces.",
    ];

    [Fact]
    public async Task A_press_release_gives_title_date_and_paragraphs()
    {
        var pdf = new PdfDocumentBuilder { DocumentInformation = { Title = "Microsoft Word - draft7.docx", Author = "Press Office" } };
        var font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        var page = pdf.AddPage(PageSize.A4);
        page.AddText("Ministers agree to open talks on logistics", 20, new PdfPoint(60, 740), font);
        page.AddText("Ministry of Defence, 8 January 2017", 10, new PdfPoint(60, 700), font);
        Write(page, font, 60, 660, Release);
        Write(page, font, 60, 590, "The talks will begin next month, the ministries said. A first round is", "planned for the spring, and a second one before the summer.");
        var document = Assert.IsType<PdfReading.Document>(await ReadAsync(pdf.Build()));
        Assert.Equal("Ministers agree to open talks on logistics", document.Title);
        Assert.Equal(new DateTimeOffset(2017, 1, 8, 0, 0, 0, TimeSpan.Zero), document.Published);
        Assert.Equal("Press Office", document.Author);
        Assert.Equal(
            [
                "Ministry of Defence, 8 January 2017",
                string.Join(' ', Release),
                "The talks will begin next month, the ministries said. A first round is planned for the spring, and a second one before the summer.",
            ],
            document.Text.Split('\n'));
    }

    [Fact]
    public async Task Columns_are_read_one_after_the_other_with_hyphenated_words_made_whole()
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.TimesRoman);
        var page = pdf.AddPage(PageSize.A4);
        Write(page, font, 60, 700, "The left column tells of the", "first day of talks in the har-", "bour town, where the two", "sides exchanged their drafts.");
        Write(page, font, 330, 700, "The right column tells of the", "second day, when experts went", "through the annexes one by", "one and settled the rest.");
        var document = Assert.IsType<PdfReading.Document>(await ReadAsync(pdf.Build()));
        Assert.Equal(
            [
                "The left column tells of the first day of talks in the harbour town, where the two sides exchanged their drafts.",
                "The right column tells of the second day, when experts went through the annexes one by one and settled the rest.",
            ],
            document.Text.Split('\n'));
    }

    [Fact]
    public async Task Running_heads_and_page_numbers_are_left_out_and_a_sentence_runs_over_the_page()
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        for (var number = 1; number <= 3; number++)
        {
            var page = pdf.AddPage(PageSize.A4);
            page.AddText($"PRESS RELEASE No. {number}/2017", 8, new PdfPoint(60, 810), font);
            page.AddText(number.ToString(CultureInfo.InvariantCulture), 8, new PdfPoint(290, 30), font);
            Write(page, font, 60, 600, $"On page {number} the statement goes on at some length about the many", "things that were agreed, and ends in the middle of a sentence that");
        }
        var document = Assert.IsType<PdfReading.Document>(await ReadAsync(pdf.Build()));
        Assert.DoesNotContain("PRESS RELEASE", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n2\n", document.Text, StringComparison.Ordinal);
        Assert.StartsWith("On page 1 the statement goes on", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_heading_of_two_lines_is_one_title()
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        var page = pdf.AddPage(PageSize.A4);
        page.AddText("Two countries conclude their talks on", 20, new PdfPoint(60, 740), font);
        page.AddText("an agreement on logistics", 20, new PdfPoint(60, 714), font);
        Write(page, font, 60, 660, Release);
        var document = Assert.IsType<PdfReading.Document>(await ReadAsync(pdf.Build()));
        Assert.Equal("Two countries conclude their talks on an agreement on logistics", document.Title);
        Assert.Equal(string.Join(' ', Release), document.Text);
    }

    [Fact]
    public async Task A_document_that_takes_too_long_is_given_up()
    {
        var pdf = new PdfDocumentBuilder();
        Write(pdf.AddPage(PageSize.A4), pdf.AddStandard14Font(Standard14Font.Helvetica), 60, 600, Release);
        var reading = await new PdfReader(Options.Create(new ExtractArticleOptions()), new HurriedClock()).ReadAsync(pdf.Build(), default);
        Assert.Equal(new PdfReading.Unreadable("PDF: takes longer than 20 s to read"), reading);
    }

    [Fact]
    public async Task A_scan_is_told_from_a_document_without_text()
    {
        var scan = new PdfDocumentBuilder();
        scan.AddPage(PageSize.A4).AddPng(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), new PdfRectangle(0, 0, 500, 800));
        Assert.Equal("PDF: scanned, pictures without text", Assert.IsType<PdfReading.Unreadable>(await ReadAsync(scan.Build())).Reason);
        var empty = new PdfDocumentBuilder();
        empty.AddPage(PageSize.A4);
        Assert.Equal("PDF: no text", Assert.IsType<PdfReading.Unreadable>(await ReadAsync(empty.Build())).Reason);
    }

    [Fact]
    public async Task An_encrypted_document_says_so()
    {
        var key = new string('A', 64);
        var pdf = Encoding.ASCII.GetBytes(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
            + $"4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<{key}>/U<{key}>>>endobj\n"
            + "xref\n0 5\n0000000000 65535 f \n0000000009 00000 n \n0000000055 00000 n \n0000000104 00000 n \n0000000164 00000 n \n"
            + "trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n320\n%%EOF");
        Assert.Equal("PDF: encrypted, a password is needed", Assert.IsType<PdfReading.Unreadable>(await ReadAsync(pdf)).Reason);
    }

    [Theory]
    [InlineData("%PDF-1.7")]
    [InlineData("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF")]
    [InlineData("%PDF-1.7\n\0\0\0\0 obj << /Kids [ [ [ [ [")]
    public async Task A_broken_document_says_so(string pdf)
        => Assert.StartsWith("PDF: ", Assert.IsType<PdfReading.Unreadable>(await ReadAsync(Encoding.Latin1.GetBytes(pdf))).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task A_cut_off_document_is_read_as_far_as_it_goes_or_says_why_not()
    {
        var pdf = new PdfDocumentBuilder();
        Write(pdf.AddPage(PageSize.A4), pdf.AddStandard14Font(Standard14Font.Helvetica), 60, 600, Release);
        var bytes = pdf.Build();
        for (var length = 10; length < bytes.Length; length += bytes.Length / 25)
            Assert.NotNull(await ReadAsync(bytes[..length]));
    }

    [Fact]
    public async Task Pages_beyond_the_bound_are_not_read()
    {
        var pdf = new PdfDocumentBuilder();
        var font = pdf.AddStandard14Font(Standard14Font.Helvetica);
        for (var number = 0; number < 5; number++)
            Write(pdf.AddPage(PageSize.A4), font, 60, 600, $"Page {number} has a paragraph of its own that nothing else on the other", "pages repeats, long enough to be text.");
        var document = Assert.IsType<PdfReading.Document>(await ReadAsync(pdf.Build(), new() { MaxPdfPages = 2 }));
        Assert.Contains("Page 1", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Page 2", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stage_reads_a_pdf_served_under_any_label_and_keeps_it()
    {
        using var bench = new ExtractArticleBench();
        var pdf = new PdfDocumentBuilder();
        Write(pdf.AddPage(PageSize.A4), pdf.AddStandard14Font(Standard14Font.Helvetica), 60, 600, Release);
        bench.Web.Answer(Address, Web.Page(Address, pdf.Build(), "text/html"));
        var article = await bench.HandleAsync(Address, "Title in the feed");
        Assert.Equal(("Title in the feed", string.Join(' ', Release)), (article.Content!.Title, article.Content.Text));
        Assert.EndsWith(".pdf.gz", article.Content.Page, StringComparison.Ordinal);

        bench.Web.Answer(Address + "?2", Web.Page(Address + "?2", "%PDF-1.7 nothing"u8.ToArray(), "application/pdf"));
        Assert.StartsWith("unreadable: PDF: ", (await bench.HandleAsync(Address + "?2")).Problem!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tokyo, 8 January 2017", "2017-01-08")]
    [InlineData("January 8th, 2017 - Tokyo", "2017-01-08")]
    [InlineData("Paris, le 8 janvier 2017", "2017-01-08")]
    [InlineData("Berlin, den 8. Januar 2017", "2017-01-08")]
    [InlineData("Madrid, 8 de enero de 2017", "2017-01-08")]
    [InlineData("Warszawa, 8 stycznia 2017 r.", "2017-01-08")]
    [InlineData("Москва, 8 января 2017 года", "2017-01-08")]
    [InlineData("平成29年 2017年1月8日", "2017-01-08")]
    [InlineData("2017년 1월 8일", "2017-01-08")]
    [InlineData("Date: 2017-01-08", "2017-01-08")]
    [InlineData("Wien, 08.01.2017", "2017-01-08")]
    [InlineData("31 February 2017, then 8 January 2017", "2017-01-08")]
    [InlineData("Resolution 1325 of 2000 page 12", null)]
    public void Written_dates_are_read(string text, string? date)
        => Assert.Equal(date, PdfDates.First(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A clock whose timers are due at once.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback(state);
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private static void Write(PdfPageBuilder page, PdfDocumentBuilder.AddedFont font, double left, double top, params string[] lines)
    {
        for (var line = 0; line < lines.Length; line++)
            page.AddText(lines[line], 11, new PdfPoint(left, top - (line * 14)), font);
    }

    private static Task<PdfReading> ReadAsync(byte[] pdf, ExtractArticleOptions? options = null)
        => new PdfReader(Options.Create(options ?? new()), new FakeTimeProvider(new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.Zero))).ReadAsync(pdf, default);
}
