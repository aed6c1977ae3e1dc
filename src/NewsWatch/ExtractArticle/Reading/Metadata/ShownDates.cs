using NewsWatch.ExtractArticle.Reading.Blocks;
using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.Text.Dates;
using NewsWatch.Text.Tables;

namespace NewsWatch.ExtractArticle.Reading.Metadata;

/// <summary>The dates a page shows by its article, in <c>time</c> elements and in plain text.</summary>
internal sealed class ShownDates
{
    private const int LongestText = 160, LongestDateLine = 60, Near = 14, Farther = 20, Far = 1000;

    /// <summary>
    /// Distances of dates that stand by themselves anywhere, labelled and bare: less is known of them than of any nearer one.
    /// </summary>
    private const int Labelled = 300, Alone = 400;

    private static readonly string[] FirstWords = Words("First"), PublishedWords = Words("Published"), UpdatedWords = Words("Updated");

    private readonly PageMap map;
    private readonly int title, prose;
    private readonly Func<DayOrder> order;
    private int nearest = int.MaxValue, nearestUpdate = int.MaxValue;
    private bool line, named;

    /// <param name="map">The page.</param>
    /// <param name="title">Index of the block that shows the title; -1 where none does.</param>
    /// <param name="prose">Index of the body's first paragraph.</param>
    /// <param name="order">Asked what <c>3/4/2026</c> means on this page.</param>
    public ShownDates(PageMap map, int title, int prose, Func<DayOrder> order)
    {
        (this.map, this.title, this.prose, this.order) = (map, Math.Max(0, title), prose, order);
        foreach (var (value, block) in map.Landmarks.Dates)
            if (!Apart(map.Blocks, block) && Parse(value) is { Precision: not DatePrecision.Local } date)
                Take(date, "attribute", Distance(block), update: false, alone: true);
        foreach (var (element, block) in map.Landmarks.Times)
        {
            var text = block < map.Blocks.Count && map.Blocks[block].Length <= LongestText ? map.TextOf(map.Blocks[block]).ToString() : "";
            if ((Parse(element.GetAttribute("datetime")) ?? Parse(element.TextContent)) is not { } date)
                continue;
            var published = Label(text, PublishedWords) >= 0;
            Take(
                date, "time", Distance(block), !published && Label(text, UpdatedWords) >= 0, text.Length is > 0 and <= LongestDateLine,
                published && !Apart(map.Blocks, block));
        }
        if (nearest > Near)
            for (var i = 0; i < map.Blocks.Count; i++)
                if (Window(i) is < Far and var distance)
                    Read(map.Blocks[i], distance);
        if (nearest == int.MaxValue)
            for (var i = 0; i < map.Blocks.Count; i++)
                Anywhere(map.Blocks[i]);
        foreach (var block in map.Blocks)
            First(block);
        // Where a change is dated by the title, a date much farther off is another article's.
        if (Updated is not null && nearest > nearestUpdate + Farther)
            Published = null;
    }

    /// <summary>The nearest that is not said to be of a change, with its source; null where there is none.</summary>
    public (DateText Date, string Source)? Published { get; private set; }

    /// <summary>The nearest that is said to be of a change, with its source; null where there is none.</summary>
    public (DateText Date, string Source)? Updated { get; private set; }

    /// <summary>
    /// True where <see cref="Published"/> stands right below the title with little else in its line, or is said to be of the publication.
    /// </summary>
    public bool IsPlain => (nearest <= 8 && line) || named;

    private void Read(Block block, int distance)
    {
        if (!MayHoldDate(block))
            return;
        const string source = "text by the title";
        var alone = block.Length <= LongestDateLine;
        var text = map.TextOf(block).ToString();
        int published = Label(text, PublishedWords), updated = Label(text, UpdatedWords);
        if (block.IsProse && published < 0 && updated < 0)
            return;
        if (updated < 0 || published >= 0)
        {
            // "Updated 4 May, published 3 May": what follows the word is meant, up to the other word.
            var end = updated > published ? updated : text.Length;
            if ((Parse(text[Math.Max(0, published)..end]) ?? (published > 0 ? Parse(text[..published]) : null)) is { } first)
                Take(first, source, distance, update: false, alone);
        }
        else if (updated > 8 && Parse(text[..updated]) is { } before)
        {
            Take(before, source, distance, update: false, alone);
        }
        if (updated >= 0 && Parse(text[updated..]) is { } change)
            Take(change, source, distance, update: true, alone);
    }

