namespace NewsWatch.Review.Search;

/// <summary>
/// The search box: words, <c>"phrases"</c>, <c>begin*</c>, <c>-without</c>, and filters as <c>party:japan stage:signed feed:"Harbour wire"</c>.
/// Nothing typed is an error: what is no filter is words.
/// </summary>
internal static class SearchSyntax
{
    private const int MostTerms = 16;

    /// <summary>Puts what the text of a query says into its filters, and its words into its terms.</summary>
    public static SearchQuery Apply(SearchQuery query, DateTimeOffset now)
    {
        var reader = new FilterReader(now) { Query = query };
        var terms = new List<SearchTerm>();
        var own = new List<string>();
        foreach (var (name, value, isQuoted, isExcluded) in Parts(query.Text.Replace('：', ':')))
        {
            if (name is not null && !isExcluded && reader.Read(name.ToLowerInvariant(), value))
                continue;
            var typed = name is null ? value : $"{name} {value}";
            string[] words = [.. SearchWords.Of(typed).Select(word => word.Text)];
            if (words.Length == 0 || terms.Count >= MostTerms)
                continue;
            terms.Add(new(words, !isQuoted && value.EndsWith('*'), isExcluded));
        }
        if (terms.Count > 0 && terms.TrueForAll(term => term.Excludes))
        {
            own.Add("A search needs a word to look for beside those left out.");
            terms.Clear();
        }
        var read = reader.Query;
        return read with { Terms = terms, Faults = [.. query.Faults, .. read.Faults, .. own] };
    }

    private static IEnumerable<(string? Name, string Value, bool IsQuoted, bool IsExcluded)> Parts(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var isExcluded = text[at] == '-' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            if (isExcluded)
                at++;
            var start = at;
            while (at < text.Length && char.IsAsciiLetter(text[at]))
                at++;
            var name = at > start && at + 1 < text.Length && text[at] == ':' && !char.IsWhiteSpace(text[at + 1]) ? text[start..at] : null;
            at = name is null ? start : at + 1;
            var isQuoted = text[at] is '"' or '“' or '„';
            var end = isQuoted ? text.AsSpan(at + 1).IndexOfAny('"', '”', '“') : text.AsSpan(at).IndexOfAny(" \t\r\n\u3000");
            var from = isQuoted ? at + 1 : at;
            var to = end < 0 ? text.Length : from + end;
            if (to > from)
                yield return (name, text[from..to], isQuoted, isExcluded);
            at = isQuoted ? to + 1 : to;
        }
    }
}
