using System.Text.Json;
using NewsWatch.Cli.Output;
using NewsWatch.Review.Search;

namespace NewsWatch.Cli.Articles;

/// <summary>Articles that were found, as a list or as JSON.</summary>
internal static class ArticleList
{
    public static void Print(FoundArticles found, Screen screen)
    {
        var list = new Listing(
            new("Article"),
            new("Published"),
            new("State"),
            new("Tells") { Gives = true },
            new("Title") { Gives = true },
            new("Site") { Gives = true });
        foreach (var article in found.Articles)
            list.Add(
                article.Id,
                Times.Day(DateOnly.FromDateTime(article.Published.UtcDateTime)),
                article.Verdict is { } verdict ? WireName.Of(verdict) : ArticleStateWord.Of(article.State),
                string.Join("; ", article.Claims.Where(claim => !claim.Denies).Select(Words)),
                article.Title,
                article.Site);
        list.Print(screen);
    }

    public static void WriteJson(FoundArticles found) => JsonOutput.Write(json =>
    {
        json.WriteNumber("total", found.Total);
        json.WriteStartArray("articles");
        foreach (var article in found.Articles)
            Write(json, article);
        json.WriteEndArray();
    });

    private static string Words(Claim claim) => $"{WireName.Of(claim.Type)} {string.Join('-', claim.Parties)} {WireName.Of(claim.Stage)}";

    private static void Write(Utf8JsonWriter json, InboxArticle article)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Id);
        json.WriteString("title", article.Title);
        json.WriteString("address", article.Shown.Address.AbsoluteUri);
        json.WriteString("site", article.Site);
        json.WriteString("language", article.Language);
        json.WriteString("state", WireName.Of(article.State));
        json.WriteString("published", article.Published);
        json.WriteString("found", article.Found);
        json.WriteBoolean("borderline", article.Borderline);
        json.WriteString("verdict", article.Verdict is { } verdict ? WireName.Of(verdict) : null);
        json.WriteString("quote", article.Shown.Proof);
        json.WriteStartArray("claims");
        foreach (var claim in article.Claims)
        {
            json.WriteStartObject();
            json.WriteString("type", WireName.Of(claim.Type));
            json.WriteStartArray("parties");
            foreach (var party in claim.Parties)
                json.WriteStringValue(party);
            json.WriteEndArray();
            json.WriteString("stage", WireName.Of(claim.Stage));
            json.WriteBoolean("background", claim.Background);
            json.WriteBoolean("denies", claim.Denies);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
