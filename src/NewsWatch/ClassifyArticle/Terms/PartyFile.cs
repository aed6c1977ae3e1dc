namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// Reads <c>parties.tsv</c>: code, language (<c>*</c> for all), kind (<c>name</c>, <c>seat</c>, <c>pair</c>) and patterns parted by
/// semicolons. A <c>pair</c> has two or more codes parted by spaces, for the short forms that name them together.
/// </summary>
internal static class PartyFile
{
    /// <summary>Every pattern with its party.</summary>
    /// <param name="languageBit">Bit of a language.</param>
    /// <param name="reader">The file.</param>
    /// <exception cref="FormatException">A line has not four columns, or an unknown kind; the line is named.</exception>
    public static IEnumerable<(Term Term, string Pattern)> Read(Func<string, ulong> languageBit, TextReader reader)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line.Split('\t') is not [var code, var language, var kindName, var patterns])
                throw new FormatException($"parties.tsv line {number}: four columns are wanted");
            var kind = kindName switch
            {
                "name" or "pair" => TermKind.Party,
                "seat" => TermKind.Seat,
                _ => throw new FormatException($"parties.tsv line {number}: there is no kind '{kindName}'"),
            };
            var languages = language == "*" ? ulong.MaxValue : languageBit(language);
            var section = new Term(kind, code, languages, "") { Parties = code.Split(' ') };
            foreach (var pattern in patterns.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                yield return (section with { Rule = $"party:{code}:{pattern}" }, pattern);
        }
    }
}
