using Microsoft.Extensions.Options;
using NewsWatch.Storage;

namespace NewsWatch.PollFeeds.WatchLists;

/// <summary>
/// Where the watch list is kept: the file that <c>NewsWatch:PollFeeds:WatchList</c> names, else the store's <c>feeds.opml</c>. Where the
/// store has none, the default list is read, and the first change writes it there.
/// </summary>
public sealed class WatchListStore(IBlobs blobs, IOptions<PollFeedsOptions> options)
{
    /// <summary>Blob of the list.</summary>
    public const string Blob = "feeds.opml";

    private const string DefaultResource = "NewsWatch.PollFeeds.WatchLists.default.opml";

    private string? File => string.IsNullOrWhiteSpace(options.Value.WatchList) ? null : options.Value.WatchList;

    /// <summary>What the list is called in a message to the operator.</summary>
    public string Name => File ?? Blob;

    /// <summary>The list that comes with NewsWatch.</summary>
    public static WatchList Default()
    {
        using var resource = typeof(WatchListStore).Assembly.GetManifestResourceStream(DefaultResource)!;
        return OpmlReader.Read(resource, "the default watch list");
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
            throw new WatchListException($"{file} does not exist. Name an OPML file, or leave the option out to use the default list.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WatchListException($"{file} cannot be read ({failure.Message.TrimEnd('.')}). Name an OPML file that can.", failure);
        }
    }

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

    /// <summary>Changes the list; <paramref name="change"/> may run again when another writer came between.</summary>
    /// <exception cref="WatchListException">The list cannot be read or written.</exception>
    public async Task<WatchList> ChangeAsync(Func<WatchList, WatchList> change, CancellationToken cancellation)
    {
        if (File is { } file)
        {
            var changed = change(System.IO.File.Exists(file) ? ReadFile(file) : new("Watch list", []));
            await WriteFileAsync(file, changed, cancellation);
            return changed;
        }
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var (list, tag) = await ReadBlobAsync(cancellation);
            var changed = change(list);
            var condition = tag is null ? WriteCondition.IfAbsent : WriteCondition.IfUnchanged(tag);
            if (await blobs.WriteAsync(Blob, OpmlWriter.Write(changed), condition, cancellation) is not null)
                return changed;
        }
    }

    private async Task<(WatchList List, string? Tag)> ReadBlobAsync(CancellationToken cancellation)
    {
        if (await blobs.ReadAsync(Blob, cancellation) is not { } blob)
            return (Default(), null);
        using var stream = new MemoryStream(blob.Content.ToArray(), writable: false);
        return (OpmlReader.Read(stream, Blob), blob.Tag);
    }
}
