using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsWatch.ClassifyArticle;

namespace NewsWatch.Benchmarks.ClassifyArticle;

/// <summary>
/// <c>classify train FOLDER FILE…</c> fits the classifier's weights to labelled articles and writes them into a folder;
/// <c>classify evaluate OUT.jsonl FILE…</c> says what weights find in articles whose events and sources they never saw, in five parts.
/// </summary>
internal static class WeightTraining
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Fits and writes.</summary>
    /// <param name="folder">Where the files of weights are written.</param>
    /// <param name="files">Labelled records; those without a label report no agreement.</param>
    public static int Train(string folder, IEnumerable<string> files)
    {
        foreach (var (name, weights) in new WeightFitting(TrainingRecord.Read(files)).Fit())
            File.WriteAllLines(
                Path.Combine(folder, name + ".tsv"),
                [
                    "# What is observed and how much it counts; fitted by `classify train` of the benchmarks.",
                    .. weights.Where(pair => Math.Abs(pair.Value) >= 0.005).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                        .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}\t{pair.Value:0.00}")),
                ]);
        return 0;
    }

    /// <summary>Fits to four parts, reads the fifth, and writes what was found, a line a record.</summary>
    public static int Evaluate(string output, IEnumerable<string> files)
    {
        var records = TrainingRecord.Read(files);
        var scored = new List<(double Score, bool Right)>();
        using var writer = new StreamWriter(output);
        for (var fold = 0; fold < 5; fold++)
        {
            var classifier = new AgreementClassifier(WeightFitting.Table(new WeightFitting([.. records.Where(record => record.Fold != fold)]).Fit()));
            foreach (var record in records.Where(record => record.Fold == fold))
            {
                var found = classifier.Classify(record.Input);
                writer.WriteLine(JsonSerializer.Serialize(
                    new
                    {
                        record.Id,
                        found.Flagged,
                        found.Mentions,
                        found.Score,
                        Agreements = found.Agreements.Where(one => !one.Denies).Select(one => new { Type = WireName.Of(one.Type), one.Name, one.Parties, Stage = WireName.Of(one.Stage), one.Background, one.Evidence }),
                    },
                    Wire));
                if (record.Label is "positive" or "negative")
                    scored.Add((found.Score, record.Positive));
            }
        }

        Reliability.Print(scored);
        return 0;
    }
}
