using System.Buffers;
using System.Collections.Frozen;

namespace NewsWatch.Review.Layout;

/// <summary>Which way a language is written, for whole rows and texts: a line that begins with a Latin name would mislead the browser.</summary>
internal static class Direction
{
    private const int MaxLength = 35;

    private static readonly SearchValues<char> OfTags = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    private static readonly FrozenSet<string> RightToLeft = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ku-arab", "ps", "sd", "syr", "ug", "ur", "yi");

    /// <summary>For the <c>dir</c> attribute: <c>rtl</c>, <c>ltr</c>, or <c>auto</c> where the language is not known.</summary>
    /// <param name="language">BCP 47 primary language; null where unknown.</param>
    public static string Of(string? language) => Tag(language) is not { } tag ? "auto" : RightToLeft.Contains(tag) ? "rtl" : "ltr";

    /// <summary>For the <c>lang</c> attribute: the language as a page or feed gave it, or null for what cannot be a BCP 47 tag.</summary>
    public static string? Tag(string? language)
        => language is { Length: > 1 and <= MaxLength } && !language.AsSpan().ContainsAnyExcept(OfTags) ? language : null;
}
