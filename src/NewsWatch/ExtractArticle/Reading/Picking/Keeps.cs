using NewsWatch.ExtractArticle.Reading.Blocks;
using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.ExtractArticle.Reading.Scoring;
using NewsWatch.Text.Tables;

namespace NewsWatch.ExtractArticle.Reading.Picking;

/// <summary>
/// Rules over the trees' verdict, for parts of an article that measured texts often leave out and readers do not: the standfirst, the key
/// points above the text, and a paragraph that differs from its taken fellows in its words alone. What <see cref="Strikes"/> struck stays
/// out.
/// </summary>
internal static class Keeps
{
    /// <summary>Blocks between the title and its standfirst at most.</summary>
    private const int NearTitle = 3;

    /// <summary>Blocks between the title and the key points at most.</summary>
    private const int BelowTitle = 16;

    /// <summary>Words of a standfirst.</summary>
    private const int ShortestStandfirst = 5, LongestStandfirst = 80;

    /// <summary>Share of the words that the title has too, of a line that only says it again.</summary>
    private const float SameWords = 0.8f;

    private const float MostLinks = 0.3f;

    /// <summary>
    /// Paragraphs of one template at least, the share of their words that is taken, and the probability none may fall below.
    /// </summary>
    private const int FewestFellows = 4;

    private const float TakenShare = 0.7f, LeastProbability = 0.1f;

    /// <summary>What stands by a title and is none of the article.</summary>
    private const ClassHints Furniture = ClassHints.Caption | ClassHints.Date | ClassHints.Byline | ClassHints.Advert | ClassHints.Paywall
        | ClassHints.Newsletter | ClassHints.Share | ClassHints.Consent | ClassHints.Comment | ClassHints.Related | ClassHints.Navigation
        | ClassHints.Footer | ClassHints.Player | ClassHints.Hidden | ClassHints.Aside;

    /// <summary>What lines say that go with an article's paragraphs and are none: read this too, subscribe, follow, pay.</summary>
    private static readonly Feature[] Asking =
        [Feature.SaysNewsletter, Feature.SaysRelated, Feature.SaysShare, Feature.SaysAdvert, Feature.SaysLegal, Feature.SaysComment];

    private static readonly HashSet<string> KeyPointHeadings = new(
        DataTable.Read("NewsWatch.ExtractArticle.Reading.key-point-headings.tsv", 2).SelectMany(row => row.Words(1, '|')),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Who keeps each block, by index; null for the blocks that no rule keeps.</summary>
    /// <param name="map">The page.</param>
    /// <param name="context">What is known of it.</param>
    /// <param name="struck">By block, the rule that struck it.</param>
    /// <param name="probabilities">By block, 0 to 1.</param>
    /// <param name="cut">The least probability taken.</param>
    public static string?[] Of(PageMap map, PageContext context, string?[] struck, ReadOnlySpan<float> probabilities, float cut)
    {
        var kept = new string?[map.Blocks.Count];
        if (context.TitleBlock >= 0)
        {
            Standfirst(map, context, kept);
            KeyPoints(map, context, kept);
        }
        Fellows(map, context, probabilities, cut, kept);
        for (var i = 0; i < kept.Length; i++)
            if (struck[i] is not null)
                kept[i] = null;
        return kept;
    }

    private static void Standfirst(PageMap map, PageContext context, string?[] kept)
    {
        for (var i = context.TitleBlock + 1; i <= context.TitleBlock + NearTitle && i < context.FirstProse; i++)
        {
            var block = map.Blocks[i];
            var hints = HintsOf(block);
            if (block.Words is >= ShortestStandfirst and <= LongestStandfirst && block.LinkShare < MostLinks && (hints & Furniture) == 0
                && context.Repeats(i) == 1 && (context.Title?.Overlap(context.Words[i]) ?? 0) < SameWords
                && (hints & ClassHints.Lead) != 0)
                kept[i] = "the standfirst";
        }
    }

    /// <summary>A list below the title whose heading says what it is.</summary>
    private static void KeyPoints(PageMap map, PageContext context, string?[] kept)
    {
        for (var i = context.TitleBlock + 1; i < Math.Min(map.Blocks.Count, context.TitleBlock + BelowTitle); i++)
        {
            if (!KeyPointHeadings.Contains(map.TextOf(map.Blocks[i]).TrimEnd(":：").ToString()))
                continue;
            var next = i + 1;
            while (next < map.Blocks.Count && IsPoint(map.Blocks[next]))
                kept[next++] = "a key point";
            if (next > i + 1)
                kept[i] = "a key point";
        }
    }

    private static bool IsPoint(Block block)
        => block is { Box: { Tag: Tag.Item or Tag.Paragraph, Parent.Tag: Tag.List or Tag.Item }, LinkShare: < MostLinks };

    /// <summary>
    /// Running text of one template is part of the article as a whole, or not at all; but for lines that ask for something.
    /// </summary>
    private static void Fellows(PageMap map, PageContext context, ReadOnlySpan<float> probabilities, float cut, string?[] kept)
    {
        var sums = new Dictionary<int, (int Count, int Words, int Taken)>();
        for (var i = 0; i < map.Blocks.Count; i++)
        {
            if (!map.Blocks[i].IsProse)
                continue;
            var more = map.Blocks[i].Words;
            var (count, words, taken) = sums.GetValueOrDefault(context.TemplateOf(i));
            sums[context.TemplateOf(i)] = (count + 1, words + more, taken + (probabilities[i] >= cut ? more : 0));
        }
        for (var i = 0; i < map.Blocks.Count; i++)
            if (map.Blocks[i].IsProse && probabilities[i] < cut && probabilities[i] >= LeastProbability
                && sums[context.TemplateOf(i)] is { Count: >= FewestFellows } fellows && fellows.Taken >= TakenShare * fellows.Words
                && !Phrases.Has(Asking, map.TextOf(map.Blocks[i])))
                kept[i] = "a paragraph like those around it";
    }

    /// <summary>Hints of the block's inline elements and of the two boxes around it.</summary>
    private static ClassHints HintsOf(Block block) => block.InlineHints | block.Box.Hints | (block.Box.Parent?.Hints ?? ClassHints.None);
}
