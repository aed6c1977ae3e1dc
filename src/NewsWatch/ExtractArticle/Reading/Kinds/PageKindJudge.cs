using NewsWatch.ExtractArticle.Reading.Metadata;
using NewsWatch.ExtractArticle.Reading.Parsing;
using NewsWatch.ExtractArticle.Reading.Picking;
using NewsWatch.ExtractArticle.Reading.Scoring;

namespace NewsWatch.ExtractArticle.Reading.Kinds;

/// <summary>Tells an article from what is served in an article's stead.</summary>
internal static class PageKindJudge
{
    /// <summary>Fewer words in the whole page: nothing to read.</summary>
    private const int Bare = 20;

    /// <summary>Fewer words of text: no article unless the page says it is one.</summary>
    private const int Slight = 60;

    /// <summary>A wall has little text of its own; with more, its phrases are an article's or a layer's over one.</summary>
    private const int Wall = 150;

    /// <summary>The terms that a consent page sets out at length, on a host that serves nothing else.</summary>
    private const int LongWall = 600;

    /// <summary>The beginning that a paywall leaves is rarely longer.</summary>
    private const int Beginning = 280;

    /// <summary>Headings that are links: a list has as many at least.</summary>
    private const int Teasers = 8;

    /// <summary>Entries of a live blog at least, each with its time.</summary>
    private const int Entries = 5;

    /// <summary>The kind, and in one line why it is no article; null for an article.</summary>
    /// <param name="facts">The page.</param>
    /// <param name="body">The text that was picked.</param>
    public static (PageKind Kind, string? Reason) Judge(PageFacts facts, BodyText body)
    {
        var (words, last) = (body.Words, body.Last);
        var map = facts.Map;
        var all = map.Boxes.Count == 0 ? 0 : map.Boxes[0].Words;
        if (words < LongWall && ByPlaceOrMachinery(facts, words, all) is { } place)
            return place switch
            {
                PageKind.BotWall => (place, "bot wall: a challenge by script"),
                PageKind.Login => (place, "login page in the article's stead"),
                _ => (place, "consent page in the article's stead"),
            };
        if (words < Wall && StandsIn(facts, words, all) is { } wall)
            return wall;
        if (all < Bare)
            return (PageKind.Empty, "empty: no text without scripts");
        if (IsVideo(facts, words))
            return (PageKind.Video, "video page: a player and little text");
        if (IsList(facts, words, all) || (!facts.SaysArticle && TeaserList.Is(facts.Map, body.Taken)))
            return (PageKind.List, "list page: teasers of other pages");
        if (words < Beginning && IsCutShort(facts, words, last))
            return (PageKind.Partial, "paywall: the beginning only");
        if (IsLive(facts))
            return (PageKind.LiveBlog, "live blog: entries by the minute");
        if (words == 0 || (words < Slight / 3 && !facts.SaysArticle))
            return (PageKind.Empty, "empty: no article text found");
        return (PageKind.Article, null);
    }

    private static (PageKind, string)? StandsIn(PageFacts facts, int words, int all)
    {
        var title = facts.Json.Headline ?? facts.Map.Landmarks.DocumentTitle ?? "";
        var text = facts.Map.Text.Span;
        var small = all < 4 * Wall;
        if (WallPhrases.IsTitle(PageKind.BotWall, title) && small && !facts.SaysArticle || all < Wall && WallPhrases.In(PageKind.BotWall, text))
            return (PageKind.BotWall, "bot wall: asks whether the reader is human");
        if (!facts.SaysArticle && WallPhrases.IsTitle(PageKind.Error, title) && words < Wall
            || !facts.SaysArticle && words < Slight && facts.Heading is { } heading && WallPhrases.IsTitle(PageKind.Error, heading)
            || all < Wall && WallPhrases.In(PageKind.Error, text))
            return (PageKind.Error, "error page");
        if (words < Slight && !facts.SaysArticle && (WallPhrases.IsTitle(PageKind.Consent, title) || small && WallPhrases.In(PageKind.Consent, text)))
            return (PageKind.Consent, "consent page in the article's stead");
        if (words < Slight && !facts.SaysArticle && (facts.Map.Landmarks.PasswordFields > 0 && small || WallPhrases.IsTitle(PageKind.Login, title)
            || small && WallPhrases.In(PageKind.Login, text)))
            return (PageKind.Login, "login page in the article's stead");
        return null;
    }

