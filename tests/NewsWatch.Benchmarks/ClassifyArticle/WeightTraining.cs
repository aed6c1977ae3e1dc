using System.Globalization;
using NewsWatch.ClassifyArticle.Lexicon;
using NewsWatch.ClassifyArticle.Reading;
using NewsWatch.ClassifyArticle.Weighing;

namespace NewsWatch.Benchmarks.ClassifyArticle;

/// <summary>
/// <c>classify train FOLDER FILE…</c>: fits the classifier's weights to labelled articles and writes them into a folder; says what they
/// get right in five-fold cross-validation.
/// </summary>
internal static class WeightTraining
{
    /// <summary>Fits and writes.</summary>
    /// <param name="folder">Where the files of weights are written.</param>
    /// <param name="files">Labelled records; those without a label report no agreement.</param>
    public static int Run(string folder, IEnumerable<string> files)
    {
        var records = TrainingRecord.Read(files).Where(record => record.Certain).ToList();
        var parties = Fit(folder, "parties", 3, [.. records.SelectMany(Parties)]);
        var composed = Readings(records, record => ArticleReading.Compose(record.Input, AgreementLexicon.Default, Weigh(parties)));
        var types = Fit(folder, "type", 6, [.. composed.SelectMany(Types)]);
        var readings = composed.ConvertAll(pair => (pair.Record, Reading: WithTypes(pair.Reading)));
        var primary = Fit(folder, "primary", 8, [.. readings.Select(Primary).OfType<Choice>()]);
        var stages = Fit(folder, "news-stage", 2, [.. readings.Select(NewsStage).OfType<Choice>()]);
        Fit(folder, "background-stage", 4, [.. readings.SelectMany(BackgroundStages)]);
        var variants = Readings(
            records.Where(record => record.Label is not null).SelectMany(record => record.Variants()),
            record => ArticleReading.Compose(record.Input, AgreementLexicon.Default, Weigh(parties)) is { } reading ? WithTypes(reading) : null);
        var whole = readings.Select(pair => Flag(pair.Record, pair.Reading, primary, stages));
        var cut = variants.Where(pair => !pair.Record.Positive || pair.Reading.Candidates.Any(candidate => pair.Record.AreParties(candidate.Parties)))
            .Select(pair => Flag(pair.Record, pair.Reading, primary, stages) with { Weight = 0.25 });
        Fit(folder, "flag", 0.5, [.. whole, .. cut], Reliability.Print);
        return 0;

        ArticleReading WithTypes(ArticleReading reading) => reading with { Candidates = TypeReader.Read(reading.Text, reading.Candidates, Weigh(types)) };
    }

    private static Func<Features, double> Weigh(Dictionary<string, double> weights) => features => ChoiceLearner.Sum(features, weights);

