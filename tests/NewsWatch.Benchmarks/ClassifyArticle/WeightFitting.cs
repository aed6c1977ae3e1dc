using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Parties;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Verdicts;
using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.Benchmarks.ClassifyArticle;

/// <summary>Fits the weights of one question after the other, each on what the ones before make of the articles.</summary>
/// <param name="all">Labelled records; those without a label report no agreement.</param>
internal sealed class WeightFitting(IReadOnlyList<TrainingRecord> all)
{
    /// <summary>What a second agreement of an article counts as no news: it may be some, and the labels do not say.</summary>
    private const double BesideTheNews = 0.3;

    /// <summary>What a headless or cut article counts.</summary>
    private const double Cut = 0.25;

    /// <summary>What a whole article counts beside a condensed one: there are fewer, and they are what the classifier meets.</summary>
    private const double Whole = 2;

    /// <summary>UTF-16 code units from which a text is a whole article.</summary>
    private const int WholeLength = 1500;

    private readonly List<TrainingRecord> records = [.. all.Where(record => record.Certain)];

    /// <summary>The weights by file name.</summary>
    public Dictionary<string, Dictionary<string, double>> Fit()
    {
        var fitted = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        var parties = fitted["parties"] = ChoiceLearner.Fit([.. records.SelectMany(Parties).Select(Weighted)], 3);
        var composed = Readings(records, parties);
        var types = fitted["type"] = ChoiceLearner.Fit([.. composed.SelectMany(Types).Select(Weighted)], 6);
        var readings = composed.ConvertAll(pair => (pair.Record, Reading: WithTypes(pair.Reading, types)));
        var newsClaims = fitted["news-claim"] = ChoiceLearner.Fit([.. readings.Select(NewsClaim).OfType<Choice>().Select(Weighted)], 5);
        fitted["background-claim"] = ChoiceLearner.Fit([.. readings.SelectMany(BackgroundClaims).Select(Weighted)], 3);
        var table = new WeightTable(newsClaims);
        var cut = Readings(records.Where(record => record.Label is not null).SelectMany(record => record.Variants()), parties)
            .ConvertAll(pair => (pair.Record, Reading: WithTypes(pair.Reading, types)));
        var news = fitted["news"] = ChoiceLearner.Fit([.. readings.SelectMany(pair => News(pair, table, pair.Record.Text.Length >= WholeLength && pair.Record.Label is not null ? Whole : 1)), .. cut.SelectMany(pair => News(pair, table, Cut))], 8);
        var odds = new WeightTable(news);
        fitted["primary"] = ChoiceLearner.Fit([.. readings.Select(pair => Primary(pair, table, odds)).OfType<Choice>().Select(Weighted)], 8);
        var real = fitted["real"] = ChoiceLearner.Fit([.. readings.SelectMany(pair => Real(pair, table))], 3);
        fitted["named"] = ChoiceLearner.Fit([.. readings.Select(pair => Named(pair, table, odds, new(real))).OfType<Choice>()], 1);
        return fitted;
    }

    /// <summary>The weights as the classifier takes them.</summary>
    public static ReadingWeights Table(Dictionary<string, Dictionary<string, double>> fitted) => new(
        new(fitted["parties"]), new(fitted["type"]), new(fitted["primary"]), new(fitted["news-claim"]), new(fitted["background-claim"]), new(fitted["news"]), new(fitted["real"]), new(fitted["named"]));

    private static Choice Weighted(Choice choice)
        => choice with { Weight = choice.Record.Text.Length >= WholeLength ? Whole : 1 };

    private static List<(TrainingRecord Record, ArticleReading Reading)> Readings(IEnumerable<TrainingRecord> records, Dictionary<string, double> parties)
    {
        var table = new WeightTable(parties);
        return [.. records.Select(record => (Record: record, Reading: ArticleReading.Compose(record.Input, AgreementLexicon.Default, table.Of)))
            .Where(pair => pair.Reading is not null).Select(pair => (pair.Record, pair.Reading!))];
    }

    private static ArticleReading WithTypes(ArticleReading reading, Dictionary<string, double> types)
        => reading with { Candidates = TypeReader.Read(reading, new WeightTable(types).Of) };

    private static IEnumerable<Choice> Parties(TrainingRecord record)
    {
        if (record.Agreements is not { Count: > 0 } told)
            yield break;
        using var reader = new Reader(record.Input, AgreementLexicon.Default);
        var text = reader.Read();
        var mentions = new MentionFinder(text).Find();
        var parties = new PartyFinder(text).Find();
        var principal = PrincipalParties.Of(text, parties, mentions);
        var resolver = new PartyResolver(text, parties, principal, _ => 0);
        foreach (var mention in mentions.Where(mention => mention.Parties.Count == 0))
        {
            var alternatives = resolver.Alternatives(mention);
            var worth = alternatives.Select(alternative => alternative.Sets.Sum(set => told.Any(agreement => agreement.IsBetween(set.Codes)
                && (mention.Naming < Naming.Described || TypeTraits.Covers(mention.Type, agreement.Type))) ? 1 : -0.7)).ToList();
            var right = worth.ConvertAll(value => value > 0 && value == worth.Max());
            if (right is [true, ..])
                right = [.. right.Select((_, i) => i == 0)];
            if (right.Contains(true) && right.Contains(false))
                yield return new(record, [.. alternatives.Select(alternative => alternative.Features)], right);
        }
    }

