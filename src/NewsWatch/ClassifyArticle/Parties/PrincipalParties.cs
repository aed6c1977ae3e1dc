using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Parties;

/// <summary>Whom the article as a whole is about: what a sentence that names one party or none is completed from.</summary>
internal sealed class PrincipalParties
{
    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal);

    private PrincipalParties()
    {
    }

    /// <summary>Parties by weight, heaviest first.</summary>
    public IReadOnlyList<string> ByWeight { get; private set; } = [];

    /// <summary>The pair, or more where the title names a group; empty where fewer than two are named.</summary>
    public IReadOnlyList<string> Set { get; private set; } = [];

    /// <summary>Parties that the title names, what they are only wary of left out; empty where it names none.</summary>
    public IReadOnlyList<string> InTitle { get; private set; } = [];

    /// <summary>Weight of a party; 0 for one that is not named.</summary>
    public double Weight(string code) => weights.GetValueOrDefault(code);

    /// <summary>True where these are the principal parties.</summary>
    public bool Are(IReadOnlyList<string> parties) => parties.Count == Set.Count && Set.HasAll(parties);

    /// <summary>The heaviest principal that is another; null where there is none.</summary>
    public string? Besides(string other) => FirstBesides(Set, other) ?? FirstBesides(ByWeight, other);

    /// <summary>The heaviest principal that is none of <paramref name="others"/>; null where there is none.</summary>
    public string? Besides(IReadOnlyList<string> others) => FirstBesides(Set, others) ?? FirstBesides(ByWeight, others);

    /// <summary>Weighs every party by where and beside what it is named.</summary>
    public static PrincipalParties Of(ReadText text, PartyMention[][] parties, IReadOnlyList<Mention> mentions)
    {
        var principal = new PrincipalParties();
        var next = 0;
        for (var sentence = 0; sentence < parties.Length; sentence++)
        {
            var body = sentence - text.TitleSentences;
            var place = text.IsTitle(sentence) ? 4.0 : body == 0 ? 3.0 : body < 3 ? 2.0 : 1.0;
            var beside = 1.0;
            for (; next < mentions.Count && mentions[next].Sentence == sentence; next++)
                beside = Math.Max(beside, mentions[next].Naming > Naming.Bare ? 2.0 : 1.5);
            principal.Weigh(parties[sentence], place * beside);
        }

        principal.ByWeight = [.. principal.weights.OrderByDescending(pair => pair.Value).Select(pair => pair.Key)];
        principal.InTitle = TitleOf(text, parties);
        principal.Set = GroupIn(text, parties) ?? (principal.ByWeight.Count >= 2 ? [principal.ByWeight[0], principal.ByWeight[1]] : []);
        return principal;
    }

    private static string? FirstBesides(IReadOnlyList<string> codes, string other)
        => codes.Count > 0 && codes[0] != other ? codes[0] : codes.Count > 1 ? codes[1] : null;

    private static string? FirstBesides(IReadOnlyList<string> codes, IReadOnlyList<string> others)
    {
        for (var at = 0; at < codes.Count; at++)
            if (!others.Has(codes[at]))
                return codes[at];
        return null;
    }

    /// <summary>Adds what the parties of a sentence weigh, each once, by the most that it is named for.</summary>
    private void Weigh(PartyMention[] parties, double worth)
    {
        for (var i = 0; i < parties.Length; i++)
        {
            var (code, most, isFirst) = (parties[i].Code, 0.0, true);
            for (var j = 0; j < parties.Length; j++)
                if (parties[j].Code == code)
                    (most, isFirst) = (Math.Max(most, Worth(parties[j])), isFirst && j >= i);
            if (isFirst)
                weights[code] = weights.GetValueOrDefault(code) + (worth * most);
        }
    }

    private static double Worth(PartyMention party) => party.Role switch
    {
        PartyRole.Actor => party.Listed ? 0.2 : 1.0,
        PartyRole.Place => 0.25,
        _ => 0.1,
    };

    private static List<string> TitleOf(ReadText text, PartyMention[][] parties)
    {
        var codes = new List<string>();
        for (var sentence = 0; sentence < text.TitleSentences; sentence++)
            foreach (var party in parties[sentence])
                if (party.Role != PartyRole.Outsider && !codes.Has(party.Code))
                    codes.Add(party.Code);
        return codes;
    }

    /// <summary>A title that names two, or three joined ones, settles it.</summary>
    private static List<string>? GroupIn(ReadText text, PartyMention[][] parties)
    {
        for (var sentence = 0; sentence < text.TitleSentences; sentence++)
        {
            var codes = new List<string>();
            var (group, isOne) = (-1, true);
            foreach (var party in parties[sentence])
                if (party.Role == PartyRole.Actor)
                {
                    isOne &= group < 0 || group == party.Group;
                    group = party.Group;
                    if (!codes.Has(party.Code))
                        codes.Add(party.Code);
                }

            if (codes.Count == 2 || (codes.Count is 3 or 4 && isOne))
                return codes;
        }

        return null;
    }
}
