using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsWatch.Text.Decoding;

namespace NewsWatch.Text.Html;

/// <summary>
/// Markup from outside to a tree, within bounds of size, nesting and number of elements, and cancellable while it is parsed: the one way
/// to a tree.
/// </summary>
public static class BoundedHtml
{
    /// <summary>
    /// Most <c>base</c> elements of a page, of which the first alone counts (HTML, 4.2.3): the parser goes through the whole tree at each.
    /// </summary>
    private const int MaxBases = 16;

    /// <summary>Elements between two looks at the cancellation.</summary>
    private const int Stride = 256;

    /// <summary>What is read of the document a body holds, its links against the address it came from, within a bound of time.</summary>
    /// <param name="body">After decompression.</param>
    /// <param name="contentType">The header's value; null where there was none.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="clock">Measures the time.</param>
    /// <param name="read">Reads the document, until its token is cancelled.</param>
    /// <param name="refused">Made of one line that says why there is no document, or that reading it took too long.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static T Read<T>(
        ReadOnlyMemory<byte> body,
        string? contentType,
        Uri address,
        TimeProvider clock,
        Func<IHtmlDocument, CancellationToken, T> read,
        Func<string, T> refused,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(refused);
        return TimeBound.Read(Bound.Markup.Time, clock, Document, refused, cancellation);

        T Document(CancellationToken stop)
        {
            var (parsed, refusal) = Parse(PageDecoder.Decode(body.Span, contentType), stop);
            if (parsed is null)
                return refused(refusal!);
            using var document = parsed;
            Locate(document, address);
            return read(document, stop);
        }
    }

    /// <summary>The document, or in one line why it is refused.</summary>
    /// <param name="html">Decoded markup.</param>
    /// <param name="cancellation">Stops the parse.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static (IHtmlDocument? Document, string? Refusal) Parse(string html, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (html.Length > Bound.Markup.Characters)
            return (null, $"larger than {Bound.Markup.Characters / 1024 / 1024} million characters");
        if (Nesting.Of(html) > Bound.Markup.Nesting)
            return (null, $"elements nested more than {Bound.Markup.Nesting} deep");
        var (left, bases) = (Bound.Markup.Elements, MaxBases);
        var parser = new HtmlParser(new HtmlParserOptions
        {
            SkipComments = true,
            DisableElementPositionTracking = true,
            MaximumDepth = Bound.Markup.Depth,
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
            return (null, left < 0 ? $"more than {Bound.Markup.Elements} elements" : $"more than {MaxBases} base elements");
        }
    }

    /// <summary>Links resolve against the page's address, or the base that it names (HTML, 4.2.3).</summary>
    private static void Locate(IHtmlDocument document, Uri address)
    {
        if (document.QuerySelector("base[href]") is not { } origin)
        {
            origin = document.CreateElement("base");
            document.Head!.Prepend(origin);
        }
        var href = Uri.TryCreate(address, origin.GetAttribute("href"), out var named) ? named : address;
        origin.SetAttribute("href", href.AbsoluteUri);
    }

    /// <summary>The parser can be stopped from a callback only by throwing; it never leaves this class.</summary>
    private sealed class TooManyElementsException : Exception;
}
