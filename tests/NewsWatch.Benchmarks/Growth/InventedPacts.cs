using NewsWatch.TrackAgreement;

namespace NewsWatch.Benchmarks.Growth;

/// <summary>
/// Agreements that move on while the years go by: each step is reported some times within a day or two, then by the way for long. Some
/// pairs of states have many agreements, most have one; the ledger grows with the news.
/// </summary>
internal sealed class InventedPacts
{
    private const int Pairs = 400;
    private const int AtOnce = 4;
    private const int ReportsOfAStep = 5;
    private const int ArticlesOfAnAgreement = 1250;

    private static readonly AgreementType[] Types = Enum.GetValues<AgreementType>();

    private static readonly AgreementStage[] Life =
    [
        AgreementStage.Negotiating, AgreementStage.AgreedInPrinciple, AgreementStage.Signed, AgreementStage.Ratified, AgreementStage.InForce,
        AgreementStage.AmendedOrRenewed,
    ];

    private readonly Random random;
    private readonly Pact[] pacts;
    private readonly Step[] moving = new Step[AtOnce];
    private int opened = 20;

    /// <param name="random">What they are drawn by.</param>
    /// <param name="articles">Articles that will be written.</param>
    public InventedPacts(Random random, int articles)
    {
        this.random = random;
        var states = PartyTable.All.Where(party => party.IsCountry).Select(party => party.Code).Order(StringComparer.Ordinal).ToArray();
        var pairs = Enumerable.Range(0, Pairs).Select(_ => AgreementId.SortParties(random.GetItems(states, 2))).Where(pair => pair.Count == 2).ToArray();
        pacts = [.. Enumerable.Range(0, 2 * (opened + (articles / ArticlesOfAnAgreement)))
            .Select(_ => (Type: Types[random.Next(Types.Length)], Parties: pairs[Few(pairs.Length)]))
            .DistinctBy(one => AgreementId.Of(one.Type, one.Parties))
            .Take(opened + (articles / ArticlesOfAnAgreement))
            .Select(one => new Pact(one.Type, one.Parties))];
    }

    /// <summary>What the next report tells, as news.</summary>
    /// <param name="written">Articles written so far.</param>
    public (AgreementType Type, IReadOnlyList<string> Parties, AgreementStage Stage) News(int written)
    {
        opened = Math.Min(pacts.Length, 20 + (written / ArticlesOfAnAgreement));
        ref var step = ref moving[random.Next(AtOnce)];
        if (step.Left == 0)
        {
            var pact = pacts[Few(opened)];
            step = new(pact, Life[Math.Min(pact.Reached++, Life.Length - 1)], ReportsOfAStep);
        }
        step = step with { Left = step.Left - 1 };
        return (step.Pact.Type, step.Pact.Parties, step.Stage);
    }

    /// <summary>What is named by the way.</summary>
    public (AgreementType Type, IReadOnlyList<string> Parties, AgreementStage Stage) Background()
    {
        var pact = pacts[Few(opened)];
        return (pact.Type, pact.Parties, pact.Reached == 0 ? AgreementStage.Mentioned : Life[Math.Min(pact.Reached, Life.Length) - 1]);
    }

    private int Few(int count) => (int)(Math.Pow(random.NextDouble(), 2) * count);

    private sealed class Pact(AgreementType type, IReadOnlyList<string> parties)
    {
        public AgreementType Type => type;

        public IReadOnlyList<string> Parties => parties;

        public int Reached { get; set; }
    }

    private readonly record struct Step(Pact Pact, AgreementStage Stage, int Left);
}
