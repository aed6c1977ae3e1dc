using Microsoft.Extensions.Options;
using NewsWatch.Storage;

namespace NewsWatch.PollFeeds.WatchLists;

/// <summary>
/// Where the watch list is kept: the file that <c>NewsWatch:PollFeeds:WatchList</c> names, else the store's <c>feeds.opml</c>. Where the
/// store has none, the lists that come with NewsWatch are read; a list of one's own stands alone.
/// </summary>
public sealed class WatchListStore(IBlobs blobs, IOptions<PollFeedsOptions> options)
{
    /// <summary>Blob of the list.</summary>
    public const string Blob = "feeds.opml";

    private const string Resources = "NewsWatch.PollFeeds.WatchLists.";

    private string? File => string.IsNullOrWhiteSpace(options.Value.WatchList) ? null : options.Value.WatchList;

    /// <summary>What the list is called in a message to the operator.</summary>
    public string Name => File ?? Blob;

    /// <summary>The lists that come with NewsWatch, as one: <see cref="Feeds"/> and <see cref="Pages"/>.</summary>
    public static WatchList Default() => Feeds().With(Pages().Feeds);

    /// <summary>The feeds that come with NewsWatch.</summary>
    public static WatchList Feeds() => Shipped("default.opml");

    /// <summary>Ministries, parliaments and gazettes that have no feed, by the pages and sitemaps they list their news on.</summary>
    public static WatchList Pages() => Shipped("pages.opml");

    private static WatchList Shipped(string name)
    {
        using var resource = typeof(WatchListStore).Assembly.GetManifestResourceStream(Resources + name)!;
        return OpmlReader.Read(resource, $"the shipped list {name}");
    }

    /// <summary>Reads an OPML file.</summary>
    /// <exception cref="WatchListException">It is missing, cannot be read, or is malformed.</exception>
    public static WatchList ReadFile(string file)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(file);
            return OpmlReader.Read(stream, file);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WatchListException(
                $"{file} does not exist. Name an OPML file, or leave the option out to use the list that comes with NewsWatch.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WatchListException($"{file} cannot be read ({failure.Message.TrimEnd('.')}). Name an OPML file that can.", failure);
        }
    }

    /// <summary>Reads an OPML document.</summary>
    /// <param name="opml">The document.</param>
    /// <param name="name">What to call it in a complaint.</param>
    /// <exception cref="WatchListException">It is no OPML.</exception>
    public static WatchList Read(Stream opml, string name) => OpmlReader.Read(opml, name);

    /// <summary>A list as an OPML 2.0 document in UTF-8.</summary>
    public static byte[] ToOpml(WatchList list) => OpmlWriter.Write(list);

    /// <summary>Writes an OPML file, whole or not at all.</summary>
    /// <exception cref="WatchListException">It cannot be written.</exception>
    public static async Task WriteFileAsync(string file, WatchList list, CancellationToken cancellation)
    {
        var draft = $"{file}.new";
        try
        {
            await System.IO.File.WriteAllBytesAsync(draft, OpmlWriter.Write(list), cancellation);
            System.IO.File.Move(draft, file, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WatchListException($"{file} cannot be written ({failure.Message.TrimEnd('.')}). Name a file in a folder that can be written.", failure);
        }
    }

    /// <summary>Reads the list.</summary>
    /// <exception cref="WatchListException">The file named is missing, or what is there is malformed.</exception>
    public async Task<WatchList> LoadAsync(CancellationToken cancellation)
        => File is { } file ? ReadFile(file) : (await ReadBlobAsync(cancellation)).List;

    /// <summary>Whether there is a list of the operator's own.</summary>
    public async Task<bool> HasOwnAsync(CancellationToken cancellation)
        => File is { } file ? System.IO.File.Exists(file) : await blobs.ReadAsync(Blob, cancellation) is not null;

    /// <summary>Changes the list; <paramref name="change"/> may run again when another writer came between.</summary>
    /// <param name="change">The change.</param>
    /// <param name="alone">True to begin an empty list where there is no own one yet; false to begin with the shipped lists.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="WatchListException">The list cannot be read or written, or holds sources that writing it would lose.</exception>
    public async Task<WatchList> ChangeAsync(Func<WatchList, WatchList> change, bool alone, CancellationToken cancellation)
    {
        if (File is { } file)
        {
            var changed = Change(System.IO.File.Exists(file) ? ReadFile(file) : new("Watch list", []));
            await WriteFileAsync(file, changed, cancellation);
            return changed;
        }
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var (list, tag) = await ReadBlobAsync(cancellation);
            var changed = Change(tag is null && alone ? new("Watch list", []) : list);
            var condition = tag is null ? WriteCondition.IfAbsent : WriteCondition.IfUnchanged(tag);
            if (await blobs.WriteAsync(Blob, OpmlWriter.Write(changed), condition, cancellation) is not null)
                return changed;
        }

        WatchList Change(WatchList list)
            => change(list) is var changed && list.LeftOut is [var first, ..]
                && list.Feeds.Any(feed => changed.Feeds.Any(kept => kept.Id == feed.Id))
                ? throw new WatchListException($"{first} Writing the list would lose it.")
                : changed;
    }

    private async Task<(WatchList List, string? Tag)> ReadBlobAsync(CancellationToken cancellation)
    {
        if (await blobs.ReadAsync(Blob, cancellation) is not { } blob)
            return (Default(), null);
        using var stream = new MemoryStream(blob.Content.ToArray(), writable: false);
        return (OpmlReader.Read(stream, Blob), blob.Tag);
    }
}