    /// <summary>
    /// Needs no phrase and so no language: an address that walls live at, or a small page that is a form or a challenge and little else.
    /// </summary>
    private static PageKind? ByPlaceOrMachinery(PageFacts facts, int words, int all)
    {
        if (facts.SaysArticle)
            return null;
        if (WallMarks.OfHost(facts.Address) is { } host && (host is not PageKind.Login || words < Slight))
            return host;
        if (words < Slight && WallMarks.OfPath(facts.Address) is { } path)
            return path;
        return all < Wall && words < Slight ? WallMarks.OfMachinery(facts.Map.Landmarks.Machinery) : null;
    }

    private static bool IsVideo(PageFacts facts, int words)
    {
        var stated = facts.Json.Types.Contains("VideoObject") && !facts.SaysArticle
            || (facts.Metas.First("og:type")?.StartsWith("video", StringComparison.OrdinalIgnoreCase) ?? false);
        var address = facts.Address?.AbsolutePath ?? "";
        var inVideos = address.Contains("/video", StringComparison.OrdinalIgnoreCase) || address.Contains("/watch", StringComparison.OrdinalIgnoreCase);
        return words < 2 * Wall && stated || words < Wall && inVideos && (stated || facts.Map.Landmarks.Players > 0 || facts.Json.Types.Contains("VideoObject"))
            || words < Slight && facts.Map.Landmarks.Players > 0 && !facts.SaysArticle;
    }

    private static bool IsList(PageFacts facts, int words, int all)
    {
        var stated = facts.Json.Types.Contains("CollectionPage") || facts.Json.Types.Contains("ItemList") || facts.Json.Types.Contains("SearchResultsPage");
        var home = facts.Address is { AbsolutePath: "/" or "" };
        var linked = facts.Map.Boxes[0].LinkShare > 0.45f && facts.Map.Blocks.Count > 40
            || facts.Map.Blocks.Count(block => block.Box.Level > 0 && block.LinkShare > 0.8f) >= Teasers;
        if (facts.SaysArticle || !linked)
            return false;
        return home || words < 2 * Wall && stated || words < Wall && all > 4 * Math.Max(1, words);
    }

    /// <summary>The page says its text is not free, or asks for a subscription right after the text.</summary>
    private static bool IsCutShort(PageFacts facts, int words, int last)
    {
        const int after = 14;
        if (facts.Json.Free is false)
            return true;
        var blocks = facts.Map.Blocks;
        for (var i = Math.Max(0, last); i < Math.Min(blocks.Count, last + after); i++)
        {
            var hinted = false;
            for (var box = blocks[i].Box; box is not null && !hinted; box = box.Parent)
                hinted = (box.Hints & ClassHints.Paywall) != 0;
            if (WallPhrases.In(PageKind.Partial, facts.Map.TextOf(blocks[i])) && (hinted || words < Wall))
                return true;
        }
        return false;
    }

    private static bool IsLive(PageFacts facts)
    {
        var address = facts.Address?.AbsolutePath ?? "";
        return facts.Json.Types.Contains("LiveBlogPosting") || HasEntries(facts) || address.Contains("liveblog", StringComparison.OrdinalIgnoreCase)
            || address.Contains("live-blog", StringComparison.OrdinalIgnoreCase) || address.Contains("liveticker", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The title speaks of a live blog, and the main box has as many times as one has entries.</summary>
    private static bool HasEntries(PageFacts facts)
    {
        var main = facts.Context.Main;
        return WallPhrases.InTitle(PageKind.LiveBlog, facts.Json.Headline ?? facts.Map.Landmarks.DocumentTitle ?? "")
            && facts.Map.Landmarks.Times.Count(time => time.Block >= main.FirstBlock && time.Block < main.EndBlock) >= Entries;
    }
}

/// <summary>What the judge of the kind asks about a page.</summary>
internal sealed record PageFacts(PageMap Map, PageContext Context, JsonLdArticle Json, MetaTags Metas, Uri? Address)
{
    /// <summary>True where the page states that it is an article.</summary>
    public bool SaysArticle { get; } = Json.Types.Any(type => type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || type is "BlogPosting" or "LiveBlogPosting")
        || string.Equals(Metas.First("og:type"), "article", StringComparison.OrdinalIgnoreCase);

    /// <summary>Text of the heading that shows the title; null where there is none.</summary>
    public string? Heading { get; } = Context.TitleBlock < 0 ? null : Map.TextOf(Map.Blocks[Context.TitleBlock]).ToString();
}