    /// <summary>
    /// "First published on 3 May, updated since": the date goes over the one by the title, which is the last change's.
    /// </summary>
    private void First(Block block)
    {
        if (!MayHoldDate(block) || Apart(block.Box))
            return;
        var text = map.TextOf(block).ToString();
        if (Label(text, FirstWords) is >= 0 and var at && Parse(text[at..]) is { } first
            && (Published is null || first.Instant < Published.Value.Date.Instant))
            (Published, nearest, line, named) = ((first, "text of the page"), Labelled, true, true);
    }

    /// <summary>
    /// A page without a date by its title may show it elsewhere: in a line that says what it is, such as a foot below the text, or in one
    /// that is a date and little else.
    /// </summary>
    private void Anywhere(Block block)
    {
        if (!MayHoldDate(block) || block.Counts.Digits > 16 || Apart(block.Box))
            return;
        var text = map.TextOf(block).ToString();
        int published = Label(text, PublishedWords), updated = Label(text, UpdatedWords);
        const string source = "text of the page";
        if (published >= 0)
            Read(block, Labelled);
        else if (updated >= 0 && Parse(text[updated..]) is { } change)
            Take(change, source, Labelled, update: true, alone: true);
        else if (block.Length <= LongestDateLine / 2 && block.LinkShare < 0.5f && Parse(text) is { } date)
            Take(date, source, Alone, update: false, alone: true);
    }

    /// <summary>
    /// True for a short text with the figures of a date, or with a year of an East Asian count, which may need none.
    /// </summary>
    private bool MayHoldDate(Block block)
    {
        const int figures = 5, fewer = 4;
        return block.Length <= LongestText
            && (block.Counts.Digits >= figures || (block.Counts.Digits >= fewer && block.Length <= LongestDateLine)
                || map.TextOf(block).Contains('年'));
    }

    private DateText? Parse(string? text) => DateText.Parse(text, order);

    private void Take(DateText date, string source, int distance, bool update, bool alone, bool said = false)
    {
        if (update && distance < nearestUpdate)
            (Updated, nearestUpdate) = ((date, source), distance);
        else if (!update && distance < nearest)
            (Published, nearest, line, named) = ((date, source), distance, alone, said);
    }

    /// <summary>Dates stand after the title rather than before it.</summary>
    private int Distance(int block) => block >= title ? block - title : (title - block) * 3;

    /// <summary>Blocks by the title, then those right above the body or in it, then those whose element is named for a date.</summary>
    private int Window(int block)
    {
        const int before = 6, aboveProse = 8;
        if (block >= title - before && block < title + Near)
            return block < title ? Near + title - block : block <= prose + 1 || prose < title ? block - title : 2 * Near + block - prose;
        if (block <= prose && block >= prose - aboveProse)
            return 2 * Near + prose - block;
        var box = map.Blocks[block].Box;
        return (box.Hints & ClassHints.Date) != 0 && (box.Hints & (ClassHints.Comment | ClassHints.Teaser | ClassHints.Related)) == 0 && !Apart(box)
            ? 4 * Near + Math.Abs(block - prose) / 4
            : Far;
    }

    private static bool Apart(IReadOnlyList<Block> blocks, int block) => block >= blocks.Count || Apart(blocks[block].Box);

    private static bool Apart(Box box)
    {
        for (var around = box; around is not null && !around.IsFrame; around = around.Parent)
            if (around.Tag is Tag.Navigation or Tag.Aside or Tag.Footer or Tag.Item
                || (around.Hints & (ClassHints.Related | ClassHints.Comment | ClassHints.Teaser)) != 0)
                return true;
        return false;
    }

    private static int Label(string text, string[] words)
    {
        foreach (var word in words)
            if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && (at == 0 || !char.IsLetter(text[at - 1]) || !char.IsLower(text[at])))
                return at;
        return -1;
    }

    private static string[] Words(string kind) => [.. DataTable.Read("NewsWatch.ExtractArticle.Reading.date-words.tsv").Where(row => row[0] == kind).SelectMany(row => row[1].Split('|'))];
}