    private static IEnumerable<Choice> Types((TrainingRecord Record, ArticleReading Reading) pair)
    {
        var (record, reading) = pair;
        var told = record.Agreements ?? [];
        for (var i = 0; i < told.Count; i++)
        {
            var between = reading.Candidates.Where(candidate => told[i].IsBetween(candidate.Parties)).ToList();
            if (between is not [var candidate] || told.Count(other => other.IsBetween(candidate.Parties)) > 1)
                continue;
            var alternatives = new TypeFeatures(reading, candidate).Alternatives().ToList();
            var right = alternatives.ConvertAll(alternative => i == 0 ? record.IsType(alternative.Type) : told[i].Type == alternative.Type);
            if (right.Contains(true) && right.Contains(false))
                yield return new(record, alternatives.ConvertAll(alternative => alternative.Features), right);
        }
    }

    /// <summary>The candidate that is the article's own news; null where none is.</summary>
    private static Candidate? Own(TrainingRecord record, ArticleReading reading)
        => !record.Positive ? null
            : reading.Candidates.FirstOrDefault(candidate => record.AreParties(candidate.Parties) && record.IsType(candidate.Type))
                ?? reading.Candidates.FirstOrDefault(candidate => record.AreParties(candidate.Parties));

    private static Choice? NewsClaim((TrainingRecord Record, ArticleReading Reading) pair)
        => Own(pair.Record, pair.Reading) is { } own ? Claim(pair.Record, pair.Reading, own, background: false, pair.Record.IsStage) : null;

    private static IEnumerable<Choice> BackgroundClaims((TrainingRecord Record, ArticleReading Reading) pair)
    {
        var (record, reading) = pair;
        foreach (var told in record.Agreements?.Skip(record.Positive ? 1 : 0) ?? [])
            if (reading.Candidates.FirstOrDefault(candidate => told.IsBetween(candidate.Parties) && told.Type == candidate.Type) is { } candidate
                && told.Stage != AgreementStage.Mentioned
                && Claim(record, reading, candidate, background: true, stage => stage == told.Stage) is { } choice)
                yield return choice;
    }

    private static Choice? Claim(TrainingRecord record, ArticleReading reading, Candidate candidate, bool background, Func<AgreementStage, bool> isRight)
    {
        var alternatives = new ClaimFeatures(reading, candidate, background).Alternatives().ToList();
        var right = alternatives.ConvertAll(alternative => isRight(alternative.Stage));
        return right.Contains(true) && right.Contains(false) ? new(record, alternatives.ConvertAll(alternative => alternative.Features), right) : null;
    }

    private static IEnumerable<Choice> News((TrainingRecord Record, ArticleReading Reading) pair, WeightTable claims, double weight)
    {
        var (record, reading) = pair;
        var own = Own(record, reading);
        foreach (var candidate in reading.Candidates)
            if (candidate == own)
                yield return Choice(candidate, true, weight);
            else if (!record.Positive)
                yield return Choice(candidate, false, weight / Math.Sqrt(reading.Candidates.Count));
            else if (record.Agreements!.Skip(1).Any(told => told.IsBetween(candidate.Parties) && told.Type == candidate.Type))
                yield return Choice(candidate, false, weight * BesideTheNews);

        Choice Choice(Candidate candidate, bool isNews, double worth)
            => new(record, [NewsFeatures.Of(reading, candidate, Stage(reading, candidate, claims)), new()], [isNews, !isNews]) { Weight = worth };
    }

    private static Choice? Primary((TrainingRecord Record, ArticleReading Reading) pair, WeightTable claims, WeightTable news)
    {
        var (record, reading) = pair;
        if (!record.Positive || reading.Candidates.Count < 2)
            return null;
        var right = reading.Candidates.Select(candidate => record.AreParties(candidate.Parties) && record.IsType(candidate.Type)).ToList();
        if (!right.Contains(true))
            right = [.. reading.Candidates.Select(candidate => record.AreParties(candidate.Parties))];
        return right.Contains(true) && right.Contains(false)
            ? new(record, [.. reading.Candidates.Select(candidate => PrimaryFeatures.Of(reading, candidate, Odds(reading, candidate, claims, news)))], right)
            : null;
    }

    /// <summary>Every agreement read in an article whose agreements are all labelled.</summary>
    private static IEnumerable<Choice> Real((TrainingRecord Record, ArticleReading Reading) pair, WeightTable claims)
    {
        var (record, reading) = pair;
        if (record.NamesOne is null)
            yield break;
        foreach (var candidate in reading.Candidates)
        {
            var isReal = (record.Positive && record.AreParties(candidate.Parties) && record.IsType(candidate.Type))
                || (record.Agreements?.Any(told => told.IsBetween(candidate.Parties) && told.Type == candidate.Type) ?? false);
            var news = NewsFeatures.Of(reading, candidate, Stage(reading, candidate, claims));
            yield return Weighted(new(record, [RealFeatures.Of(reading, candidate, news), new()], [isReal, !isReal]));
        }
    }

    private static Choice? Named((TrainingRecord Record, ArticleReading Reading) pair, WeightTable claims, WeightTable news, WeightTable real)
    {
        var (record, reading) = pair;
        if (record.NamesOne is not { } names)
            return null;
        var odds = reading.Candidates.Max(candidate => Odds(reading, candidate, claims, news));
        var realOdds = reading.Candidates.Max(candidate => real.Of(RealFeatures.Of(reading, candidate, NewsFeatures.Of(reading, candidate, Stage(reading, candidate, claims)))));
        return new(record, [NamedFeatures.Of(reading, odds, realOdds), new()], [names, !names]);
    }

    private static double Odds(ArticleReading reading, Candidate candidate, WeightTable claims, WeightTable news)
        => news.Of(NewsFeatures.Of(reading, candidate, Stage(reading, candidate, claims)));

    private static StageReading Stage(ArticleReading reading, Candidate candidate, WeightTable claims)
        => StageReader.Choose(new ClaimFeatures(reading, candidate, background: false).Alternatives(), claims);
}
