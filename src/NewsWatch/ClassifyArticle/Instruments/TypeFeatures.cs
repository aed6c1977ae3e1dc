using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Instruments;

/// <summary>What speaks for each type an agreement may be of: its names, and what the text says it is about.</summary>
internal sealed class TypeFeatures
{
    private const int Far = 60;

    private readonly ReadText text;
    private readonly Candidate candidate;
    private readonly DateOnly? day;
    private readonly List<Sign> signs = [];

    /// <summary>Gathers what tells types.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="candidate">The agreement in question.</param>
    public TypeFeatures(ArticleReading reading, Candidate candidate)
    {
        text = reading.Text;
        this.candidate = candidate;
        day = reading.Ages.Own;
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
            foreach (var hit in text.HitsOf(sentence))
                if (hit.Term is { Kind: TermKind.Instrument or TermKind.Acronym or TermKind.Topic, Type: { } type })
                {
                    var (near, elsewhere) = Nearest(hit, reading.Spoken.In(sentence));
                    if (elsewhere >= near)
                        signs.Add(new(type, hit.Term.Kind == TermKind.Topic, sentence, near));
                }
    }

    /// <summary>The types that anything speaks for.</summary>
    public IReadOnlyList<AgreementType> Types()
    {
        var types = new SortedSet<AgreementType> { candidate.Type };
        foreach (var sign in signs)
            types.Add(sign.Type);
        foreach (var mention in candidate.Mentions)
            if (mention.Naming > Naming.Bare)
                types.Add(mention.Type);
        return [.. types];
    }

    /// <summary>The types that anything speaks for, each with what does.</summary>
    /// <param name="into">Takes what speaks for one after the other, each until the next; null for lists that last.</param>
    public IEnumerable<(AgreementType Type, Features Features)> Alternatives(Features? into = null)
    {
        var types = Types();
        var most = types.MaxBy(type => signs.Count(sign => sign.Type == type));
        var plain = types.Where(type => Array.Exists(candidate.Mentions, mention => mention.Type == type && mention.Naming >= Naming.Described)).ToList();
        foreach (var type in types)
            yield return (type, Describe(type, most, plain, Features.Empty(into)));
    }

    private Features Describe(AgreementType type, AgreementType most, List<AgreementType> plain, Features features)
    {
        var name = WireName.Of(type);
        features.Add($"is {name}", 1);
        foreach (var naming in (ReadOnlySpan<Naming>)[Naming.Domain, Naming.Topic, Naming.Described, Naming.Named])
            Tell(features, type, naming);
        features.Add("mentions", Math.Log2(1 + CountMentions(type)));
        features.Add("composed as this", candidate.Type == type);
        var (names, topics) = (Spoken(type, topic: false), Spoken(type, topic: true));
        features.Add("name beside it", names.Least <= 2);
        features.Add("name in its sentence", names.Least < Far);
        features.Add("name elsewhere", Math.Log2(1 + names.Elsewhere));
        features.Add("topic beside it", topics.Least <= 3);
        features.When(topics.Least <= 3, $"{name} topic beside it");
        features.Add("topic near it", topics.Least <= 9);
        features.Add("topic in its sentence", topics.Least < Far);
        features.When(topics.Least < Far, $"{name} topic in its sentence");
        features.Add("topic in title", topics.InTitle);
        features.Add("topic in first sentence", topics.InFirst);
        features.Add("topics", Math.Log2(1 + topics.Count));
        features.Add($"{name} topics", Math.Log2(1 + topics.Count));
        features.Add("most spoken of", type == most);
        if (plain.Count == 0)
            Compare(features, type, name);
        foreach (var other in plain)
            if (other != type)
                features.Add($"{name} where {WireName.Of(other)} is named", 1);
        features.When(plain.Count == 0, $"{name} where nothing is named");
        return features;
    }

    /// <summary>How plainly the type is said, and where.</summary>
    private void Tell(Features features, AgreementType type, Naming naming)
    {
        var (isSaid, inTitle, inFirst) = (false, false, false);
        foreach (var mention in candidate.Mentions)
            if (mention.Naming == naming && mention.Type == type)
            {
                isSaid = true;
                inTitle |= text.IsTitle(mention.Sentence);
                inFirst |= Place(mention.Sentence) is 0 or 1;
            }

        features.When(isSaid, $"{naming}");
        features.When(inTitle, $"{naming} in title");
        features.When(inFirst, $"{naming} in first sentences");
    }

    private int CountMentions(AgreementType type)
    {
        var count = 0;
        foreach (var mention in candidate.Mentions)
            if (mention.Naming > Naming.Bare && mention.Type == type)
                count++;
        return count;
    }

    /// <summary>Where the type's names, or its topics, stand.</summary>
    private (int Count, int Least, int Elsewhere, bool InTitle, bool InFirst) Spoken(AgreementType type, bool topic)
    {
        var spoken = (Count: 0, Least: int.MaxValue, Elsewhere: 0, InTitle: false, InFirst: false);
        foreach (var sign in signs)
            if (sign.Type == type && sign.Topic == topic)
            {
                spoken.Count++;
                spoken.Least = Math.Min(spoken.Least, sign.Distance);
                spoken.Elsewhere += sign.Distance == Far ? 1 : 0;
                spoken.InTitle |= text.IsTitle(sign.Sentence);
                spoken.InFirst |= Place(sign.Sentence) == 0;
            }

        return spoken;
    }

    /// <summary>
    /// What is known of the same parties, where the text itself says no type: their pact is oftener spoken of than one nobody has heard of.
    /// </summary>
    private void Compare(Features features, AgreementType type, string name)
    {
        var known = KnownAgreements.Table.Between(candidate.Parties);
        var (isKnown, isOfTheseDays) = (false, false);
        for (var at = 0; at < known.Count; at++)
            if (known[at].Type == type)
                (isKnown, isOfTheseDays) = (true, isOfTheseDays || KnownLife.IsOfTheseDays(known[at], day));
        features.Add("pact known", isKnown);
        features.When(isKnown, $"{name} pact known");
        features.Add("pact of another type known", known.Count > 0 && !isKnown);
        features.Add("pact of these days known", isOfTheseDays);
    }

    private int Place(int sentence) => sentence - text.TitleSentences;

    /// <summary>How far off the agreement is spoken of in the sentence, and any other.</summary>
    private (int Near, int Elsewhere) Nearest(Hit hit, ReadOnlySpan<(Candidate, Mention)> spoken)
    {
        var (near, elsewhere) = (Far, Far);
        foreach (var (of, mention) in spoken)
        {
            var distance = hit.End <= mention.Head ? mention.Head - hit.End : hit.First >= mention.HeadEnd ? hit.First - mention.HeadEnd : 0;
            if (of == candidate)
                near = Math.Min(near, distance);
            else
                elsewhere = Math.Min(elsewhere, distance);
        }

        return (near, elsewhere);
    }

    private readonly record struct Sign(AgreementType Type, bool Topic, int Sentence, int Distance);
}
