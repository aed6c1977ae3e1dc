using System.Globalization;

namespace NewsWatch.Review;

/// <summary>Languages in English.</summary>
internal static class LanguageName
{
    /// <summary>English name of a language; the code itself where it is unknown.</summary>
    /// <param name="code">BCP 47.</param>
    public static string Of(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code) is { EnglishName: var name } && !name.StartsWith("Unknown", StringComparison.Ordinal) ? name : code;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}
