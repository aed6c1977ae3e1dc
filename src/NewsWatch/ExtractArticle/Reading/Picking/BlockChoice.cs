using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.ExtractArticle.Reading.Picking;

/// <summary>Which blocks of a page are its article, with what led to it.</summary>
/// <param name="Judgement">What the trees said.</param>
/// <param name="Struck">By block, the rule that left it out over the trees' verdict; null where none did.</param>
/// <param name="Kept">By block, the rule that took it over the trees' verdict; null where none did.</param>
/// <param name="Cut">The least probability taken.</param>
/// <param name="Body">What was taken.</param>
internal sealed record BlockChoice(Judgement Judgement, string?[] Struck, string?[] Kept, float Cut, BodyText Body)
{
    /// <summary>Judges and chooses.</summary>
    public static BlockChoice Of(PageMap map, PageContext context, CancellationToken cancellation = default)
    {
        var judgement = BlockJudge.Judge(map, context);
        cancellation.ThrowIfCancellationRequested();
        return Of(map, context, judgement);
    }

    /// <summary>Strikes, cuts, keeps.</summary>
    public static BlockChoice Of(PageMap map, PageContext context, Judgement judgement)
    {
        var struck = Strikes.Of(map, context);
        float[] left = [.. judgement.Second.Zip(struck, (probability, rule) => rule is null ? probability : 0)];
        var cut = Picking.Cut.Of(map.Blocks, left);
        var kept = Keeps.Of(map, context, struck, left, cut);
        bool[] chosen = [.. left.Zip(kept, (probability, rule) => probability >= cut || rule is not null)];
        return new(judgement, struck, kept, cut, BodyText.Of(map, chosen));
    }

    /// <summary>The same for people to read, a verdict a block.</summary>
    public IReadOnlyList<BlockVerdict> Verdicts(PageMap map)
    {
        var taken = Body.Taken.ToHashSet();
        return
        [
            .. map.Blocks.Select((block, i) => new BlockVerdict(
                map.TextOf(block).ToString(), Path(block.Box), Judgement.First[i], Judgement.Second[i], Cut,
                Struck[i], Kept[i], taken.Contains(i))),
        ];
    }

    private static string Path(Box box)
    {
        const int most = 3;
        var names = new List<string>();
        for (Box? at = box; at is not null && names.Count < most; at = at.Parent)
            names.Add(at.Tag.ToString().ToLowerInvariant());
        names.Reverse();
        return string.Join('/', names);
    }
}