    private static List<(TrainingRecord Record, ArticleReading Reading)> Readings(
        IEnumerable<TrainingRecord> records, Func<TrainingRecord, ArticleReading?> read)
        => [.. records.Select(record => (Record: record, Reading: read(record))).Where(pair => pair.Reading is not null).Select(pair => (pair.Record, pair.Reading!))];

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
            var alternatives = new TypeFeatures(reading.Text, candidate, reading.Candidates).Alternatives().ToList();
            var right = alternatives.ConvertAll(alternative => i == 0 ? record.IsType(alternative.Type) : told[i].Type == alternative.Type);
            if (right.Contains(true) && right.Contains(false))
                yield return new(record, alternatives.ConvertAll(alternative => alternative.Features), right);
        }
    }

    private static Choice? Primary((TrainingRecord Record, ArticleReading Reading) pair)
    {
        var (record, reading) = pair;
        if (!record.Positive || reading.Candidates.Count < 2)
            return null;
        var right = reading.Candidates.Select(candidate => record.AreParties(candidate.Parties) && record.IsType(candidate.Type)).ToList();
        if (!right.Contains(true))
            right = [.. reading.Candidates.Select(candidate => record.AreParties(candidate.Parties))];
        return right.Contains(true) && right.Contains(false)
            ? new(record, [.. reading.Candidates.Select(candidate => PrimaryFeatures.Of(reading.Text, reading.Principal, candidate, reading.Candidates))], right)
            : null;
    }

    private static Choice? NewsStage((TrainingRecord Record, ArticleReading Reading) pair)
    {
        var (record, reading) = pair;
        if (!record.Positive)
            return null;
        var candidate = reading.Candidates.FirstOrDefault(candidate => record.AreParties(candidate.Parties) && record.IsType(candidate.Type))
            ?? reading.Candidates.FirstOrDefault(candidate => record.AreParties(candidate.Parties));
        return candidate is null ? null : Stage(record, reading, candidate, background: false, record.IsStage);
    }

    private static IEnumerable<Choice> BackgroundStages((TrainingRecord Record, ArticleReading Reading) pair)
    {
        var (record, reading) = pair;
        foreach (var told in record.Agreements?.Skip(record.Positive ? 1 : 0) ?? [])
            if (reading.Candidates.FirstOrDefault(candidate => told.IsBetween(candidate.Parties) && told.Type == candidate.Type) is { } candidate
                && told.Stage != AgreementStage.Mentioned
                && Stage(record, reading, candidate, background: true, stage => stage == told.Stage) is { } choice)
                yield return choice;
    }

    private static Choice? Stage(TrainingRecord record, ArticleReading reading, Candidate candidate, bool background, Func<AgreementStage, bool> isRight)
    {
        var alternatives = new StageFeatures(reading.Text, reading.Mentions, candidate, reading.Candidates, background).Alternatives().ToList();
        var right = alternatives.ConvertAll(alternative => isRight(alternative.Stage));
        return right.Contains(true) && right.Contains(false) ? new(record, alternatives.ConvertAll(alternative => alternative.Features), right) : null;
    }

    private static Choice Flag(TrainingRecord record, ArticleReading reading, Dictionary<string, double> primary, Dictionary<string, double> stages)
    {
        var first = reading.Candidates.MaxBy(candidate => ChoiceLearner.Sum(PrimaryFeatures.Of(reading.Text, reading.Principal, candidate, reading.Candidates), primary))!;
        var best = new StageFeatures(reading.Text, reading.Mentions, first, reading.Candidates, background: false).Alternatives()
            .MaxBy(alternative => ChoiceLearner.Sum(alternative.Features, stages));
        var features = FlagFeatures.Of(reading.Text, reading.Mentions, first, new(best.Stage, best.Cue));
        return new(record, [features, new()], [record.Positive, !record.Positive]);
    }

    private static Dictionary<string, double> Fit(
        string folder, string name, double penalty, IReadOnlyList<Choice> choices, Action<IReadOnlyList<(Choice Choice, double Odds)>>? report = null)
    {
        var weights = ChoiceLearner.Fit(choices, penalty);
        var unseen = new List<(Choice Choice, Dictionary<string, double> Weights)>();
        for (var fold = 0; fold < 5; fold++)
        {
            var others = ChoiceLearner.Fit([.. choices.Where(choice => choice.Record.Fold != fold)], penalty);
            unseen.AddRange(choices.Where(choice => choice.Record.Fold == fold).Select(choice => (choice, others)));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-16} {choices.Count,4} choices, right {choices.Average(choice => choice.Right[ChoiceLearner.Best(choice, weights)] ? 1.0 : 0):0.000}, cross-validated {unseen.Average(pair => pair.Choice.Right[ChoiceLearner.Best(pair.Choice, pair.Weights)] ? 1.0 : 0):0.000}"));
        report?.Invoke([.. unseen.Select(pair => (pair.Choice, ChoiceLearner.Sum(pair.Choice.Alternatives[0], pair.Weights)))]);
        File.WriteAllLines(
            Path.Combine(folder, name + ".tsv"),
            [
                "# What is observed and how much it counts; fitted by `classify train` of the benchmarks.",
                .. weights.Where(pair => Math.Abs(pair.Value) >= 0.005).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}\t{pair.Value:0.00}")),
            ]);
        return weights;
    }
}
