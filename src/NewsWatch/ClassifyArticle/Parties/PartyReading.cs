using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.ClassifyArticle.Parties;

/// <summary>Parties of one agreement.</summary>
/// <param name="Codes">Who, each once.</param>
/// <param name="Explicit">True where the sentence says so itself.</param>
/// <param name="Evidence">What names them in the sentence.</param>
internal sealed record PartySet(IReadOnlyList<string> Codes, bool Explicit, PartyMention[] Evidence);

/// <summary>One way to read who is party.</summary>
/// <param name="Sets">The sets of parties, one for each agreement.</param>
/// <param name="Features">What speaks for it.</param>
internal sealed record PartyReading(IReadOnlyList<PartySet> Sets, Features Features);
