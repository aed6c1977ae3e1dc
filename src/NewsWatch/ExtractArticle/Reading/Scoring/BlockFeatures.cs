using NewsWatch.ExtractArticle.Reading.Blocks;
using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.ExtractArticle.Reading.Scoring;

/// <summary>Fills the table for the first pass.</summary>
internal sealed class BlockFeatures
{
    /// <summary>Hints above this many levels no longer say much; also stands for "nowhere".</summary>
    private const int Far = 12;

    /// <summary>
    /// Counts of words beyond this say no more than that a page is long. Few measured pages are, so that questions asked above it would
    /// tell these pages from each other and not an article from what stands around it.
    /// </summary>
    private const int Long = 1500;

    /// <summary>The same for counts of blocks.</summary>
    private const int ManyBlocks = 60;

    private static readonly Feature[] HintColumns = [.. Enum.GetValues<Feature>().Where(f => f is >= Feature.HintBody and <= Feature.HintHeader)];

    private readonly PageMap map;
    private readonly PageContext context;
    private readonly FeatureTable table;
    private readonly IReadOnlyList<Block> blocks;

    private BlockFeatures(PageMap map, PageContext context)
    {
        this.map = map;
        this.context = context;
        blocks = map.Blocks;
        table = new(blocks.Count);
    }

    /// <summary>The columns before <see cref="Feature.First"/>.</summary>
    public static FeatureTable Of(PageMap map, PageContext context)
    {
        var features = new BlockFeatures(map, context);
        for (var i = 0; i < features.blocks.Count; i++)
        {
            var block = features.blocks[i];
            features.Text(i, block);
            features.Around(i, block.Box);
            features.Hints(i, block);
            features.Neighbours(i);
            features.Stated(i);
        }
        features.Boxes();
        features.Order();
        features.Page();
        return features.table;
    }

    private void Text(int i, Block block)
    {
        var text = map.TextOf(block);
        var counts = block.Counts;
        var length = Math.Max(1, block.Length);
        table.Set(i, Feature.Words, block.Words);
        table.Set(i, Feature.LinkShare, block.LinkShare);
        table.Set(i, Feature.Links, block.Links);
        table.Set(i, Feature.SentenceEnds, counts.SentenceEnds);
        table.Set(i, Feature.EndsSentence, counts.EndsSentence);
        table.Set(i, Feature.Commas, (float)counts.Commas / Math.Max(1, block.Words));
        table.Set(i, Feature.DigitShare, (float)counts.Digits / length);
        table.Set(i, Feature.CapitalShare, (float)counts.Capitals / Math.Max(1, counts.Letters));
        table.Set(i, Feature.StrongShare, Math.Min(1, (float)block.StrongCharacters / length));
        table.Set(i, Feature.EmphasisShare, Math.Min(1, (float)block.EmphasisCharacters / length));
        table.Set(i, Feature.Pictures, block.Pictures);
        table.Set(i, Feature.Times, block.Times);
        table.Set(i, Feature.Breaks, block.Breaks);
        table.Set(i, Feature.WordLength, (float)counts.Letters / Math.Max(1, block.Words));
        var first = text[0];
        table.Set(i, Feature.StartsCapital, char.IsUpper(first));
        table.Set(i, Feature.StartsQuote, first is '"' or '“' or '„' or '«' or '»' or '‘' or '「' or '\'');
        table.Set(i, Feature.StartsOther, !char.IsLetter(first));
        table.Set(i, Feature.EndsColon, text[^1] is ':' or '：');
        Phrases.Mark(table, i, text);
    }

    private void Around(int i, Box own)
    {
        table.Set(i, Feature.IsParagraph, own.Tag is Tag.Paragraph);
        table.Set(i, Feature.IsItem, own.Tag is Tag.Item);
        table.Set(i, Feature.HeadingLevel, own.Level);
        table.Set(i, Feature.IsDivision, own.Tag is Tag.Division);
        table.Set(i, Feature.Depth, own.Depth);
        table.Set(i, Feature.Twins, Math.Min(ManyBlocks, own.Twins));
        var articles = 0;
        for (var box = own; box is not null; box = box.Parent)
        {
            if (box.Tag is Tag.Article)
                articles++;
            else if (Column(box.Tag) is { } column && !(box.IsFrame && IsFurniture(box.Tag)))
                table.Set(i, column, true);
            if ((box.Marks & BoxMarks.Apart) != 0 && !box.IsFrame)
                table.Set(i, Feature.Apart, true);
            if ((box.Marks & BoxMarks.ArticleBody) != 0)
                table.Set(i, Feature.BodyMark, true);
            if ((box.Marks & BoxMarks.Item) != 0)
                table.Set(i, Feature.Item, true);
        }
        table.Set(i, Feature.InArticle, articles);
        table.Set(i, Feature.Hidden, (own.Marks & BoxMarks.Hidden) != 0);
    }

