using System.Text.Json;

namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>Takes a model's answer only where it holds: quotes that stand in the article, known type, stage and parties.</summary>
internal static class AnswerReader
{
    // Shorter ones stand in any article.
    private const int ShortestQuote = 8;
    private const int MostQuotes = 5;

    /// <summary>What the answer says, or why it does not count.</summary>
    public static SecondReading Read(string answer, ClassifierInput article, string reader, DateTimeOffset at)
    {
        if (Parse(answer) is not { Agreement: { } reports } given)
            return Refuse("the answer is not the JSON that was asked for");
        var finder = new QuoteFinder(article);
        var quotes = new List<Evidence>();
        foreach (var quote in given.Quotes ?? [])
        {
            if (quote is null || quote.Trim().Length < ShortestQuote)
                return Refuse("a quote is too short to prove anything");
            if (finder.Find(quote, reader) is not { } found)
                return Refuse("a quote is not in the article");
            quotes.Add(found);
        }

        if (quotes.Count is 0 or > MostQuotes)
            return Refuse(quotes.Count == 0 ? "the answer quotes nothing" : "the answer quotes too much");
        var accepted = new SecondReading(reader, SecondReadingOutcome.Accepted, at) { Quotes = quotes };
        if (!reports)
            return accepted;
        if (WireName.Parse<AgreementType>(given.Type) is not { } type)
            return Refuse("there is no such type of agreement");
        if (WireName.Parse<AgreementStage>(given.Stage) is not { } stage)
            return Refuse("there is no such stage");
        var parties = given.Parties?.Select(party => party?.Trim().ToUpperInvariant() ?? "").Distinct(StringComparer.Ordinal).ToList() ?? [];
        if (parties.Count < 2 || !parties.TrueForAll(KnownParties.Contains))
            return Refuse("the parties are not two or more known codes");
        var name = given.Name is { } named && finder.Find(named, reader) is { } place ? Words(article, place) : "";
        return accepted with { Agreement = new(type, name, parties, stage, null, quotes) };

        SecondReading Refuse(string why) => new(reader, SecondReadingOutcome.Refused, at) { Why = why };
    }

    /// <summary>The outermost object of the answer: many models put a fence or a sentence around it.</summary>
    private static ModelAnswer? Parse(string answer)
    {
        var (start, end) = (answer.IndexOf('{'), answer.LastIndexOf('}'));
        if (start < 0 || end < start)
            return null;
        try
        {
            return JsonSerializer.Deserialize(answer.AsSpan(start, end + 1 - start), ModelAnswerJson.Default.ModelAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Words(ClassifierInput article, Evidence place) => (place.InTitle ? article.Title : article.Text)[place.Start..place.End];
}
