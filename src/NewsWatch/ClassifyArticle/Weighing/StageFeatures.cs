using NewsWatch.ClassifyArticle.Lexicon;
using NewsWatch.ClassifyArticle.Reading;

namespace NewsWatch.ClassifyArticle.Weighing;

/// <summary>What speaks for each stage an agreement may have come to: where its cues stand, and beside what.</summary>
internal sealed class StageFeatures
{
    private static readonly AgreementStage[] Stages = Enum.GetValues<AgreementStage>();

    private readonly ReadText text;
    private readonly Candidate candidate;
    private readonly HashSet<int> own;
    private readonly HashSet<int> others;
    private readonly HashSet<int> spoken;
    private readonly List<Cue> cues = [];

    /// <summary>Gathers the cues.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">All its mentions.</param>
    /// <param name="candidate">The agreement in question.</param>
    /// <param name="candidates">All agreements found.</param>
    /// <param name="background">True where it is told beside the news: then only its own sentences and their neighbours in the body speak for it.</param>
    public StageFeatures(ReadText text, IReadOnlyList<Mention> mentions, Candidate candidate, IReadOnlyList<Candidate> candidates, bool background)
    {
        this.text = text;
        this.candidate = candidate;
        own = [.. candidate.Mentions.Select(mention => mention.Sentence)];
        others = [.. candidates.Where(other => other != candidate).SelectMany(other => other.Mentions).Select(mention => mention.Sentence)];
        spoken = [.. mentions.Select(mention => mention.Sentence)];
        var here = candidate.Mentions.ToLookup(mention => mention.Sentence);
        var elsewhere = candidates.Where(other => other != candidate).SelectMany(other => other.Mentions).ToLookup(mention => mention.Sentence);
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
            foreach (var hit in text.HitsOf(sentence))
                if (hit.Term.Stage is { } stage && (!background || Speaks(sentence)))
                {
                    var near = Nearest(hit, here[sentence]);
                    cues.Add(new(stage, hit, sentence, near, Nearest(hit, elsewhere[sentence]) < near, IsPast(hit, sentence)));
                }
    }

    /// <summary>The stages that have a cue, and the one of saying nothing, each with what speaks for it.</summary>
    public IEnumerable<(AgreementStage Stage, Features Features, Hit? Cue)> Alternatives()
    {
        var shown = Stages.Where(stage => cues.Exists(cue => cue.Stage == stage && own.Contains(cue.Sentence) && !cue.Foreign)).ToList();
        foreach (var stage in Stages)
        {
            var mine = cues.FindAll(cue => cue.Stage == stage);
            if (mine.Count > 0 || stage == AgreementStage.Mentioned)
                yield return (stage, Of(stage, mine, shown), Best(mine));
        }
    }

    private Features Of(AgreementStage stage, List<Cue> mine, List<AgreementStage> shown)
    {
        var features = new Features();
        var name = WireName.Of(stage);
        features.Add($"is {name}", true);
        features.Add("cue in title", mine.Exists(cue => text.IsTitle(cue.Sentence)));
        features.Add($"{name} in title", mine.Exists(cue => text.IsTitle(cue.Sentence)));
        features.Add("cue in title that names it", mine.Exists(cue => text.IsTitle(cue.Sentence) && own.Contains(cue.Sentence)));
        features.Add("cue in first sentence", mine.Exists(cue => Place(cue) == 0));
        features.Add($"{name} in first sentence", mine.Exists(cue => Place(cue) == 0));
        features.Add("cue in second sentence", mine.Exists(cue => Place(cue) == 1));
        features.Add("cue in third or fourth sentence", mine.Exists(cue => Place(cue) is 2 or 3));
        features.Add("cues farther down", Math.Log2(1 + mine.Count(cue => Place(cue) > 3)));
        features.Add("cues beside it", Math.Log2(1 + mine.Count(cue => own.Contains(cue.Sentence) && !cue.Foreign)));
        features.Add($"{name} beside it", mine.Exists(cue => own.Contains(cue.Sentence) && !cue.Foreign));
        features.Add("cues nearer to another", Math.Log2(1 + mine.Count(cue => cue.Foreign)));
        features.Add("cues in sentences of others", Math.Log2(1 + mine.Count(cue => !own.Contains(cue.Sentence) && others.Contains(cue.Sentence))));
        features.Add("cues beside any mention", Math.Log2(1 + mine.Count(cue => !own.Contains(cue.Sentence) && spoken.Contains(cue.Sentence))));
        features.Add("cues beside none", Math.Log2(1 + mine.Count(cue => !spoken.Contains(cue.Sentence))));
        if (mine.Count > 0)
            features.Add("nearness", 1.0 / (1 + mine.Min(cue => cue.Foreign ? 40 : cue.Distance) / 3.0));
        features.Add("only told as past", mine.Count > 0 && mine.TrueForAll(cue => cue.Past));
        features.Add($"{name} only told as past", mine.Count > 0 && mine.TrueForAll(cue => cue.Past));
        features.Add("nearest of all", mine.Count > 0 && cues.MinBy(cue => cue.Foreign ? 60 : cue.Distance)!.Stage == stage);
        features.Add("first of all", mine.Count > 0 && cues[0].Stage == stage);
        foreach (var other in shown)
            if (other != stage)
                features.Add($"{name} where {WireName.Of(other)} stands beside it", true);
        features.Add("nothing, but a year", stage == AgreementStage.Signed && candidate.Mentions.Any(IsDated));
        features.Add($"{name} where nothing stands beside it", shown.Count == 0);
        return features;
    }

    private bool Speaks(int sentence)
        => own.Contains(sentence) || (!text.IsTitle(sentence) && (own.Contains(sentence - 1) || own.Contains(sentence + 1)));

    private int Place(Cue cue) => cue.Sentence - text.TitleSentences;

    private Hit? Best(List<Cue> mine)
        => mine.Count == 0 ? null : mine.OrderBy(cue => cue.Foreign).ThenBy(cue => !own.Contains(cue.Sentence)).ThenBy(cue => cue.Past).ThenBy(cue => cue.Sentence).ThenBy(cue => cue.Distance).First().Hit;

    /// <summary>"COMCASA in 2018": a year beside a background pact is the year it was signed.</summary>
    private bool IsDated(Mention mention)
        => text.HitsOf(mention.Sentence).Exists(hit => hit.Term.Kind == TermKind.Background && hit.First >= mention.End && hit.First - mention.End <= 3);

    private bool IsPast(Hit stage, int sentence)
        => !text.IsTitle(sentence) && text.HitsOf(sentence).Exists(hit => hit.Term.Kind is TermKind.Background or TermKind.History
            && (hit.End <= stage.First ? stage.First - hit.End <= 6 : hit.First - stage.End <= 6));

    private static int Nearest(Hit hit, IEnumerable<Mention> mentions)
    {
        var nearest = 60;
        foreach (var mention in mentions)
            nearest = Math.Min(nearest, mention.DistanceTo(hit));
        return nearest;
    }

    private sealed record Cue(AgreementStage Stage, Hit Hit, int Sentence, int Distance, bool Foreign, bool Past);
}
