namespace NewsWatch.Review.Agreements;

/// <summary>Who has agreements with whom by the end of a year, drawn as a ring of parties by region with a line for each two. Pure.</summary>
public sealed class PartyNetwork
{
    /// <summary>Most parties drawn.</summary>
    public const int MostParties = 70;

    /// <summary>Width and height of the drawing.</summary>
    public const double Size = 760;

    /// <summary>What may be left out above and below where names are written straight, or a little turned.</summary>
    public const double Margin = 20;

    private const double Radius = 265, Middle = Size / 2;

    /// <param name="rows">The ledger.</param>
    /// <param name="year">The year.</param>
    public PartyNetwork(IEnumerable<AgreementRow> rows, int year)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Year = year;
        var lines = new Dictionary<(string, string), (int Count, bool IsNew)>();
        foreach (var row in rows)
        {
            // A treaty of many is no set of pairs: it would fill the ring.
            if (row.Parties.Count is < 2 or > 8 || row.StageOn(new(year, 12, 31)) is not { Stage: var stage } || !Holds(stage))
                continue;
            var isNew = row.Stages.FirstOrDefault(one => Holds(one.Stage))?.Since.Year == year;
            Agreements++;
            New += isNew ? 1 : 0;
            foreach (var (first, one) in row.Parties.Index())
                foreach (var other in row.Parties.Skip(first + 1))
                {
                    var (count, was) = lines.GetValueOrDefault((one, other));
                    lines[(one, other)] = (count + 1, was || isNew);
                }
        }
        var degree = lines.SelectMany(line => new[] { (Party: line.Key.Item1, line.Value.Count), (Party: line.Key.Item2, line.Value.Count) })
            .GroupBy(end => end.Party, end => end.Count, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Sum(), StringComparer.Ordinal);
        var shown = degree.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostParties)
            .Select(pair => pair.Key).OrderBy(Region).ThenBy(code => code, StringComparer.Ordinal).ToList();
        Hidden = degree.Count - shown.Count;
        var nodes = shown.Select((party, index) => Node.At(party, degree[party], index, shown.Count)).ToDictionary(node => node.Party, StringComparer.Ordinal);
        Nodes = [.. nodes.Values];
        Lines =
        [
            .. lines.Where(line => nodes.ContainsKey(line.Key.Item1) && nodes.ContainsKey(line.Key.Item2))
                .OrderBy(line => line.Value.IsNew).ThenByDescending(line => line.Value.Count)
                .Select(line => new Line(nodes[line.Key.Item1], nodes[line.Key.Item2], line.Value.Count, line.Value.IsNew)),
        ];
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>Agreements that held by its end.</summary>
    public int Agreements { get; }

    /// <summary>Of these, those signed in it.</summary>
    public int New { get; }

    /// <summary>Parties not drawn for want of room.</summary>
    public int Hidden { get; }

    /// <summary>The parties, those of a region beside each other.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The lines, the new ones last and so on top.</summary>
    public IReadOnlyList<Line> Lines { get; }

    /// <summary>The years that stages of the ledger were reached in, first to last; the present one where there are none.</summary>
    public static (int First, int Last) Years(IReadOnlyList<AgreementRow> rows, int present)
    {
        var years = rows.SelectMany(row => row.Stages).Where(stage => Holds(stage.Stage)).Select(stage => stage.Since.Year).ToList();
        return years.Count == 0 ? (present, present) : (years.Min(), Math.Max(present, years.Max()));
    }

    private static bool Holds(AgreementStage stage)
        => stage is AgreementStage.Signed or AgreementStage.Ratified or AgreementStage.InForce or AgreementStage.AmendedOrRenewed;

    private static int Region(string party) => RegionOrder.TryGetValue(party, out var order) ? order : int.MaxValue;

    // Each party in the first region that has it that is no continent: neighbours then stand beside each other.
    private static readonly Dictionary<string, int> RegionOrder = Ordered();

    private static Dictionary<string, int> Ordered()
    {
        string[] around =
        [
            "northern-america", "central-america", "caribbean", "south-america", "western-africa", "northern-africa", "middle-africa",
            "southern-africa", "eastern-africa", "western-asia", "central-asia", "southern-asia", "south-eastern-asia", "australia-and-new-zealand",
            "melanesia", "micronesia", "polynesia", "eastern-asia", "eastern-europe", "northern-europe", "western-europe", "southern-europe",
        ];
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, region) in around.Index())
            foreach (var party in RegionTable.PartiesOf(region) ?? new HashSet<string>())
                order.TryAdd(party, index);
        return order;
    }

    /// <summary>A party on the ring.</summary>
    /// <param name="Party">Its code.</param>
    /// <param name="Count">Its agreements, each counted once for each partner.</param>
    /// <param name="X">Its place.</param>
    /// <param name="Y">Its place.</param>
    /// <param name="Turn">Degrees from the right, clockwise.</param>
    public sealed record Node(string Party, int Count, double X, double Y, double Turn)
    {
        /// <summary>How large it is drawn.</summary>
        public double Size => 3 + Math.Min(8, Math.Sqrt(Count) * 1.4);

        /// <summary>True on the left half, where names are written towards the ring.</summary>
        public bool IsLeft => Turn is > 90 and < 270;

        internal static Node At(string party, int count, int index, int of)
        {
            var turn = 360.0 * index / of;
            var angle = turn * Math.PI / 180;
            return new(party, count, Middle + (Radius * Math.Cos(angle)), Middle + (Radius * Math.Sin(angle)), turn);
        }

        /// <summary>Where its name begins or ends.</summary>
        public (double X, double Y) Label => (Middle + ((Radius + 14) * Math.Cos(Turn * Math.PI / 180)), Middle + ((Radius + 14) * Math.Sin(Turn * Math.PI / 180)));
    }

    /// <summary>Two parties with agreements.</summary>
    /// <param name="From">One.</param>
    /// <param name="To">The other.</param>
    /// <param name="Count">How many agreements.</param>
    /// <param name="IsNew">True where one of them was signed in the year.</param>
    public sealed record Line(Node From, Node To, int Count, bool IsNew)
    {
        /// <summary>A curve drawn in towards the middle.</summary>
        public string Path => $"M{Layout.Svg.N(From.X)} {Layout.Svg.N(From.Y)}Q{Layout.Svg.N(Pull(From.X, To.X))} {Layout.Svg.N(Pull(From.Y, To.Y))} {Layout.Svg.N(To.X)} {Layout.Svg.N(To.Y)}";

        /// <summary>How wide it is drawn.</summary>
        public double Width => Math.Min(6, 0.8 + Count);

        private static double Pull(double one, double other) => Middle + (((one + other) / 2) - Middle) * 0.35;
    }
}
