using NewsWatch.Calendar;

namespace NewsWatch.ClassifyArticle.Words;

/// <summary>Where a sentence ends.</summary>
internal static class SentenceEnds
{
    /// <summary>Spaces and marks that are looked over for what follows: a line of dots that has more is no sentence to its end.</summary>
    private const int MostSkipped = 100;

    /// <summary>True where the mark at <paramref name="at"/> ends a sentence.</summary>
    public static bool At(ReadOnlySpan<char> text, int at)
    {
        switch (text[at])
        {
            case '。' or '！' or '？' or '؟' or '۔' or '\u2029':
                return true;
            case '\n' or '\r':
                return !IsWrapped(text, at);
            case '!' or '?':
                return Opens(text, at + 1);
            case '.':
                return Opens(text, at + 1) && !Abbreviates(text, at);
            default:
                return false;
        }
    }

    /// <summary>Old releases break their lines at a width: a line that goes on with a small letter, right after another, goes on with its sentence.</summary>
    private static bool IsWrapped(ReadOnlySpan<char> text, int at)
    {
        var next = at + 1;
        if (text[at] == '\r' && next < text.Length && text[next] == '\n')
            next++;
        while (next < text.Length && text[next] == ' ')
            next++;
        return next < text.Length && char.IsLower(text[next]);
    }

    /// <summary>After the mark come closing quotes, then a space, then no small letter.</summary>
    private static bool Opens(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is '"' or '\'' or '”' or '’' or '»' or ')' or ']')
            at++;
        if (at >= text.Length)
            return true;
        if (!char.IsWhiteSpace(text[at]))
            return false;
        var most = Math.Min(text.Length, at + MostSkipped);
        while (at < most && (char.IsWhiteSpace(text[at]) || char.IsPunctuation(text[at])))
            at++;
        return at >= most || !char.IsLower(text[at]);
    }

    /// <summary>A single letter ("J. Smith", "U.S. troops") or a short title or month ("Gen. Park", "Jan. 5") goes on.</summary>
    private static bool Abbreviates(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && char.IsLetter(text[start - 1]) && at - start < 8)
            start--;
        var word = text[start..at];
        if (word.Length == 1)
            return char.IsUpper(word[0]) && !(start > 1 && text[start - 1] == '.' && FollowedByCapitalisedSentence(text, at));
        if (word.Length is 0 or > 5)
            return word.Length == 0 && OrdinalDay.EndsAt(text, at);
        foreach (var known in Known)
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>After initials such as "U.S." a new sentence is taken to begin only at a word that commonly opens one.</summary>
    private static bool FollowedByCapitalisedSentence(ReadOnlySpan<char> text, int at)
    {
        var rest = text[Math.Min(at + 1, text.Length)..].TrimStart();
        foreach (var opener in Openers)
            if (rest.StartsWith(opener, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static readonly string[] Openers = ["The ", "It ", "In ", "On ", "A ", "An ", "This ", "But ", "He ", "She ", "They ", "Under ", "Both "];

    private static readonly string[] Known =
    [
        "Mr", "Mrs", "Ms", "Dr", "Gen", "Col", "Maj", "Capt", "Lt", "Adm", "Sgt", "Brig", "Cmdr", "Sen", "Rep", "Gov", "Prof", "St", "Jr", "Sr",
        "Hon", "Amb", "Sec", "Pres", "No", "Art", "Nr", "vs", "al", "etc", "Inc", "Ltd", "Corp", "Co", "approx", "Jan", "Feb", "Mar", "Apr",
        "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mme", "M", "Sr", "Sra", "Dra", "gen", "ppłk", "płk", "dr", "ul", "tzw",
        "bzw", "rd", "ca", "Abs", "Bn", "mld", "mln", "г", "гг", "им", "ген", "тыс", "млн", "млрд", "т", "ст",
    ];
}
