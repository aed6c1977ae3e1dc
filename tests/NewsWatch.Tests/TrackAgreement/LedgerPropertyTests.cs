using System.Globalization;
using CsCheck;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Pages;

namespace NewsWatch.Tests.TrackAgreement;

/// <summary>What holds of the ledger whatever articles tell, and in whatever order; a failure prints its seed.</summary>
public sealed class LedgerPropertyTests
{
    private static readonly KnownAgreements Nothing = new([]);

    private static readonly Gen<FoundAgreement> Found = Gen.Select(
        Gen.OneOf(AgreementType.Acsa, AgreementType.LogisticsSupport, AgreementType.Training, AgreementType.ReciprocalAccess, AgreementType.Other),
        Gen.Enum<AgreementStage>(),
        Gen.OneOf("ACSA", "Lisbon Protocol", "the pact", "Training Agreement", ""),
        Gen.Bool,
        Gen.Int[0, 9],
        (type, stage, name, flip, kind) => Told.Acsa(stage, null, kind < 3, flip ? ["JP", "FR"] : ["FR", "JP"]) with { Type = type, Name = name, Denies = kind == 9 });

    private static readonly Gen<Article[]> Articles = Gen.Select(Gen.Int[0, 1_500], Found.Array[1, 2]).Array[2, 8]
        .Select(told => told.Select((one, number) => Told.On(Day(one.Item1), $"outlet{number}", one.Item2)).ToArray());

    [Fact]
    public void Of_articles_in_any_order_the_dossiers_are_the_same()
        => Gen.Select(Articles, Gen.Int[0, int.MaxValue]).Sample(
            (articles, seed) =>
            {
                var shuffled = articles.ToArray();
                new Random(seed).Shuffle(shuffled);
                Assert.Equal(Instruments(articles), Instruments(shuffled));
                Assert.Equal(Instruments(articles), Instruments([.. articles, .. shuffled]));
            },
            iter: 100);

    [Fact]
    public async Task What_is_merged_and_split_and_undone_is_as_it_was()
        => await Gen.Select(Articles, Gen.Select(Gen.Bool, Gen.Int[0, 99], Gen.Int[0, 99]).Array[1, 3]).SampleAsync(
            async (articles, steps) =>
            {
                using var bench = new LedgerBench();
                foreach (var article in articles)
                    await bench.FileAsync(article);
                var editor = bench.Get<DossierEditor>();
                var before = await DossiersAsync(bench);
                var changed = new Stack<string>();
                foreach (var (merges, one, other) in steps)
                    if (await ChangeAsync(bench, editor, merges, one, other) is { } id)
                        changed.Push(id);
                Assert.Equal(articles.Length, Articled(await DossiersAsync(bench)));
                foreach (var id in changed)
                    Assert.IsType<DossierOutcome.Changed>(await editor.UndoAsync(id, "Omar", default));
                Assert.Equal(before, await DossiersAsync(bench));
            },
            iter: 200,
            threads: 1);

    /// <summary>Merges two dossiers or splits one; the id by which that is undone, null where there was nothing to do.</summary>
    private static async Task<string?> ChangeAsync(LedgerBench bench, DossierEditor editor, bool merges, int one, int other)
    {
        var all = await ListAsync(bench);
        var (first, second) = (all[one % all.Count], all[other % all.Count]);
        if (merges)
            return first.Id != second.Id && await editor.MergeAsync(first.Id, second.Id, "Ines", false, default) is DossierOutcome.Changed ? first.Id : null;
        var articles = first.Entries.Select(entry => entry.Article).Distinct().Order(StringComparer.Ordinal).ToList();
        return await editor.SplitAsync(first.Id, [.. articles.Take(1 + (other % articles.Count))], "Ines", default) is DossierOutcome.Changed { Dossier.Id: var id } ? id : null;
    }

    private static async Task<List<Dossier>> ListAsync(LedgerBench bench)
    {
        var all = new List<Dossier>();
        await foreach (var dossier in bench.Get<DossierStore>().ListAsync(default))
            if (dossier is { MergedInto: null, Entries.Count: > 0 })
                all.Add(dossier);
        return [.. all.OrderBy(dossier => dossier.Id, StringComparer.Ordinal)];
    }

    private static async Task<List<string>> DossiersAsync(LedgerBench bench)
        => [.. (await ListAsync(bench)).Select(dossier => $"{dossier.Id} {dossier.Type}: {Keys(dossier.Entries)}; {Runs(StageHistory.Of(dossier))}")];

    private static int Articled(IEnumerable<string> dossiers)
        => dossiers.SelectMany(dossier => dossier.Split(' ', ';').Where(word => word.Contains('@')).Select(word => word.Split('@')[0])).Distinct().Count();

    private static List<string> Instruments(IEnumerable<Article> articles)
    {
        LedgerPage? page = null;
        foreach (var article in articles)
        {
            var filing = ArticleFiling.Of(article, Nothing, DateTimeOffset.UnixEpoch);
            page = new PageChange(Nothing, 36500, DateTimeOffset.UnixEpoch, article.Id)
                .ApplyTo(page, "fr-jp", new PageFiling(article.Id, [.. filing.ByPage["fr-jp"]], DateTimeOffset.UnixEpoch).On);
        }
        return [.. PageFold.Of(page!, Nothing).Instruments
            .Select(instrument => $"{instrument.Type}: {Keys(instrument.Entries)}; {Runs(instrument.History())}").Order(StringComparer.Ordinal)];
    }

    private static string Keys(IEnumerable<DossierEntry> entries)
        => string.Join(' ', entries.Select(entry => $"{entry.Article}@{entry.Key}").Order(StringComparer.Ordinal));

    private static string Runs(StageHistory history)
        => string.Join(", ", history.Runs.Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.Stage} {run.Since:O}")));

    private static string Day(int day) => new DateOnly(2017, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
