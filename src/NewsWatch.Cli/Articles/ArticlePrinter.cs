using System.Text.Encodings.Web;
using System.Text.Json;
using NewsWatch.ClassifyArticle;
using NewsWatch.Cli.Classify;
using NewsWatch.Cli.Output;
using NewsWatch.Storage;
using Spectre.Console;

namespace NewsWatch.Cli.Articles;

/// <summary>One stored article: whence it is, what became of it, and its text with the evidence marked.</summary>
internal static class ArticlePrinter
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Print(Article article, IAnsiConsole console)
    {
        var mention = article.Mentions[0];
        Line("article", article.Id);
        Line("address", article.Address.AbsoluteUri);
        var why = article.DuplicateOf is { } of ? $" of {of}" : article.Reason is { } reason ? $": {reason}" : "";
        Line("state", ArticleStateWord.Of(article.State) + why);
        Line("site", article.Content?.Site ?? mention.FeedTitle);
        Line("published", Times.Minute(article.Content?.Published ?? mention.Published));
        Line("found", Times.Minute(article.FoundAt));
        Line("language", article.Content?.Language);
        Line("filed", string.Join(", ", article.FiledUnder));
        Line("revisions", article.Revisions.Count == 0 ? null : $"{article.Revisions.Count} before this one");
        foreach (var decision in article.Decisions.Where(decision => decision.TakenBack is null))
            Line(
                "decided", $"{WireName.Of(decision.Verdict)} by {decision.By}{(decision.Reason.Length > 0 ? $": {decision.Reason}" : "")}");
        console.WriteLine();
        if (article is { Content: { } content, Classification: { } verdict })
            VerdictPrinter.Print(console, Input(content), verdict);
        else
            console.WriteLine(Outside.Text($"{article.Content?.Title ?? mention.Title}\n{article.Content?.Text ?? mention.Summary}"));

        void Line(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                console.WriteLine($"{name + ":",-11}{Outside.Line(value)}");
        }
    }

    /// <summary>The article as it is stored, with the words of each piece of evidence.</summary>
    public static void WriteJson(Article article)
    {
        var json = JsonSerializer.SerializeToNode(article, NewsWatchJson.Default.Article)!;
        if (article is { Content: { } content, Classification: { } verdict })
            foreach (var (agreement, node) in verdict.Agreements.Zip(json["classification"]!["agreements"]!.AsArray()))
                CorpusClassifier.Quote(agreement, node!, Input(content));
        Screen.Out.WriteLine(json.ToJsonString(Indented));
    }

    private static ClassifierInput Input(ArticleContent content)
        => new(content.Title, content.Text) { Language = content.Language, Published = content.Published };
}
