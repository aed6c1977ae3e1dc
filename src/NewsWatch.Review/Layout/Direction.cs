using System.Collections.Frozen;

namespace NewsWatch.Review.Layout;

/// <summary>Which way a language is written, for whole rows and texts: a line that begins with a Latin name would mislead the browser.</summary>
internal static class Direction
{
    private static readonly FrozenSet<string> RightToLeft = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ku-arab", "ps", "sd", "syr", "ug", "ur", "yi");

    /// <summary>For the <c>dir</c> attribute: <c>rtl</c>, <c>ltr</c>, or <c>auto</c> where the language is not known.</summary>
    /// <param name="language">BCP 47 primary language; null where unknown.</param>
    public static string Of(string? language) => language is null ? "auto" : RightToLeft.Contains(language) ? "rtl" : "ltr";
}
