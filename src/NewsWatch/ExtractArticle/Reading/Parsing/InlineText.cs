using AngleSharp.Dom;

namespace NewsWatch.ExtractArticle.Reading.Parsing;

/// <summary>Text that stands elsewhere than in an element's own text: in a picture of an initial, twice for two audiences.</summary>
internal static class InlineText
{
    private const int LongestInitial = 2;

    /// <summary>
    /// The text of a picture that shows a word's first letter, where the word goes on in small letters right behind it; else nothing.
    /// </summary>
    public static string? InitialOf(IElement image)
        => image.GetAttribute("alt")?.Trim() is { Length: > 0 and <= LongestInitial } letter && char.IsUpper(letter[^1])
            && Next(image) is IText { Data: [var first, ..] } && char.IsLower(first)
            ? letter
            : null;

    /// <summary>
    /// True for text meant for screen readers alone that its neighbours show as well, cut up by letters and hidden from those readers, as
    /// initials are made accessible.
    /// </summary>
    public static bool IsSaidTwice(IElement element)
    {
        if (element.ParentElement is not { } parent)
            return false;
        var shown = string.Concat(parent.Children.Where(child => child.GetAttribute("aria-hidden") is "true").Select(child => child.TextContent));
        return shown.Length > 0 && Bare(shown) == Bare(element.TextContent);
    }

    /// <summary>The next node of the same line of text.</summary>
    private static INode? Next(INode node)
    {
        var at = node;
        while (at.NextSibling is null && at.Parent is IElement parent && !Tags.IsBlock(Tags.Of(parent.LocalName)))
            at = parent;
        return at.NextSibling;
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
