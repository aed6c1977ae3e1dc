using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsWatch.Text.Html;

/// <summary>
/// Markup from outside to a tree, within bounds of size, nesting and number of elements, and cancellable while it is parsed: the one way
/// to a tree in this assembly.
/// </summary>
internal static class BoundedHtml
{
    /// <summary>Most characters of a page: the largest real news pages, scripts and all, have about a third.</summary>
    public const int MaxCharacters = 16 * 1024 * 1024;

    /// <summary>
    /// Most elements of a page; markup that opens formatting and never closes it can make the parser create them without end.
    /// </summary>
    public const int MaxElements = 250_000;

    /// <summary>
    /// Most <c>base</c> elements of a page, of which the first alone counts (HTML, 4.2.3): the parser goes through the whole tree at each.
    /// </summary>
    private const int MaxBases = 16;

    /// <summary>Elements nested deeper become siblings: trees that deep come from broken or hostile markup only.</summary>
    private const int MaxDepth = 400;

    /// <summary>Elements between two looks at the cancellation.</summary>
    private const int Stride = 256;

    /// <summary>The document, or in one line why it is refused.</summary>
    /// <param name="html">Decoded markup.</param>
    /// <param name="cancellation">Stops the parse.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static (IHtmlDocument? Document, string? Refusal) Parse(string html, CancellationToken cancellation = default)
    {
        if (html.Length > MaxCharacters)
            return (null, $"larger than {MaxCharacters / 1024 / 1024} million characters");
        if (Nesting.Of(html) > Nesting.Deepest)
            return (null, $"elements nested more than {Nesting.Deepest} deep");
        var (left, bases) = (MaxElements, MaxBases);
        var parser = new HtmlParser(new HtmlParserOptions
        {
            SkipComments = true,
            DisableElementPositionTracking = true,
            MaximumDepth = MaxDepth,
            OnCreated = (element, _) =>
            {
                if (--left < 0 || (element is IHtmlBaseElement && --bases < 0))
                    throw new TooManyElementsException();
                if (left % Stride == 0)
                    cancellation.ThrowIfCancellationRequested();
            },
        });
        try
        {
            return (parser.ParseDocument(html), null);
        }
        catch (TooManyElementsException)
        {
            return (null, left < 0 ? $"more than {MaxElements} elements" : $"more than {MaxBases} base elements");
        }
    }

    /// <summary>The parser can be stopped from a callback only by throwing; it never leaves this class.</summary>
    private sealed class TooManyElementsException : Exception;
}
