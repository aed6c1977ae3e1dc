using System.Globalization;

namespace NewsWatch.Notices;

/// <summary>Names of languages for readers.</summary>
internal static class LanguageName
{
    /// <summary>
    /// The English name; the code itself where the system knows none; null for none and for English, which needs no telling.
    /// </summary>
    public static string? Of(string? code)
    {
        if (string.IsNullOrEmpty(code) || code == "en")
            return null;
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}
