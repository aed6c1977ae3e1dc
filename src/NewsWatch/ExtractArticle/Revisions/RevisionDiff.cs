namespace NewsWatch.ExtractArticle.Revisions;

/// <summary>What an edit changed, word by word.</summary>
/// <param name="Title">The title's spans.</param>
/// <param name="Blocks">The text's blocks in order, changed or not.</param>
public sealed record RevisionDiff(IReadOnlyList<DiffSpan> Title, IReadOnlyList<DiffBlock> Blocks)
{
    /// <summary>True where a word of title or text changed.</summary>
    public bool IsChanged => Title.Any(span => span.Kind != DiffKind.Same) || Blocks.Any(block => block.IsChanged);

    /// <summary>Compares two states of an article. Time is bounded: what is far too long to compare by words is shown as replaced.</summary>
    public static RevisionDiff Between(ArticleContent before, ArticleContent after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(WordDiff.Of(before.Title, after.Title), BlockDiff.Of(before.Text, after.Text));
    }
}

/// <summary>A paragraph, heading or list item, as far as it stands in either state.</summary>
/// <param name="Spans">Its spans in reading order, what was removed before what was put in its place.</param>
public sealed record DiffBlock(IReadOnlyList<DiffSpan> Spans)
{
    /// <summary>True where a word changed.</summary>
    public bool IsChanged => Spans.Any(span => span.Kind != DiffKind.Same);
}

/// <summary>A stretch of words of one kind; never empty.</summary>
public sealed record DiffSpan(DiffKind Kind, string Text);

/// <summary>What became of a stretch of text.</summary>
public enum DiffKind
{
    /// <summary>In both states.</summary>
    Same,

    /// <summary>Only in the earlier state.</summary>
    Removed,

    /// <summary>Only in the later state.</summary>
    Added,
}
