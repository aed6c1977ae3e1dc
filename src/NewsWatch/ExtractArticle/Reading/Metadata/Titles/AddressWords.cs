using System.Globalization;
using System.Text;

namespace NewsWatch.ExtractArticle.Reading.Metadata.Titles;

/// <summary>The words of an address's last long part, which many sites make from the title when the article is first saved.</summary>
internal sealed class AddressWords
{
    private const int LeastWords = 3;
    private readonly string words;

    private AddressWords(IEnumerable<string> words) => this.words = string.Concat(words);

    /// <summary>Null where no part of the path has three words.</summary>
    public static AddressWords? Of(Uri? address)
    {
        if (address is null)
            return null;
        List<string> best = [];
        foreach (var segment in Uri.UnescapeDataString(address.AbsolutePath).Split('/'))
        {
            var parts = Fold(segment).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsNumber(part)).ToList();
            if (parts.Count(part => part.Length > 1 && part.All(char.IsLetter)) > best.Count)
                best = parts;
        }
        return best.Count < LeastWords ? null : new(best);
    }

    /// <summary>True where the words are the title's, but for a number or a word of the system's.</summary>
    public bool Are(string title)
    {
        var mine = Fold(title).Replace(" ", "", StringComparison.Ordinal);
        return mine.Length >= 12 && words.Contains(mine, StringComparison.Ordinal) && mine.Length >= 0.85 * words.Length;
    }

    /// <summary>True for the number a system gives, with its prefix, and for endings of files.</summary>
    private static bool IsNumber(string part) => part is "html" or "htm" or "php" or "aspx" || part.Count(char.IsDigit) >= 5;

    /// <summary>Small Latin letters without their marks, as addresses spell them; ä, ae and a are one, for sites differ.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is '\'' or '’' or '‘' or '\u00ad')
                continue;
            folded.Append(char.ToLowerInvariant(c) switch
            {
                'ø' or 'œ' => "o",
                'æ' => "a",
                'ß' => "ss",
                'ł' => "l",
                'ı' => "i",
                'đ' or 'ð' => "d",
                var other => char.IsLetterOrDigit(other) ? other.ToString() : " ",
            });
        }
        return folded.Replace("ae", "a").Replace("oe", "o").Replace("ue", "u").ToString();
    }
}
