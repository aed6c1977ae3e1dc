using Microsoft.Extensions.Options;
using NewsWatch.Text;
using NewsWatch.Text.Html;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace NewsWatch.ExtractArticle.Documents;

/// <summary>
/// Text of PDF press releases. Bounded in pages and time, and in what it is made to unpack and draw (<see cref="PdfBudget"/>): a document
/// that takes too long is answered for at once, and ends on its thread with the stream, operation or letter it is at.
/// </summary>
internal sealed class PdfReader(IOptions<ExtractArticleOptions> options, TimeProvider clock)
{
    private const int FewestLetters = 80;

    /// <summary>Reads a document; what is wrong with it is a result, not an exception.</summary>
    public async Task<PdfReading> ReadAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(options.Value.MaxPdfTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await Task.Run(() => Read(bytes, either.Token), either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new PdfReading.Unreadable($"PDF: takes longer than {options.Value.MaxPdfTime.TotalSeconds:0} s to read");
        }
    }

    /// <summary>Reads a document on this thread, within no time but the cancellation's, which is looked at between two pages.</summary>
    internal PdfReading Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            var parsing = new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = Bound.Pdf.Depth,
                FilterProvider = new PdfBudget(cancellation),
            };
            using var document = PdfDocument.Open(bytes.ToArray(), parsing);
            document.AddPageFactory<PdfPage, PdfPageFactory>();
            return Read(document, cancellation);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new PdfReading.Unreadable("PDF: encrypted, a password is needed");
        }
        catch (Exception failure) when (failure is PdfBudgetException || failure.GetBaseException() is PdfBudgetException)
        {
            return new PdfReading.Unreadable($"PDF: too much ({failure.GetBaseException().Message})");
        }
        // The library tells a malformed file by exceptions of many kinds.
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new PdfReading.Unreadable(Bound.Cut($"PDF: malformed ({OneLine.Of(failure.Message)})", Bound.Line));
        }
    }

    private PdfReading Read(PdfDocument document, CancellationToken cancellation)
    {
        var pages = new List<IReadOnlyList<PdfBlock>>();
        var pictures = false;
        for (var number = 1; number <= Math.Min(document.NumberOfPages, options.Value.MaxPdfPages); number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var page = document.GetPage<PdfPage>(number);
            pictures |= page.HasPictures;
            cancellation.ThrowIfCancellationRequested();
            pages.Add(PdfLayout.Blocks(page));
        }
        var blocks = PdfLayout.WithoutRunningHeads(pages);
        var text = string.Join('\n', PdfParagraphs.Of(blocks));
        if (text.Count(char.IsLetter) < FewestLetters)
            return new PdfReading.Unreadable(pictures ? "PDF: scanned, pictures without text" : "PDF: no text");
        var title = PdfProperties.Title(document.Information, blocks);
        return new PdfReading.Document(
            title,
            PdfProperties.WithoutTitle(text, title),
            PdfProperties.Published(document.Information, text, clock.GetUtcNow()),
            PdfProperties.Author(document.Information));
    }
}
