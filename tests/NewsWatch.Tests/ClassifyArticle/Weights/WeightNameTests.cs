using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Dates;
using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Verdicts;
using NewsWatch.ClassifyArticle.Weights;

namespace NewsWatch.Tests.ClassifyArticle.Weights;

/// <summary>A weight of a name that nothing observes counts nothing, and nobody would notice: a misspelling fails here.</summary>
public sealed class WeightNameTests
{
    private static readonly Lazy<ConcurrentDictionary<string, ConcurrentDictionary<string, bool>>> Observed = new(Observe);

    /// <summary>Before what stands far down a text; the same is observed of what does not.</summary>
    private const string Deep = "deep: ";

    /// <summary>What <see cref="KnownLife"/> tells hangs on days that shipped articles do not have.</summary>
    private static readonly string[] Lives =
    [
        "no pact known", "another pact known", "known", "known, long before it", "known, before it", "known, about now", "known, of late",
        "known, of last year", "known, of old",
    ];

    /// <summary>Acts, manners, stages, types and ages are enumerated by code; a name is judged by the observation they stand in.</summary>
    private static readonly Regex Enumerated = new(
        @"(?<![\w/-])(" + string.Join('|', Names<Act>().Concat(Names<Manner>()).Concat(Names<AgreementStage>()).Concat(Names<AgreementType>())
            .Concat(NewsFeatures.Against).Concat(Lives).Concat(Enum.GetNames<Age>()).Concat(Enum.GetNames<Naming>())
            .Distinct().OrderByDescending(name => name.Length).Select(Regex.Escape)) + @")(?![\w/-])",
        RegexOptions.CultureInvariant);

    [Theory]
    [InlineData("parties"), InlineData("type"), InlineData("primary"), InlineData("news-claim")]
    [InlineData("background-claim"), InlineData("news"), InlineData("named"), InlineData("real")]
    public void Every_weight_is_of_something_observed(string table)
    {
        var names = Tables[table].Names.Select(Shape).Distinct().ToList();
        Assert.DoesNotContain(names, name => !Observed.Value[table].ContainsKey(name));
    }

    [Fact]
    public void A_misspelt_name_is_seen()
        => Assert.All((string[])["in tilte", "sing done", "stage singed"], name => Assert.False(Observed.Value["news-claim"].ContainsKey(Shape(name))));

    private static Dictionary<string, WeightTable> Tables { get; } = new(StringComparer.Ordinal)
    {
        ["parties"] = ReadingWeights.Shipped.Parties,
        ["type"] = ReadingWeights.Shipped.Type,
        ["primary"] = ReadingWeights.Shipped.Primary,
        ["news-claim"] = ReadingWeights.Shipped.NewsClaim,
        ["background-claim"] = ReadingWeights.Shipped.BackgroundClaim,
        ["news"] = ReadingWeights.Shipped.News,
        ["named"] = ReadingWeights.Shipped.Named,
        ["real"] = ReadingWeights.Shipped.Real,
    };

    private static ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> Observe()
    {
        var observed = new ConcurrentDictionary<string, ConcurrentDictionary<string, bool>>(Tables.Keys.Select(table => KeyValuePair.Create(table, new ConcurrentDictionary<string, bool>())));
        ShippedCases.All.Concat(ShippedCases.Fitted).AsParallel().ForAll(record =>
        {
            if (ArticleReading.Compose(record.Input, AgreementLexicon.Default, ReadingWeights.Shipped.Parties.Of) is not { } reading)
                return;
            foreach (var mention in reading.Mentions)
                foreach (var alternative in reading.Resolver.Alternatives(mention))
                    Add("parties", alternative.Features);
            var stages = new StageReader(reading, ReadingWeights.Shipped);
            foreach (var candidate in reading.Candidates)
            {
                foreach (var alternative in new TypeFeatures(reading, candidate).Alternatives())
                    Add("type", alternative.Features);
                foreach (var alternative in stages.Alternatives(candidate, background: false))
                    Add("news-claim", alternative.Features);
                foreach (var alternative in stages.Alternatives(candidate, background: true))
                    Add("background-claim", alternative.Features);
                var news = NewsFeatures.Of(reading, candidate, stages.Read(candidate, background: false));
                Add("news", news);
                Add("real", RealFeatures.Of(reading, candidate, news));
                Add("primary", PrimaryFeatures.Of(reading, candidate, 1));
            }

            Add("named", NamedFeatures.Of(reading, 1, 1));
        });
        return observed;

        void Add(string table, Features features)
        {
            foreach (var (name, _) in features.Values)
                observed[table].TryAdd(Shape(name), true);
        }
    }

    private static string Shape(string name)
        => Enumerated.Replace(name.StartsWith(Deep, StringComparison.Ordinal) ? name[Deep.Length..] : name, "*");

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum
        => Enum.GetValues<T>().Select(WireName.Of);
}
