using System.Text.Json.Serialization;
using NewsWatch.Storage;

namespace NewsWatch.Review.Inbox;

/// <summary>A query of the inbox under a name, for everyone at the site.</summary>
/// <param name="Id">What it goes by in addresses.</param>
/// <param name="Name">As its maker named it.</param>
/// <param name="Query">The query's part of the address; empty for the plain inbox.</param>
/// <param name="By">Who saved it.</param>
/// <param name="At">When.</param>
public sealed record SavedView(string Id, string Name, string Query, string By, DateTimeOffset At);

/// <summary>All saved views. Stored as <c>review/views.json</c>.</summary>
/// <param name="Views">By name.</param>
public sealed record SavedViews(IReadOnlyList<SavedView> Views);

/// <summary>The views that are saved.</summary>
internal sealed class SavedViewStore(IBlobs blobs, TimeProvider time)
{
    /// <summary>Longest name, in UTF-16 code units.</summary>
    public const int MaxName = 60;

    /// <summary>Most views.</summary>
    public const int Most = 200;

    private const string Blob = "review/views.json";

    /// <summary>Every view, by name.</summary>
    public async Task<IReadOnlyList<SavedView>> ReadAsync(CancellationToken cancellation)
        => (await blobs.ReadJsonAsync(Blob, InboxJson.Default.SavedViews, cancellation))?.Views ?? [];

    /// <summary>Saves a query under a name, over a view of the same name; null where there is no room for more.</summary>
    public async Task<SavedView?> SaveAsync(string name, string query, string by, CancellationToken cancellation)
    {
        var view = new SavedView(IdOf(name), name, query, by, time.GetUtcNow());
        var saved = await blobs.UpdateJsonAsync(
            Blob,
            before =>
            {
                var others = before?.Views.Where(other => other.Id != view.Id).ToList() ?? [];
                return others.Count >= Most
                    ? before
                    : new([.. others.Append(view).OrderBy(one => one.Name, StringComparer.OrdinalIgnoreCase).ThenBy(one => one.Id, StringComparer.Ordinal)]);
            },
            InboxJson.Default.SavedViews,
            cancellation);
        return saved?.Views.FirstOrDefault(one => one == view);
    }

    /// <summary>Removes a view; nothing happens where there is none of this id.</summary>
    public Task RemoveAsync(string id, CancellationToken cancellation) => blobs.UpdateJsonAsync(
        Blob,
        before => before is null || before.Views.All(view => view.Id != id) ? before : new([.. before.Views.Where(view => view.Id != id)]),
        InboxJson.Default.SavedViews,
        cancellation);

    /// <summary>Words of the name where they are plain letters, else a hash: ids are parts of addresses.</summary>
    private static string IdOf(string name)
    {
        var plain = string.Join('-', Search.SearchWords.Of(name).Select(word => word.Text));
        return plain.Length is > 0 and <= 60 && plain.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? plain
            : ArticleId.Hash(name);
    }
}

/// <summary>How views are stored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SavedViews))]
internal sealed partial class InboxJson : JsonSerializerContext;
