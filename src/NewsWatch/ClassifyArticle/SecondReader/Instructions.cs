using NewsWatch.Text;

namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>What the model is told: <c>borderline.txt</c> or <c>confirm.txt</c>, with what the answer's fields mean filled in.</summary>
internal static class Instructions
{
    private static readonly string Fields = Read("fields")
        .Replace("{types}", string.Join(", ", WireName.All<AgreementType>()), StringComparison.Ordinal)
        .Replace("{stages}", string.Join(", ", WireName.All<AgreementStage>()), StringComparison.Ordinal);

    private static readonly string Confirmation = Complete("confirm");

    /// <summary>For a borderline article: what agreement does it report, if any?</summary>
    public static string Borderline { get; } = Complete("borderline");

    /// <summary>For what is to be told: does the article say so? Only words of ours go in, none from outside.</summary>
    public static string Confirm(Statement statement) => Confirmation
        .Replace("{type}", WireName.Of(statement.Type), StringComparison.Ordinal)
        .Replace("{parties}", string.Join(", ", statement.Parties), StringComparison.Ordinal)
        .Replace("{stage}", WireName.Of(statement.Stage), StringComparison.Ordinal);

    /// <summary>The article as the model gets it: title, blank line, text, cut to a length.</summary>
    /// <param name="article">The article.</param>
    /// <param name="mostCharacters">Most UTF-16 code units.</param>
    /// <param name="at">The place in the text that must not be cut off: where it lies deep, the text begins before it.</param>
    public static string Article(ClassifierInput article, int mostCharacters, int at = 0)
    {
        var isRepeated = article.Title.Length == 0 || article.Text.StartsWith(article.Title, StringComparison.Ordinal);
        var head = isRepeated ? "" : $"{article.Title}\n\n";
        var room = Math.Max(mostCharacters / 2, mostCharacters - head.Length);
        var first = Math.Clamp(at - (room / 2), 0, Math.Max(0, article.Text.Length - room));
        if (first > 0 && char.IsLowSurrogate(article.Text[first]))
            first++;
        var whole = head + article.Text[first..];
        return Bound.Cut(whole, mostCharacters);
    }

    private static string Complete(string name) => Read(name).Replace("{fields}", Fields, StringComparison.Ordinal);

    private static string Read(string name)
    {
        using var stream = typeof(Instructions).Assembly.GetManifestResourceStream($"NewsWatch.ClassifyArticle.SecondReader.{name}.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
