using System.Text;
using NewsWatch.ClassifyArticle;

namespace NewsWatch.Fuzz.Targets;

/// <summary>A text, its first line the title, to agreements with their evidence.</summary>
internal sealed class ClassifierTarget : IFuzzTarget
{
    private readonly AgreementClassifier classifier = new();

    public string Name => "classifier";

    public string Dictionary => "news";

    /// <summary>A text whose every sentence tells of an agreement, and is explained besides, takes as long as it is long.</summary>
    public TimeSpan Bound => TimeSpan.FromSeconds(4);

    public void Read(byte[] input)
    {
        var written = Encoding.UTF8.GetString(input);
        var end = written.IndexOf('\n', StringComparison.Ordinal);
        var article = new ClassifierInput(end < 0 ? "" : written[..end], written[(end + 1)..]) { Published = FixedClock.Now };
        var found = classifier.Classify(article);
        Promise.That(found.Score is >= 0 and <= 1, $"a score is from 0 to 1, not {found.Score}");
        Promise.That(found.Mentions || !found.Flagged, "what reports an agreement mentions one");
        Promise.That(found.Agreements.Count > 0 || !found.Flagged, "nothing is flagged without an agreement");
        foreach (var evidence in found.Against)
            Check(evidence, article);
        foreach (var agreement in found.Agreements)
            Check(agreement, article);
        if (found.Agreements.Count > 0)
            Promise.Characters(classifier.Explain(article), int.MaxValue, "an explanation");
    }

    private static void Check(FoundAgreement agreement, ClassifierInput article)
    {
        Promise.That(agreement.Parties.Distinct(StringComparer.Ordinal).Count() >= 2, $"an agreement has two parties: {string.Join(' ', agreement.Parties)}");
        Promise.That(agreement.Evidence.Count > 0, "an agreement has evidence");
        Promise.That(agreement.Name.Length > 0, "an agreement has a name");
        foreach (var evidence in agreement.Evidence)
            Check(evidence, article);
    }

    private static void Check(Evidence evidence, ClassifierInput article)
    {
        var length = (evidence.InTitle ? article.Title : article.Text).Length;
        Promise.That(
            evidence.Start >= 0 && evidence.Start < evidence.End && evidence.End <= length,
            $"evidence is a stretch of what it is in, {length} long: {evidence.Start} to {evidence.End} by {evidence.Rule}");
    }
}
