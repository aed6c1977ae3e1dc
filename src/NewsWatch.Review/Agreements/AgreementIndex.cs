using NewsWatch.Review.Search;

namespace NewsWatch.Review.Agreements;

/// <summary>The ledger as a list, out of the index.</summary>
internal sealed class AgreementIndex(ReviewIndex index)
{
    /// <summary>Agreements of which something stands, the one reported on last first.</summary>
    public async Task<IReadOnlyList<AgreementRow>> ReadAsync(CancellationToken cancellation)
    {
        await index.FollowAsync(ReviewIndex.Patience, cancellation);
        return index.Table.Agreements;
    }
}
