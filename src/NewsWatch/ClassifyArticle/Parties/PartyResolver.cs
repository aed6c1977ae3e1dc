using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Weights;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Parties;

/// <summary>
/// Fourth phase: who is party to what one mention speaks of. Several rules each read it in their way; what each reading has for it is weighed.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="parties">The parties named in each sentence.</param>
/// <param name="principal">Whom the article is about.</param>
/// <param name="weigh">How much what is observed speaks for a reading.</param>
internal sealed class PartyResolver(ReadText text, PartyMention[][] parties, PrincipalParties principal, Func<Features, double> weigh)
{
    private readonly PartyRules rules = new(text, principal);
    private readonly PartyFeatures described = new(text, principal);
    private readonly List<RuledParties> readings = [];
    private readonly Features features = text.Buffers.Observed;
    private HashSet<string>? saidOfEach;

    /// <summary>The sets of parties: one, or one a partner where a list of partners is given; empty where none can be told.</summary>
    public IReadOnlyList<PartySet> Resolve(Mention mention)
    {
        if (mention.Parties.Count > 0)
            return [new(mention.Parties, true, [])];
        var actors = ActorsOf(mention.Sentence);
        Read(mention, actors);
        if (readings.Count < 2)
            return readings.Count == 0 ? [] : readings[0].Sets;
        var named = PartyList.States(actors);
        var (best, most) = (0, double.NegativeInfinity);
        for (var i = 0; i < readings.Count; i++)
        {
            features.Clear();
            described.Describe(features, readings[i], mention, actors, named, i == 0);
            if (weigh(features) is var weight && weight > most)
                (best, most) = (i, weight);
        }

        return readings[best].Sets;
    }

    /// <summary>Every way to read who is party to it, each with what speaks for it; none for a name that tells its parties itself.</summary>
    public IReadOnlyList<PartyReading> Alternatives(Mention mention)
    {
        var actors = ActorsOf(mention.Sentence);
        var named = PartyList.States(actors);
        Read(mention, actors);
        return [.. readings.Select((reading, i) => new PartyReading(reading.Sets, described.Describe(new(), reading, mention, actors, named, i == 0)))];
    }

    private void Read(Mention mention, PartyMention[] actors)
    {
        readings.Clear();
        rules.Read(mention, actors, readings);
        if (readings.Exists(static reading => reading.Sets.Count > 1) && SaysEach(mention.Sentence, actors))
            readings.RemoveAll(static reading => reading.Sets.Count == 1);
    }

    /// <summary>"Have each signed": said of these states here, or elsewhere in the text, as a title has no room for it.</summary>
    private bool SaysEach(int sentence, PartyMention[] actors)
        => text.Has(sentence, TermKind.Each)
            || ((saidOfEach ??= FindEach()).Count > 0 && PartyRules.EachWith(actors) is { } pairs && saidOfEach.Contains(Key(pairs)));

    private HashSet<string> FindEach()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var sentence = 0; sentence < parties.Length; sentence++)
            if (text.Has(sentence, TermKind.Each) && PartyRules.EachWith(ActorsOf(sentence)) is { } pairs)
                found.Add(Key(pairs));
        return found;
    }

    private static string Key(IEnumerable<PartySet> sets)
        => string.Join('|', sets.Select(set => string.Join(' ', set.Codes.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));

    private PartyMention[] ActorsOf(int sentence) => PartyList.Where(parties[sentence], static party => party.Role == PartyRole.Actor);
}
