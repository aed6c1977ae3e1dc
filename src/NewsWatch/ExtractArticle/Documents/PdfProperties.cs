using System.Text.RegularExpressions;
using NewsWatch.Text.Html;
using UglyToad.PdfPig.Content;

namespace NewsWatch.ExtractArticle.Documents;

/// <summary>Title, author and date of a PDF: what its pages show before what its properties claim, which are often the template's.</summary>
internal static partial class PdfProperties
{
    private const int LongestTitle = 250;
    private const int ShortestTitle = 10;
    private const double HeadingToBody = 1.15;
    private const int HeadOfText = 800;

    /// <summary>
    /// The title property if the first page shows it too, else the largest heading there, else the property if it is a title; null where
    /// there is none of them.
    /// </summary>
    public static string? Title(DocumentInformation properties, IReadOnlyList<PdfBlock> blocks)
    {
        var property = OneLine.Of(properties.Title) ?? "";
        var body = TypicalHeight(blocks);
        var heading = blocks.Where(block => block.Page == 1 && block.Height >= body * HeadingToBody && IsTitle(Line(block)))
            .MaxBy(block => block.Height);
        var believable = IsTitle(property) && !FileName().IsMatch(property) ? property : null;
        var isShown = believable is not null && blocks.Any(block => block.Page == 1 && !block.AtEdge && Line(block) == believable);
        return isShown || heading is null ? believable : Line(heading);
    }

    /// <summary>The text without its first paragraph where that is the title.</summary>
    public static string WithoutTitle(string text, string? title)
        => title is not null && text.StartsWith(title + "\n", StringComparison.Ordinal) ? text[(title.Length + 1)..] : text;

    /// <summary>A date in the first lines, else the day the file was made; null where neither can be.</summary>
    public static DateTimeOffset? Published(DocumentInformation properties, string text, DateTimeOffset now)
    {
        var written = PdfDates.First(text[..Math.Min(HeadOfText, text.Length)]);
        var made = properties.GetCreatedDateTimeOffset();
        return new[] { written, made }.FirstOrDefault(date => date is { Year: >= 1990 } && date <= now.AddDays(2));
    }

    /// <summary>Author property; null where it is empty or not of letters.</summary>
    public static string? Author(DocumentInformation properties)
        => OneLine.Of(properties.Author) is { Length: > 2 and < 100 } author && author.Any(char.IsLetter) ? author : null;

    private static double TypicalHeight(IReadOnlyList<PdfBlock> blocks)
    {
        var letters = blocks.Sum(Letters) / 2;
        foreach (var block in blocks.OrderBy(block => block.Height))
            if ((letters -= Letters(block)) <= 0)
                return block.Height;
        return 0;
    }

    private static int Letters(PdfBlock block) => block.Lines.Sum(line => line.Length);

    private static string Line(PdfBlock block) => PdfParagraphs.Of([block]) is [var line] ? line : "";

    private static bool IsTitle(string text) => text.Length is >= ShortestTitle and <= LongestTitle && text.Any(char.IsLetter);

    [GeneratedRegex(@"^Microsoft (Word|PowerPoint)|\.(docx?|pdf|indd|pptx?|odt|rtf|qxd)\s*$|^untitled", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
