using NewsWatch.ExtractArticle.Reading.Parsing;

namespace NewsWatch.ExtractArticle.Reading.Scoring;

/// <summary>Finds the box most likely to hold the article: the candidate the blocks are judged against, not the verdict.</summary>
internal static class MainBox
{
    /// <summary>What a page of no prose has for a candidate: the whole.</summary>
    public static Box Of(PageMap map)
    {
        var scores = new float[map.Boxes.Count];
        foreach (var block in map.Blocks)
            if (block.IsProse)
                Spread(block.Box, Worth(block), scores);

        var best = map.Boxes[0];
        var most = 0f;
        foreach (var box in map.Boxes)
        {
            var score = scores[box.Index] * (1 - box.LinkShare) * Bias(box);
            if (score <= most)
                continue;
            most = score;
            best = box;
        }
        return Widen(best, scores, most);
    }

    private static float Worth(Blocks.Block block) => 1 + Math.Min(block.Counts.Commas, 6) + Math.Min(block.Words / 20f, 4);

    /// <summary>
    /// The paragraph's own box passes all of it to the box around it, that one half, and so on: as the readability family does.
    /// </summary>
    private static void Spread(Box box, float worth, float[] scores)
    {
        var holder = box.Tag is Tag.Paragraph or Tag.Item or Tag.Blockquote or Tag.Preformatted ? box.Parent : box;
        for (var share = 1f; holder is not null && share > 0.1f; holder = holder.Parent, share /= 2)
            scores[holder.Index] += worth * share;
    }

    private static float Bias(Box box)
    {
        const ClassHints apart = ClassHints.Comment | ClassHints.Footer | ClassHints.Aside | ClassHints.Consent | ClassHints.Related
            | ClassHints.Newsletter;
        var bias = 1f;
        if ((box.Marks & BoxMarks.ArticleBody) != 0)
            bias *= 2;
        if ((box.Hints & ClassHints.Body) != 0 || box.Tag is Tag.Article or Tag.Main)
            bias *= 1.25f;
        if ((box.Hints & apart) != 0 && (box.Hints & ClassHints.Body) == 0)
            bias *= 0.5f;
        if (box.IsFrame)
            return bias;
        return (box.Marks & BoxMarks.Apart) != 0 || box.Tag is Tag.Aside or Tag.Footer or Tag.Navigation or Tag.Form ? bias * 0.25f : bias;
    }

    /// <summary>
    /// A body is often cut into several containers: the box above is taken where it holds much more prose than the
    /// candidate, and the candidate's share of it is not that of an article among others.
    /// </summary>
    private static Box Widen(Box box, float[] scores, float score)
    {
        var widest = box;
        for (var above = box.Parent; above is not null && above.Depth > 1; above = above.Parent)
        {
            var twins = above.ProseWords - widest.ProseWords;
            if (twins > widest.ProseWords / 10 && scores[above.Index] > score * 0.5f && above.LinkShare < 0.35f
                && (above.Tag is Tag.Article || widest.Twins > 1 && widest.Tag is not Tag.Article))
                widest = above;
        }
        return widest;
    }
}
