namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>Reads <c>instruments.tsv</c>: type, parties parted by spaces, patterns parted by semicolons, source of the name.</summary>
internal static class InstrumentFile
{
    /// <summary>Every pattern with its agreement.</summary>
    /// <exception cref="FormatException">A line has not four columns, or an unknown type; the line is named.</exception>
    public static IEnumerable<(Term Term, string Pattern)> Read(TextReader reader)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line.Split('\t') is not [var typeName, var parties, var patterns, _])
                throw new FormatException($"instruments.tsv line {number}: four columns are wanted");
            var type = WireName.Parse<AgreementType>(typeName)
                ?? throw new FormatException($"instruments.tsv line {number}: there is no type '{typeName}'");
            foreach (var pattern in patterns.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                yield return (
                    new(TermKind.Instrument, typeName, ulong.MaxValue, $"instrument:{typeName}:{pattern}") { Type = type, Parties = parties.Split(' ') },
                    pattern);
        }
    }
}
