using NewsWatch.ExtractArticle.Stories;
using NewsWatch.Storage;

namespace NewsWatch.ExtractArticle.Identity;

/// <summary>
/// Decides which of several entries that lead to one page is the article: the first to write the address's claim, which only one can.
/// A site that gives every page the same canonical address must not make them all one, so an article is held to be the same only if its
/// text is too, wherever both texts are from pages.
/// </summary>
internal sealed class AddressClaims(IBlobs blobs, DamagedRecords damaged)
{
    /// <summary>Claims <paramref name="address"/> for an article.</summary>
    /// <returns>Id of the article that has it already and says the same; null where the address is ours, its holder says something else, or nobody can read who holds it.</returns>
    public async Task<string?> ClaimAsync(Uri address, string article, ArticleContent content, CancellationToken cancellation)
    {
        var name = $"aliases/{ArticleId.Of(address)}.json";
        var ours = new AddressClaim(article, address, content.Title, content.Hash, content.Origin, content.Signature);
        if (await blobs.CreateJsonAsync(name, ours, IdentityJson.Default.AddressClaim, cancellation))
            return null;
        var held = await blobs.ReadSoundJsonAsync(name, IdentityJson.Default.AddressClaim, damaged, cancellation);
        return held is null || held.Article == article || !SaysTheSame(held, ours) ? null : held.Article;
    }

    private static bool SaysTheSame(AddressClaim held, AddressClaim ours)
    {
        if (held.Origin == TextOrigin.Feed || ours.Origin == TextOrigin.Feed || held.Hash == ours.Hash)
            return true;
        if (string.Equals(held.Title, ours.Title, StringComparison.OrdinalIgnoreCase))
            return true;
        return MinHash.Parse(held.Signature) is { } one && MinHash.Parse(ours.Signature) is { } other && one.IsNear(other);
    }
}
