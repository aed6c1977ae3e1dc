using System.Globalization;
using NewsWatch.ClassifyArticle;

namespace NewsWatch.Tests.ClassifyArticle;

/// <summary>How well verdicts agree with labels, as shares from 0 to 1; borderline records are left out.</summary>
internal sealed record Score(double Precision, double Recall, double PrimaryType, double PrimaryParties, double PrimaryStage, double PrimaryAll)
{
    private const int MostNamed = 60;

    /// <summary>Of the texts that name a real agreement, how many are held to report or mention one; 1 where no record says so.</summary>
    public double MentionRecall { get; init; } = 1;

    /// <summary>Of those held to report or mention one, how many name a real agreement; 1 where no record says so.</summary>
    public double MentionPrecision { get; init; } = 1;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => 2 * Precision * Recall / Math.Max(1e-9, Precision + Recall);

    /// <summary>Ids of the records read wrongly, each with what is wrong.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    public static Score Of(IEnumerable<LabelledRecord> records)
    {
        var classifier = new AgreementClassifier();
        var judged = records.Where(record => record.Label != "borderline").AsParallel().AsOrdered()
            .Select(record => (Record: record, Verdict: record.Classify(classifier)))
            .Select(pair => (pair.Record, pair.Verdict, Faults: Judgement.Of(pair.Record, pair.Verdict))).ToList();
        var positives = judged.FindAll(one => one.Record.Label == "positive");
        var flagged = judged.FindAll(one => one.Verdict.Flagged);
        var told = judged.FindAll(one => one.Record.Mentions is not null);
        return new(
            Share(flagged, one => one.Record.Label == "positive"),
            Share(positives, one => one.Verdict.Flagged),
            Share(positives, one => IsRight(one.Faults, Judgement.Type)),
            Share(positives, one => IsRight(one.Faults, Judgement.Parties)),
            Share(positives, one => IsRight(one.Faults, Judgement.Stage)),
            Share(positives, one => IsRight(one.Faults, Judgement.Type, Judgement.Parties, Judgement.Stage)))
        {
            MentionRecall = Share(told.FindAll(one => one.Record.Mentions == true), one => one.Verdict.Mentions),
            MentionPrecision = Share(told.FindAll(one => one.Verdict.Mentions), one => one.Record.Mentions == true),
            Wrong = [.. judged.Where(one => one.Faults.Count > 0).Select(one => $"{one.Record.Id} ({string.Join(", ", one.Faults.Select(fault => fault.What))})")],
        };
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"precision {Precision:0.000}, recall {Recall:0.000}, F1 {F1:0.000}, type {PrimaryType:0.000}, parties {PrimaryParties:0.000}, stage {PrimaryStage:0.000}, all three {PrimaryAll:0.000}, mentions {MentionPrecision:0.000}/{MentionRecall:0.000}; {Wrong.Count} wrong: {string.Join("; ", Wrong.Take(MostNamed))}");

    private static bool IsRight(IReadOnlyList<(string What, string Found)> faults, params string[] whats) => !faults.Any(fault => whats.Contains(fault.What));

    private static double Share<T>(List<T> all, Func<T, bool> holds) => all.Count == 0 ? 1 : (double)all.Count(holds) / all.Count;
}
