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
    private readonly IReadOnlyList<KnownAgreement> known;
    private readonly List<Sign> signs = [];

    /// <summary>Gathers what tells types.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="candidate">The agreement in question.</param>
    public TypeFeatures(ArticleReading reading, Candidate candidate)
    {
        text = reading.Text;
        this.candidate = candidate;
        day = reading.Ages.Own;
        known = KnownAgreements.Table.Between(candidate.Parties);
        var here = candidate.Mentions.ToLookup(mention => mention.Sentence);
        var elsewhere = reading.Candidates.Where(other => other != candidate).SelectMany(other => other.Mentions).ToLookup(mention => mention.Sentence);
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
            foreach (var hit in text.HitsOf(sentence))
                if (hit.Term is { Kind: TermKind.Instrument or TermKind.Acronym or TermKind.Topic, Type: { } type })
                {
                    var near = Nearest(hit, here[sentence]);
                    if (Nearest(hit, elsewhere[sentence]) >= near)
                        signs.Add(new(type, hit.Term.Kind == TermKind.Topic, sentence, near));
                }
    }

    /// <summary>The types that anything speaks for, each with what does.</summary>
    public IEnumerable<(AgreementType Type, Features Features)> Alternatives()
    {
        var types = signs.Select(sign => sign.Type).Concat(candidate.Mentions.Where(mention => mention.Naming > Naming.Bare).Select(mention => mention.Type))
            .Append(candidate.Type).Distinct().Order().ToList();
        var most = types.MaxBy(type => signs.Count(sign => sign.Type == type));
        var plain = types.Where(type => candidate.Mentions.Any(mention => mention.Type == type && mention.Naming >= Naming.Described)).ToList();
        return types.Select(type => (type, Of(type, most, plain)));
    }

    private Features Of(AgreementType type, AgreementType most, List<AgreementType> plain)
    {
        var features = new Features();
        var name = WireName.Of(type);
        var mentions = candidate.Mentions.Where(mention => mention.Naming > Naming.Bare && mention.Type == type).ToList();
        var named = signs.FindAll(sign => sign.Type == type && !sign.Topic);
        var topics = signs.FindAll(sign => sign.Type == type && sign.Topic);
        features.Add($"is {name}", true);
        foreach (var naming in (ReadOnlySpan<Naming>)[Naming.Domain, Naming.Topic, Naming.Described, Naming.Named])
        {
            features.Add($"{naming}", mentions.Exists(mention => mention.Naming == naming));
            features.Add($"{naming} in title", mentions.Exists(mention => mention.Naming == naming && text.IsTitle(mention.Sentence)));
            features.Add($"{naming} in first sentences", mentions.Exists(mention => mention.Naming == naming && Place(mention.Sentence) is 0 or 1));
        }

        features.Add("mentions", Math.Log2(1 + mentions.Count));
        features.Add("composed as this", candidate.Type == type);
        features.Add("name beside it", named.Exists(sign => sign.Distance <= 2));
        features.Add("name in its sentence", named.Exists(sign => sign.Distance < Far));
        features.Add("name elsewhere", Math.Log2(1 + named.Count(sign => sign.Distance == Far)));
        features.Add("topic beside it", topics.Exists(sign => sign.Distance <= 3));
        features.Add($"{name} topic beside it", topics.Exists(sign => sign.Distance <= 3));
        features.Add("topic near it", topics.Exists(sign => sign.Distance <= 9));
        features.Add("topic in its sentence", topics.Exists(sign => sign.Distance < Far));
        features.Add($"{name} topic in its sentence", topics.Exists(sign => sign.Distance < Far));
        features.Add("topic in title", topics.Exists(sign => text.IsTitle(sign.Sentence)));
        features.Add("topic in first sentence", topics.Exists(sign => Place(sign.Sentence) == 0));
        features.Add("topics", Math.Log2(1 + topics.Count));
        features.Add($"{name} topics", Math.Log2(1 + topics.Count));
        features.Add("most spoken of", type == most);
        if (plain.Count == 0)
            Compare(features, type, name);
        foreach (var other in plain)
            if (other != type)
                features.Add($"{name} where {WireName.Of(other)} is named", true);
        features.Add($"{name} where nothing is named", plain.Count == 0);
        return features;
    }

    /// <summary>
    /// What is known of the same parties, where the text itself says no type: their pact is oftener spoken of than one nobody has heard of.
    /// </summary>
    private void Compare(Features features, AgreementType type, string name)
    {
        var alike = known.Where(one => one.Type == type).ToList();
        features.Add("pact known", alike.Count > 0);
        features.Add($"{name} pact known", alike.Count > 0);
        features.Add("pact of another type known", known.Count > 0 && alike.Count == 0);
        features.Add("pact of these days known", KnownLife.IsOfTheseDays(alike, day));
    }

    private int Place(int sentence) => sentence - text.TitleSentences;

    private static int Nearest(Hit hit, IEnumerable<Mention> mentions)
    {
        var nearest = Far;
        foreach (var mention in mentions)
            nearest = Math.Min(nearest, hit.End <= mention.Head ? mention.Head - hit.End : hit.First >= mention.HeadEnd ? hit.First - mention.HeadEnd : 0);
        return nearest;
    }

    private sealed record Sign(AgreementType Type, bool Topic, int Sentence, int Distance);
}
