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

    /// <summary>The heaviest principal that is none of <paramref name="others"/>; null where there is none.</summary>
    public string? Besides(IReadOnlyCollection<string> others)
        => Set.FirstOrDefault(code => !others.Contains(code)) ?? ByWeight.FirstOrDefault(code => !others.Contains(code));

    /// <summary>Weighs every party by where and beside what it is named.</summary>
    public static PrincipalParties Of(ReadText text, PartyMention[][] parties, IReadOnlyList<Mention> mentions)
    {
        var principal = new PrincipalParties();
        var spoken = mentions.ToLookup(mention => mention.Sentence);
        for (var sentence = 0; sentence < parties.Length; sentence++)
        {
            var body = sentence - text.TitleSentences;
            var place = text.IsTitle(sentence) ? 4.0 : body == 0 ? 3.0 : body < 3 ? 2.0 : 1.0;
            var beside = spoken[sentence].Any(mention => mention.Naming > Naming.Bare) ? 2.0 : spoken[sentence].Any() ? 1.5 : 1.0;
            foreach (var mentioned in parties[sentence].GroupBy(party => party.Code))
                principal.Add(mentioned.Key, place * beside * mentioned.Max(party => party.Role switch
                {
                    PartyRole.Actor => party.Listed ? 0.2 : 1.0,
                    PartyRole.Place => 0.25,
                    _ => 0.1,
                }));
        }

        principal.ByWeight = [.. principal.weights.OrderByDescending(pair => pair.Value).Select(pair => pair.Key)];
        principal.InTitle = [.. parties.Take(text.TitleSentences).SelectMany(named => named).Where(party => party.Role != PartyRole.Outsider).Select(party => party.Code).Distinct()];
        principal.Set = GroupIn(text, parties) ?? (principal.ByWeight.Count >= 2 ? [.. principal.ByWeight.Take(2)] : []);
        return principal;
    }

    private void Add(string code, double weight) => weights[code] = weights.GetValueOrDefault(code) + weight;

    /// <summary>A title that names two, or three joined ones, settles it.</summary>
    private static List<string>? GroupIn(ReadText text, PartyMention[][] parties)
    {
        for (var sentence = 0; sentence < text.TitleSentences; sentence++)
        {
            var actors = parties[sentence].Where(party => party.Role == PartyRole.Actor).ToList();
            var codes = actors.Select(party => party.Code).Distinct().ToList();
            if (codes.Count == 2 || (codes.Count is 3 or 4 && actors.DistinctBy(party => party.Group).Count() == 1))
                return codes;
        }

        return null;
    }
}
