using System.Globalization;
using NewsWatch.ExtractArticle;
using NewsWatch.ExtractArticle.Stories;

namespace NewsWatch.Benchmarks.Growth;

/// <summary>
/// Articles as the pipeline leaves them, a thousand a day: of a hundred, two report an agreement, two name one by the way, eight are duplicates,
/// five could not be read, four are reprints of one before. The same for the same number of articles, but for the days.
/// </summary>
internal sealed class InventedNewsroom(int articles, DateTimeOffset end)
{
    /// <summary>Articles a day.</summary>
    public const int ADay = 1000;

    private const int Sites = 400;
    private const string Rule = "invented.sentence";

    private static readonly string[] Languages = ["en", "en", "en", "en", "ja", "fr", "es", "de", "ar", "pl"];

    private readonly Random random = new(7);

    /// <summary>The articles, the first found first.</summary>
    public IEnumerable<Article> Articles()
    {
        var words = new InventedWords(random);
        var pacts = new InventedPacts(random, articles);
        Article? before = null;
        for (var number = 0; number < articles; number++)
        {
            var found = end.AddDays(-(articles - number) / (double)ADay);
            var article = random.Next(100) switch
            {
                < 2 => Telling(number, found, pacts.News(number), words, isNews: true),
                < 4 => Telling(number, found, pacts.Background(), words, isNews: false),
                < 12 when before is not null => Other(number, found, words) with { State = ArticleState.Duplicate, DuplicateOf = before.Id, Content = null },
                < 16 => Other(number, found, words) with { State = ArticleState.Blocked, Reason = "robots" },
                < 17 => Other(number, found, words) with { State = ArticleState.Gone, Reason = "404" },
                < 21 when before is not null => Reprint(number, found, before),
                _ => Other(number, found, words),
            };
            if (article.State == ArticleState.NotFlagged && article.Story is null)
                before = article;
            yield return article;
        }
    }

    /// <summary>What an article that nothing is told of says, with a text of its own.</summary>
    public static ArticleContent Content(string title, string text, DateTimeOffset found, string site, string language) => new()
    {
        Hash = ContentHash.Of(title, text),
        Title = title,
        Text = text,
        ReadAt = found,
        Origin = TextOrigin.Page,
        Language = language,
        Published = found.AddMinutes(-40),
        Site = site,
        Signature = MinHash.Of(text)?.ToString(),
    };

    private Article Telling(
        int number, DateTimeOffset found, (AgreementType Type, IReadOnlyList<string> Parties, AgreementStage Stage) told, InventedWords words, bool isNews)
    {
        var sentence = AgreementWording.Sentence(told.Type, told.Parties, told.Stage) + ".";
        var article = Of(number, found, isNews ? sentence : words.Title(), $"{words.Text(20)} {sentence} {words.Text(80)}");
        var start = article.Content!.Text.IndexOf(sentence, StringComparison.Ordinal);
        var agreement = new FoundAgreement(
            told.Type, AgreementWording.Name(told.Type), told.Parties, told.Stage, null, [new(start, start + sentence.Length, Rule)])
        {
            Background = !isNews,
        };
        return article with
        {
            State = isNews ? ArticleState.Flagged : ArticleState.Mentions,
            Classification = new(isNews, 0.9, [agreement], "invented") { Mentions = true, Revision = article.Content.Hash },
        };
    }

    private Article Other(int number, DateTimeOffset found, InventedWords words)
    {
        var article = Of(number, found, words.Title(), words.Text(60 + random.Next(80)));
        return article with { State = ArticleState.NotFlagged, Classification = new(false, 0.01, [], "invented") { Revision = article.Content!.Hash } };
    }

    private Article Reprint(int number, DateTimeOffset found, Article before)
    {
        var article = Of(number, found, before.Content!.Title, before.Content.Text);
        return article with
        {
            State = ArticleState.NotFlagged,
            Story = before.Id,
            Classification = new(false, 0.01, [], "invented") { Revision = article.Content!.Hash },
        };
    }

    private Article Of(int number, DateTimeOffset found, string title, string text)
    {
        var site = string.Create(CultureInfo.InvariantCulture, $"Outlet {number % Sites}");
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://news{number % Sites}.example/{number}"));
        var print = string.Create(CultureInfo.InvariantCulture, $"print-{number}");
        return new()
        {
            Id = ArticleId.Of(address),
            Address = address,
            FoundAt = found,
            Mentions = [new(string.Create(CultureInfo.InvariantCulture, $"feed-{number % Sites}"), site, address, title, "", found.AddMinutes(-40), print)],
            ReadFor = [print],
            Content = Content(title, text, found, site, Languages[random.Next(Languages.Length)]),
        };
    }
}
