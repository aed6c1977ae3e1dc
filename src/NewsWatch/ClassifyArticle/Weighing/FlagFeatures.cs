using NewsWatch.ClassifyArticle.Lexicon;
using NewsWatch.ClassifyArticle.Reading;

namespace NewsWatch.ClassifyArticle.Weighing;

/// <summary>What speaks for an article reporting an agreement, and against it.</summary>
internal static class FlagFeatures
{
    private static readonly string[] Against = ["trade", "company", "homonym", "exercise", "ceasefire", "domestic"];

    /// <summary>The observations.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">All its mentions.</param>
    /// <param name="primary">The agreement that would be the news.</param>
    /// <param name="stage">Its stage.</param>
    public static Features Of(ReadText text, IReadOnlyList<Mention> mentions, Candidate primary, StageReading stage)
    {
        var features = new Features();
        var named = primary.Mentions.Where(mention => mention.Naming > Naming.Bare).ToList();
        var own = primary.Mentions.Select(mention => mention.Sentence).ToHashSet();
        features.Add("always", true);
        features.Add($"naming {primary.Naming}", true);
        features.Add("in title", primary.Mentions.Any(mention => text.IsTitle(mention.Sentence)));
        features.Add("plainly in title", named.Exists(mention => text.IsTitle(mention.Sentence)));
        features.Add("in first sentence", own.Contains(text.TitleSentences));
        features.Add("in second sentence", own.Contains(text.TitleSentences + 1));
        features.Add("only past the fourth sentence", own.All(sentence => sentence - text.TitleSentences > 3));
        features.Add("plain mentions", Math.Log2(1 + Math.Min(named.Count, 8)));
        features.Add("share of sentences", Math.Sqrt((double)mentions.DistinctBy(mention => mention.Sentence).Count() / text.Sentences.Length));
        features.Add("length", Math.Log2(text.Sentences.Length));
        features.Add("explicit parties", primary.Explicit);
        features.Add("one of a list", primary.Similar);
        features.Add($"stage {WireName.Of(stage.Stage)}", true);
        features.Add("stage in title", stage.Cue is { } cue && cue.First < End(text.TitleSentences - 1));
        features.Add("stage beside it", stage.Cue is { } beside && primary.Mentions.Any(mention => mention.DistanceTo(beside) <= 8));
        features.Add("stage in its sentence", stage.Cue is { } within && own.Any(sentence => text.Sentences[sentence].First <= within.First && within.First < text.Sentences[sentence].End));
        features.Add("history in title", Any(0, text.TitleSentences, hit => hit.Term.Kind == TermKind.History));
        features.Add("history", Math.Log2(1 + Count(hit => hit.Term.Kind == TermKind.History)));
        features.Add("history in its sentence", own.Any(sentence => text.HitsOf(sentence).Exists(hit => hit.Term.Kind == TermKind.History)));
        features.Add("only in sentences of the past", own.All(sentence => !text.IsTitle(sentence) && text.HitsOf(sentence).Exists(hit => hit.Term.Kind == TermKind.Background)));
        foreach (var kind in Against)
        {
            features.Add($"{kind} in title", Any(0, text.TitleSentences, hit => Is(hit, kind)));
            features.Add($"{kind} in its sentence", own.Any(sentence => text.HitsOf(sentence).Exists(hit => Is(hit, kind))));
            features.Add(kind, Math.Log2(1 + Count(hit => Is(hit, kind))));
        }

        return features;

        int End(int sentence) => sentence < 0 ? 0 : text.Sentences[sentence].End;

        bool Any(int from, int to, Predicate<Hit> wanted)
        {
            for (var sentence = from; sentence < to; sentence++)
                if (text.HitsOf(sentence).Exists(wanted))
                    return true;
            return false;
        }

        int Count(Predicate<Hit> wanted)
        {
            var count = 0;
            for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
                count += text.HitsOf(sentence).FindAll(wanted).Count;
            return count;
        }
    }

    private static bool Is(Hit hit, string kind) => hit.Term.Kind == TermKind.Negative && hit.Term.Value == kind;
}
