using NewsWatch.ClassifyArticle.Lexicon;

namespace NewsWatch.ClassifyArticle.Reading;

/// <summary>Second phase: where the text speaks of an agreement, and of which type.</summary>
internal sealed class MentionFinder(ReadText text)
{
    private const int BeforeNoun = 4;
    private const int AfterNoun = 9;

    private readonly HashSet<AgreementType> named = [];
    private int parties;
    private int domains;
    private bool homonym;

    /// <summary>Every mention, in the text's order.</summary>
    public List<Mention> Find()
    {
        Survey();
        var mentions = new List<Mention>();
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
            foreach (var hit in text.HitsOf(sentence))
                if (Read(hit, sentence) is { } mention)
                    mentions.Add(mention);
        return mentions;
    }

    private void Survey()
    {
        var states = new HashSet<string>(StringComparer.Ordinal);
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
            foreach (var hit in text.HitsOf(sentence))
                switch (hit.Term.Kind)
                {
                    case TermKind.Instrument:
                        named.Add(hit.Term.Type!.Value);
                        break;
                    case TermKind.Party:
                        states.UnionWith(hit.Term.Parties);
                        break;
                    case TermKind.Domain or TermKind.Topic:
                        domains++;
                        break;
                    case TermKind.Negative when hit.Term.Value == "homonym":
                        homonym = true;
                        break;
                }

        parties = states.Count;
    }

    private Mention? Read(Hit hit, int sentence) => hit.Term.Kind switch
    {
        TermKind.Instrument => new(sentence, hit.First, hit.End, Naming.Named, hit.Term.Type!.Value, hit.Term.Rule),
        TermKind.Acronym when Means(hit.Term.Type!.Value)
            => new(sentence, hit.First, hit.End, Naming.Named, hit.Term.Type!.Value, hit.Term.Rule),
        TermKind.Noun or TermKind.LooseNoun when !IsNegated(hit, sentence) => ReadNoun(hit, sentence),
        _ => null,
    };

    /// <summary>An acronym counts where its long form stands too, or states and defence are spoken of.</summary>
    private bool Means(AgreementType type) => named.Contains(type) || (!homonym && parties >= 2 && domains > 0);

    private bool IsNegated(Hit noun, int sentence)
        => text.HitsOf(sentence).Exists(hit => hit.Term.Kind == TermKind.Negative && hit.First < noun.End && noun.First < hit.End);

    private Mention? ReadNoun(Hit noun, int sentence)
    {
        Hit? best = null;
        var bestRank = int.MaxValue;
        foreach (var hit in text.HitsOf(sentence))
        {
            if (hit.Term.Kind is not (TermKind.Topic or TermKind.Domain) || Distance(hit, noun) is not { } distance)
                continue;
            var rank = distance + (hit.Term.Kind == TermKind.Domain ? 100 : hit.Term.Type == AgreementType.DefenceCooperation ? 50 : 0);
            if (rank < bestRank)
                (best, bestRank) = (hit, rank);
        }

        if (best is not { } about)
            return noun.Term.Kind == TermKind.LooseNoun ? null : new(sentence, noun.First, noun.End, Naming.Bare, AgreementType.Other, noun.Term.Rule);
        var (naming, type) = about.Term.Kind == TermKind.Domain
            ? (Naming.Domain, AgreementType.DefenceCooperation)
            : (Naming.Topic, about.Term.Type!.Value);
        return new(sentence, Math.Min(noun.First, about.First), Math.Max(noun.End, about.End), naming, type, about.Term.Rule)
        {
            Head = noun.First,
            HeadEnd = noun.End,
        };
    }

    /// <summary>Words between topic and noun; null where too far apart to belong together.</summary>
    private int? Distance(Hit topic, Hit noun)
    {
        var wide = Folding.IsIdeographic(text.At(text.Tokens[noun.First].Start)) ? 2 : 1;
        if (topic.First >= noun.First && topic.End <= noun.End)
            return 0;
        if (topic.End <= noun.First)
            return noun.First - topic.End is var before && before <= BeforeNoun * wide * (wide == 1 ? 1 : 2) ? before : null;
        if (topic.First >= noun.End)
            return topic.First - noun.End is var after && after <= AfterNoun * wide ? after : null;
        return 0;
    }
}
