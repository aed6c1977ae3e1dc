using Microsoft.Extensions.Options;
using NewsWatch.ExtractArticle;
using NewsWatch.ExtractArticle.Documents;

namespace NewsWatch.Fuzz.Targets;

/// <summary>A PDF, from its bytes to paragraphs.</summary>
internal sealed class PdfTarget : IFuzzTarget
{
    private readonly PdfReader reader = new(Options.Create(new ExtractArticleOptions()), FixedClock.Instance);

    public string Name => "pdf";

    public string Dictionary => "pdf";

    public int Longest => 64 * 1024;

    public TimeSpan Bound => TimeSpan.FromSeconds(3);

    public void Read(byte[] input)
    {
        switch (reader.Read(input, CancellationToken.None))
        {
            case PdfReading.Document document:
                Promise.Line(document.Title, 250, "a title");
                Promise.Line(document.Author, 100, "an author");
                Promise.Text(document.Text, int.MaxValue, "a document's text");
                Promise.That(
                    document.Published is null || (document.Published.Value.Year >= 1990 && document.Published <= FixedClock.Now.AddDays(2)),
                    $"a date is neither absurd nor of the future: {document.Published:O}");
                break;
            case PdfReading.Unreadable unreadable:
                Promise.Line(unreadable.Reason, NewsWatch.Text.Bound.Line, "a reason");
                break;
        }
    }
}
