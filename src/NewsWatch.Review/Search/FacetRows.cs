namespace NewsWatch.Review.Search;

/// <summary>
/// The articles as they stood at one change, for who looks through them: 32 bytes each, in pieces, so that the next change copies only the
/// pieces it touches. What articles are chosen by repeats, and is kept once.
/// </summary>
/// <param name="pieces">The articles by number.</param>
/// <param name="kinds">What articles are chosen by, each different one once; none at 0.</param>
/// <param name="length">One more than the highest number of an article.</param>
internal sealed class FacetRows(FacetCell[][] pieces, FacetKind[] kinds, int length)
{
    /// <summary>Articles of a piece; a power of two.</summary>
    public const int OfPiece = 1 << PieceBits;

    private const int PieceBits = 12;

    public static FacetRows None { get; } = new([], [default], 0);

    /// <summary>One more than the highest number of an article.</summary>
    public int Length => length;

    /// <summary>One more than the highest <see cref="FacetRow.Kind"/>.</summary>
    public int Kinds => kinds.Length;

    /// <summary>True where there is an article of this number.</summary>
    public bool Has(int doc) => (uint)doc < (uint)length && pieces[doc >> PieceBits][doc & (OfPiece - 1)].Kind != 0;

    /// <summary>The article of a number, which there is.</summary>
    public FacetRow this[int doc]
    {
        get
        {
            ref readonly var cell = ref pieces[doc >> PieceBits][doc & (OfPiece - 1)];
            ref readonly var kind = ref kinds[cell.Kind];
            return new(doc, cell.Group, cell.Published, cell.Found, cell.Told, cell.Kind, kind.Tabs, kind.Facets);
        }
    }
}

/// <summary>What some articles are chosen by.</summary>
/// <param name="Facets">It.</param>
/// <param name="Tabs">The tabs they are in.</param>
internal readonly record struct FacetKind(Facets Facets, InboxTabs Tabs);

/// <summary>What is kept of one article.</summary>
/// <param name="Group">Number of the first of those that tell the same.</param>
/// <param name="Kind">Number of its facets among the different ones; 0 where there is no article.</param>
/// <param name="Published">Publication, in seconds since 1970.</param>
/// <param name="Found">When it was found.</param>
/// <param name="Told">When its outcome was last told.</param>
internal readonly record struct FacetCell(int Group, int Kind, long Published, long Found, long Told);

/// <summary>One article in memory.</summary>
/// <param name="Doc">Its number in the file.</param>
/// <param name="Group">Number of the first of those that tell the same.</param>
/// <param name="Published">Publication, in seconds since 1970.</param>
/// <param name="Found">When it was found.</param>
/// <param name="Told">When its outcome was last told.</param>
/// <param name="Kind">Number of its facets among the different ones.</param>
/// <param name="Tabs">The tabs it is in.</param>
/// <param name="Facets">What it is chosen by.</param>
internal readonly record struct FacetRow(int Doc, int Group, long Published, long Found, long Told, int Kind, InboxTabs Tabs, Facets Facets);
