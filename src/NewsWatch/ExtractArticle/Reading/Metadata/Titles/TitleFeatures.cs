namespace NewsWatch.ExtractArticle.Reading.Metadata.Titles;

/// <summary>Describes candidates by their <see cref="TitleFeature"/>s.</summary>
internal static class TitleFeatures
{
    public static readonly int Width = Enum.GetValues<TitleFeature>().Length;

    /// <summary>A row of features a candidate.</summary>
    /// <param name="candidates">All of a page.</param>
    /// <param name="news">True where the page states a news article.</param>
    /// <param name="address">Words of the page's address; null where it has none.</param>
    /// <param name="site">Names of the site.</param>
    public static float[][] Of(IReadOnlyList<TitleCandidate> candidates, bool news, AddressWords? address, SiteNames site)
        => [.. candidates.Select(candidate => Of(candidate, candidates, news, address, site))];

    private static float[] Of(TitleCandidate candidate, IReadOnlyList<TitleCandidate> candidates, bool news, AddressWords? address, SiteNames site)
    {
        var row = new float[Width];
        bool heading = candidate.Has(TitleSource.Heading), shared = candidate.Has(TitleSource.OpenGraph), stated = candidate.Has(TitleSource.Headline);
        Set(TitleFeature.HeadlineNews, stated && news);
        Set(TitleFeature.Alternative, candidate.Has(TitleSource.Alternative));
        Set(TitleFeature.OpenGraph, shared);
        Set(TitleFeature.OpenGraphNews, shared && news);
        Set(TitleFeature.Microdata, candidate.Has(TitleSource.Microdata));
        Set(TitleFeature.HeadingNews, heading && news);
        Set(TitleFeature.Document, candidate.Has(TitleSource.Document));
        Set(TitleFeature.DocumentNews, candidate.Has(TitleSource.Document) && news);
        Set(TitleFeature.HeadingFirst, (candidate.Heading & HeadingMarks.First) != 0);
        Set(TitleFeature.HeadingAboveProse, (candidate.Heading & HeadingMarks.AboveProse) != 0);
        Set(TitleFeature.HeadingLinked, (candidate.Heading & HeadingMarks.Linked) != 0);
        Set(TitleFeature.HeadingApart, (candidate.Heading & HeadingMarks.Apart) != 0);
        Set(TitleFeature.HeadingOpenGraph, heading && shared);
        Set(TitleFeature.HeadingHeadline, heading && stated);
        Set(TitleFeature.HeadlineOpenGraph, stated && shared);
        foreach (var other in candidates)
            if (other != candidate && other.Key.StartsWith(candidate.Key, StringComparison.Ordinal))
                Set(Parts(other.Text, candidate.Key.Length) ? TitleFeature.BeginsOther : TitleFeature.CutShort, true);
            else if (other != candidate && candidate.Key.StartsWith(other.Key, StringComparison.Ordinal))
                Set(TitleFeature.BeginsWithOther, true);
        Set(TitleFeature.AddressShared, shared && address?.Are(candidate.Text) is true);
        Set(TitleFeature.Short, candidate.Text.Count(c => c == ' ') < 2 && candidate.Key.Length < 20);
        Set(TitleFeature.SiteName, site.Are(candidate.Key));
        return row;

        void Set(TitleFeature feature, bool value) => row[(int)feature] = value ? 1 : 0;
    }

    /// <summary>True where the text after so many letters and digits goes on with a sign that parts, such as a colon or a dash.</summary>
    private static bool Parts(string text, int letters)
    {
        var at = 0;
        while (at < text.Length && letters > 0)
            if (char.IsLetterOrDigit(text[at++]))
                letters--;
        var sign = text.AsSpan(at).TrimStart(" »”\"'’");
        return sign.Length > 0 && ":;,.!?|-–—·•/(｜ㅣ：".Contains(sign[0]);
    }
}