    private static bool IsFurniture(Tag tag)
        => tag is Tag.Aside or Tag.Navigation or Tag.Header or Tag.Footer or Tag.Form or Tag.Button or Tag.Address;

    private static Feature? Column(Tag tag) => tag switch
    {
        Tag.List => Feature.InList,
        Tag.Table => Feature.InTable,
        Tag.Blockquote => Feature.InQuote,
        Tag.Figure => Feature.InFigure,
        Tag.Figcaption or Tag.Caption => Feature.InCaption,
        Tag.Aside => Feature.InAside,
        Tag.Navigation => Feature.InNavigation,
        Tag.Header => Feature.InHeader,
        Tag.Footer => Feature.InFooter,
        Tag.Form => Feature.InForm,
        Tag.Button => Feature.InButton,
        Tag.Main => Feature.InMainElement,
        Tag.Section => Feature.InSection,
        Tag.Details or Tag.Summary => Feature.InDetails,
        Tag.Address => Feature.InAddress,
        _ => null,
    };

    private const ClassHints Furniture = ClassHints.Navigation | ClassHints.Header | ClassHints.Footer | ClassHints.Aside | ClassHints.Related
        | ClassHints.Share | ClassHints.Newsletter | ClassHints.Advert | ClassHints.Consent | ClassHints.Player | ClassHints.Hidden
        | ClassHints.Teaser;

    private void Hints(int i, Block block)
    {
        foreach (var column in HintColumns)
            table.Set(i, column, Far);
        var seen = ClassHints.None;
        var level = 0;
        var hints = block.InlineHints;
        for (var box = block.Box; level < Far; level++)
        {
            for (var fresh = (uint)(hints & ~seen); fresh != 0; fresh &= fresh - 1)
                table.Set(i, Feature.HintBody + System.Numerics.BitOperations.TrailingZeroCount(fresh), level);
            seen |= hints;
            if (box is null)
                break;
            hints = box.IsFrame ? box.Hints & ~Furniture : box.Hints;
            box = box.Parent;
        }
    }

    private void Neighbours(int i)
    {
        Beside(i, i - 1, Feature.Words1Before);
        Beside(i, i + 1, Feature.Words1After);
        if (i >= 2)
        {
            table.Set(i, Feature.Words2Before, blocks[i - 2].Words);
            table.Set(i, Feature.LinkShare2Before, blocks[i - 2].LinkShare);
        }
        if (i + 2 < blocks.Count)
        {
            table.Set(i, Feature.Words2After, blocks[i + 2].Words);
            table.Set(i, Feature.LinkShare2After, blocks[i + 2].LinkShare);
        }
        table.Set(i, Feature.SameTemplateBefore, i > 0 && blocks[i - 1].Box.Template == blocks[i].Box.Template);
        table.Set(i, Feature.SameTemplateAfter, i + 1 < blocks.Count && blocks[i + 1].Box.Template == blocks[i].Box.Template);
        table.Set(i, Feature.SameParentBefore, i > 0 && blocks[i - 1].Box.Parent == blocks[i].Box.Parent);
        table.Set(i, Feature.SameParentAfter, i + 1 < blocks.Count && blocks[i + 1].Box.Parent == blocks[i].Box.Parent);
    }

    /// <summary>Words, link share, prose and heading of one neighbour: four columns in that order.</summary>
    private void Beside(int i, int other, Feature first)
    {
        if (other < 0 || other >= blocks.Count)
            return;
        table.Set(i, first, blocks[other].Words);
        table.Set(i, first + 1, blocks[other].LinkShare);
        table.Set(i, first + 2, blocks[other].IsProse);
        table.Set(i, first + 3, blocks[other].Box.Level);
    }

    private void Stated(int i)
    {
        var words = context.Words[i];
        table.Set(i, Feature.BodyOverlap, context.Body?.Overlap(words) ?? -1);
        table.Set(i, Feature.BodyKnown, context.BodyPart);
        table.Set(i, Feature.DescriptionOverlap, context.Description?.Overlap(words) ?? -1);
        table.Set(i, Feature.TitleOverlap, context.Title?.Overlap(words) ?? -1);
        table.Set(i, Feature.Repeats, context.Repeats(i));
    }

