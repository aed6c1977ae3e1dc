using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.ExtractArticle.Reading.Picking;

/// <summary>Which blocks of a page are its article, with what led to it.</summary>
/// <param name="Judgement">What the trees said.</param>
/// <param name="Struck">By block, the rule that left it out over the trees' verdict; null where none did.</param>
/// <param name="Cut">The least probability taken.</param>
/// <param name="Body">What was taken.</param>
internal sealed record BlockChoice(Judgement Judgement, string?[] Struck, float Cut, BodyText Body)
{
    /// <summary>Judges, strikes, cuts.</summary>
    public static BlockChoice Of(PageMap map, PageContext context)
    {
        var judgement = BlockJudge.Judge(map, context);
        var struck = Strikes.Of(map, context);
        var left = Left(judgement.Second, struck);
        var cut = Picking.Cut.Of(map.Blocks, left);
        return new(judgement, struck, cut, BodyText.Of(map, left, cut));
    }

    /// <summary>The probabilities, zero for what is struck.</summary>
    public static float[] Left(float[] probabilities, string?[] struck)
        => [.. probabilities.Zip(struck, (probability, rule) => rule is null ? probability : 0)];

    /// <summary>The same for people to read, a verdict a block.</summary>
    public IReadOnlyList<BlockVerdict> Verdicts(PageMap map)
    {
        var taken = Body.Taken.ToHashSet();
        return
        [
            .. map.Blocks.Select((block, i) => new BlockVerdict(
                map.TextOf(block).ToString(), Path(block.Box), Judgement.First[i], Judgement.Second[i], Cut, Struck[i], taken.Contains(i))),
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
