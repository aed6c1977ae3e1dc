using NewsWatch.Text;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace NewsWatch.ExtractArticle.Documents;

/// <summary>
/// What one PDF may cost in bytes unpacked, operations, letters and time. The library asks it for every stream it unpacks, and the page's
/// own reader for every operation and letter; whatever goes beyond ends the reading there and then.
/// </summary>
/// <param name="cancellation">Ends it when the time is up.</param>
internal sealed class PdfBudget(CancellationToken cancellation) : IFilterProvider
{
    private long bytes;
    private int operations;

    /// <summary>Spends an operation.</summary>
    /// <exception cref="PdfBudgetException">There is no more.</exception>
    /// <exception cref="OperationCanceledException">The time is up.</exception>
    public void SpendOperation()
    {
        cancellation.ThrowIfCancellationRequested();
        if (++operations > Bound.Pdf.Operations)
            throw new PdfBudgetException($"more than {Bound.Pdf.Operations} drawing operations");
    }

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
        => [.. DefaultFilterProvider.Instance.GetFilters(dictionary).Select(Bounded)];

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names)
        => [.. DefaultFilterProvider.Instance.GetNamedFilters(names).Select(Bounded)];

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => [.. DefaultFilterProvider.Instance.GetAllFilters().Select(Bounded)];

    private BoundedFilter Bounded(IFilter filter) => new(filter, this);

    private Memory<byte> Decode(IFilter filter, Memory<byte> input, DictionaryToken dictionary, int index)
    {
        cancellation.ThrowIfCancellationRequested();
        // Only pictures are packed so, and none is looked at: unpacked, each is as large as its header likes.
        if (filter is CcittFaxDecodeFilter or DctDecodeFilter or Jbig2DecodeFilter or JpxDecodeFilter)
            return Memory<byte>.Empty;
        PdfUnpacked.Check(filter, input, dictionary, cancellation);
        var decoded = filter.Decode(input, dictionary, this, index);
        bytes += decoded.Length;
        return bytes <= Bound.Pdf.Bytes ? decoded : throw new PdfBudgetException($"more than {Bound.Pdf.Bytes / 1024 / 1024} MiB unpacked");
    }

    /// <summary>A filter that spends what it unpacks.</summary>
    private sealed class BoundedFilter(IFilter filter, PdfBudget budget) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
            => budget.Decode(filter, input, streamDictionary, filterIndex);
    }
}

/// <summary>A PDF asks for more than it may cost.</summary>
internal sealed class PdfBudgetException(string what) : Exception(what);