    private void Boxes()
    {
        var page = Math.Max(1f, map.Boxes[0].ProseWords);
        var main = context.Main;
        var templates = Templates();
        for (var i = 0; i < blocks.Count; i++)
        {
            var own = blocks[i].Box;
            table.Set(i, Feature.BoxWords, Math.Min(Long, own.Words));
            if (own.Parent is { } parent)
            {
                Container(i, parent, Feature.ParentWords, page);
                if (parent.Parent is { } grand)
                    Container(i, grand, Feature.GrandWords, page);
            }
            var template = templates[context.TemplateOf(i)];
            table.Set(i, Feature.TemplateCount, Math.Min(ManyBlocks, template.Count));
            table.Set(i, Feature.TemplateWords, (float)template.Words / template.Count);
            table.Set(i, Feature.TemplateLinkShare, template.LinkCharacters / Math.Max(1f, template.Characters));
            table.Set(i, Feature.TemplateProse, template.ProseWords / Math.Max(1f, template.Words));
            table.Set(i, Feature.TemplatePart, template.ProseWords / page);

            var twins = 1;
            var level = 0;
            var shared = -1;
            for (var box = own; box is not null; box = box.Parent, level++)
            {
                if (level is > 0 and < 6)
                    twins = Math.Max(twins, box.Twins);
                if (box.Tag is Tag.Article && table[Feature.ArticlePart][i] == 0)
                    table.Set(i, Feature.ArticlePart, box.ProseWords / page);
                if (shared < 0 && main.FirstBlock >= box.FirstBlock && main.EndBlock <= box.EndBlock && main.Depth >= box.Depth)
                {
                    shared = level;
                    table.Set(i, Feature.MainLevels, main.Depth - box.Depth);
                }
            }
            table.Set(i, Feature.TwinsAbove, Math.Min(ManyBlocks, twins));
            table.Set(i, Feature.LevelsToMain, shared);
            table.Set(i, Feature.MainPart, main.ProseWords / page);
            table.Set(i, Feature.MainWords, Math.Min(Long, main.ProseWords));
            table.Set(i, Feature.MainLinkShare, main.LinkShare);
            table.Set(i, Feature.MainTwins, Math.Min(ManyBlocks, main.Twins));
        }
    }

    private void Container(int i, Box box, Feature first, float page)
    {
        table.Set(i, first, Math.Min(Long, box.Words));
        table.Set(i, first + 1, box.LinkShare);
        table.Set(i, first + 2, box.ProseWords / Math.Max(1f, box.Words));
        table.Set(i, first + 3, box.ProseWords / page);
    }

    private Dictionary<int, TemplateSum> Templates()
    {
        var sums = new Dictionary<int, TemplateSum>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            ref var sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, context.TemplateOf(i), out _);
            sum.Count++;
            sum.Words += block.Words;
            sum.Characters += block.Length;
            sum.LinkCharacters += block.LinkCharacters;
            sum.ProseWords += block.IsProse ? block.Words : 0;
        }
        return sums;
    }

    private void Order()
    {
        var all = Math.Max(1f, map.Boxes[0].Words);
        var prose = Math.Max(1f, map.Boxes[0].ProseWords);
        var mainProse = Math.Max(1f, context.Main.ProseWords);
        int words = 0, proseWords = 0, mainWords = 0, sinceProse = 50, wordsSinceTitle = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            table.Set(i, Feature.Position, (float)i / blocks.Count);
            table.Set(i, Feature.WordsBefore, words / all);
            table.Set(i, Feature.ProseBefore, proseWords / prose);
            table.Set(i, Feature.MainBefore, mainWords / mainProse);
            table.Set(i, Feature.SinceProse, Math.Min(50, sinceProse));
            table.Set(i, Feature.SinceTitle, context.TitleBlock < 0 ? -500 : Math.Min(ManyBlocks, i - context.TitleBlock));
            table.Set(i, Feature.WordsSinceTitle, context.TitleBlock < 0 || i < context.TitleBlock ? -1 : Math.Min(Long, wordsSinceTitle));
            table.Set(i, Feature.BeforeMain, Math.Clamp(context.FirstProse - i, -ManyBlocks, ManyBlocks));
            table.Set(i, Feature.AfterMain, Math.Clamp(i - context.LastProse, -ManyBlocks, ManyBlocks));
            words += block.Words;
            sinceProse++;
            if (i >= context.TitleBlock)
                wordsSinceTitle += block.Words;
            if (!block.IsProse)
                continue;
            sinceProse = 0;
            proseWords += block.Words;
            if (i >= context.Main.FirstBlock && i < context.Main.EndBlock)
                mainWords += block.Words;
        }
        var untilProse = 50;
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            table.Set(i, Feature.UntilProse, Math.Min(50, untilProse));
            untilProse = blocks[i].IsProse ? 0 : untilProse + 1;
        }
    }

    private void Page()
    {
        table[Feature.PageProse].Fill(Math.Min(Long, map.Boxes[0].ProseWords));
        table[Feature.PageBlocks].Fill(Math.Min(10 * ManyBlocks, blocks.Count));
        table[Feature.PageProseBlocks].Fill(Math.Min(ManyBlocks, map.Boxes[0].ProseBlocks));
    }

    private struct TemplateSum
    {
        public int Count, Words, Characters, LinkCharacters, ProseWords;
    }
}
