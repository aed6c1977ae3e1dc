namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>What the model is told: <c>instructions.txt</c>, with the types and stages filled in.</summary>
internal static class Instructions
{
    private const string Resource = "NewsWatch.ClassifyArticle.SecondReader.instructions.txt";

    /// <summary>The whole text.</summary>
    public static string Text { get; } = Read()
        .Replace("{types}", string.Join(", ", WireName.All<AgreementType>()), StringComparison.Ordinal)
        .Replace("{stages}", string.Join(", ", WireName.All<AgreementStage>()), StringComparison.Ordinal);

    /// <summary>The article as the model gets it: title, blank line, text, cut to a length.</summary>
    public static string Article(ClassifierInput article, int mostCharacters)
    {
        var whole = article.Title.Length == 0 || article.Text.StartsWith(article.Title, StringComparison.Ordinal)
            ? article.Text
            : $"{article.Title}\n\n{article.Text}";
        if (whole.Length <= mostCharacters)
            return whole;
        return whole[..(char.IsHighSurrogate(whole[mostCharacters - 1]) ? mostCharacters - 1 : mostCharacters)];
    }

    private static string Read()
    {
        using var stream = typeof(Instructions).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
