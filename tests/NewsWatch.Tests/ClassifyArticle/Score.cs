using NewsWatch.ClassifyArticle;

namespace NewsWatch.Tests.ClassifyArticle;

/// <summary>How well verdicts agree with labels; borderline records are left out.</summary>
internal sealed record Score(double Precision, double Recall, double PrimaryType, double PrimaryParties, double PrimaryStage, double PrimaryAll)
{
    public static Score Of(IEnumerable<LabelledRecord> records)
    {
        var classifier = new AgreementClassifier();
        var (right, wrong, missed, positives) = (0, 0, 0, 0);
        var hits = new double[4];
        foreach (var record in records.Where(record => record.Label != "borderline"))
        {
            var verdict = record.Classify(classifier);
            var positive = record.Label == "positive";
            right += positive && verdict.Flagged ? 1 : 0;
            wrong += !positive && verdict.Flagged ? 1 : 0;
            missed += positive && !verdict.Flagged ? 1 : 0;
            if (!positive)
                continue;
            positives++;
            if (verdict.Agreements is not [var found, ..])
                continue;
            var (gold, also) = (record.Agreements[0], record.Also);
            var type = found.Type == gold.Type || found.Type == also?.Type;
            var parties = Same(found.Parties, gold.Parties) || (also?.Parties is { } others && Same(found.Parties, others));
            var stage = found.Stage == gold.Stage || found.Stage == also?.Stage;
            hits[0] += type ? 1 : 0;
            hits[1] += parties ? 1 : 0;
            hits[2] += stage ? 1 : 0;
            hits[3] += type && parties && stage ? 1 : 0;
        }

        return new(
            Share(right, right + wrong), Share(right, right + missed),
            hits[0] / positives, hits[1] / positives, hits[2] / positives, hits[3] / positives);
    }

    private static bool Same(IReadOnlyList<string> some, IReadOnlyList<string> others) => some.ToHashSet().SetEquals(others);

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;
}
