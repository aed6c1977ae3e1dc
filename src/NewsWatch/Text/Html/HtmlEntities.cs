using AngleSharp.Html;

namespace NewsWatch.Text.Html;

/// <summary>The named characters of HTML.</summary>
internal static class HtmlEntities
{
    private const int LongestName = 32;

    /// <summary>Length of the name after an ampersand with its semicolon, 0 where there is no such name or no semicolon.</summary>
    public static int Find(ReadOnlySpan<char> text, out string characters)
    {
        characters = "";
        var end = text[1..Math.Min(text.Length, LongestName + 2)].IndexOfAnyExcept(Letters);
        if (end <= 0 || text[end + 1] != ';') return 0;
        characters = HtmlEntityProvider.Resolver.GetSymbol(text.Slice(1, end + 1).ToString()) ?? "";
        return characters.Length == 0 ? 0 : end + 2;
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
}
