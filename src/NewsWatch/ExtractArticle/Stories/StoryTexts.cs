namespace NewsWatch.ExtractArticle.Stories;

/// <summary>The texts of some days in the order they came, as they stood when they were read.</summary>
internal sealed class StoryTexts(IReadOnlyList<DayOfStories> days)
{
    /// <summary>The text at a place, from 0.</summary>
    public IndexedText this[int place]
    {
        get
        {
            foreach (var day in days)
                if (place < day.Count)
                    return day.Texts[place];
                else
                    place -= day.Count;
            throw new ArgumentOutOfRangeException(nameof(place));
        }
    }

    /// <summary>Place of the first line that an article has with a text; null where it has none.</summary>
    public int? Find(StoryLine line)
    {
        var before = 0;
        foreach (var day in days)
        {
            for (var i = 0; i < day.Count; i++)
                if (day.Texts[i].Article == line.Article && day.Texts[i].Hash == line.Hash)
                    return before + i;
            before += day.Count;
        }
        return null;
    }

    /// <summary>The first place before another whose text is near to the one there, of another article; null where there is none.</summary>
    public int? FindNear(int place)
    {
        var own = this[place];
        var before = 0;
        foreach (var day in days)
        {
            for (var i = 0; i < day.Count && before + i < place; i++)
                if (day.Texts[i].Signature.IsNear(own.Signature) && day.Texts[i].Article != own.Article)
                    return before + i;
            before += day.Count;
        }
        return null;
    }
}
