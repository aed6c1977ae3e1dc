using System.Text.Json;
using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Verdicts;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.Benchmarks.ClassifyArticle;

internal static class FeatureDump
{
    public static int Run(string output, IEnumerable<string> files)
    {
        var w = ReadingWeights.Shipped;
        using var writer = new StreamWriter(output);
        foreach (var record in TrainingRecord.Read(files))
        {
            if (ArticleReading.Of(record.Input, AgreementLexicon.Default, w) is not { } reading)
                continue;
            var stages = new StageReader(reading, w);
            var i = 0;
            foreach (var candidate in reading.Candidates)
            {
                var stage = stages.Read(candidate, background: false);
                var own = record.Positive && record.AreParties(candidate.Parties);
                var typed = own && record.IsType(candidate.Type);
                var other = record.Agreements?.Skip(record.Positive ? 1 : 0).Any(told => told.IsBetween(candidate.Parties) && told.Type == candidate.Type) ?? false;
                writer.WriteLine(JsonSerializer.Serialize(new
                {
                    id = record.Id,
                    fold = record.Fold,
                    label = record.Label,
                    mentions = record.NamesOne,
                    i = i++,
                    own,
                    typed,
                    other,
                    parties = candidate.Parties,
                    type = WireName.Of(candidate.Type),
                    stage = WireName.Of(stage.Stage),
                    f = NewsFeatures.Of(reading, candidate, stage).Values.ToDictionary(v => v.Name, v => v.Value),
                    words = candidate.Mentions.Select(m => m.Sentence).Distinct().Take(3).Select(s => reading.Text.Words(reading.Text.Sentences[s].First, reading.Text.Sentences[s].End)),
                }));
            }
        }
        return 0;
    }
}
