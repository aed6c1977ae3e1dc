using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace NewsWatch.Storage.Azure;

/// <summary>Blobs in one container, made on first use; a tag is the ETag. Lines are blocks of append blobs.</summary>
internal sealed class AzureBlobs(StorageAccount account) : IBlobs
{
    private readonly BlobContainerClient container = account.Container;
    private readonly ConcurrentDictionary<string, int> parts = new(StringComparer.Ordinal);
    private volatile bool isMade;

    public bool IsShared => true;

    public Task<StoredBlob?> ReadAsync(string name, CancellationToken cancellation)
        => GuardAsync(async () =>
        {
            try
            {
                var blob = await Blob(name).DownloadContentAsync(cancellation);
                return new StoredBlob(blob.Value.Content.ToMemory(), blob.Value.Details.ETag.ToString());
            }
            catch (RequestFailedException absent) when (absent.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
        }, cancellation);

    public Task<ReadOnlyMemory<byte>?> ReadFromAsync(string name, long start, CancellationToken cancellation)
        => ReadAsync(name, new HttpRange(start), cancellation);

    public Task<ReadOnlyMemory<byte>?> ReadRangeAsync(string name, long start, int length, CancellationToken cancellation)
        => ReadAsync(name, new HttpRange(start, length), cancellation);

    public Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
        => GuardAsync(async () =>
        {
            var options = new BlobUploadOptions
            {
                Conditions = new()
                {
                    IfNoneMatch = condition.MustBeAbsent ? ETag.All : null,
                    IfMatch = condition.Tag is { } tag ? new ETag(tag) : null,
                },
            };
            try
            {
                return (await Blob(name).UploadAsync(BinaryData.FromBytes(content), options, cancellation)).Value.ETag.ToString();
            }
            catch (RequestFailedException otherwise) when (otherwise.Status is 409 or 412)
            {
                return null;
            }
        }, cancellation);

    public Task AppendLineAsync(string name, string line, CancellationToken cancellation)
    {
        if (line.Contains('\n', StringComparison.Ordinal))
            throw new ArgumentException("A line holds no line feed.", nameof(line));
        var block = Encoding.UTF8.GetBytes(line + '\n');
        return GuardAsync(async () =>
        {
            while (!await TryAppendAsync(name, block, cancellation))
                parts.AddOrUpdate(name, 2, (_, part) => part + 1);
            return true;
        }, cancellation);
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var pages = container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation)
            .AsPages().GetAsyncEnumerator(cancellation);
        while (await GuardAsync(async () => await pages.MoveNextAsync(), cancellation))
            foreach (var blob in pages.Current.Values)
                yield return blob.Name;
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation)
        => GuardAsync(async () => (await Blob(name).DeleteIfExistsAsync(cancellationToken: cancellation)).Value, cancellation);

    private Task<ReadOnlyMemory<byte>?> ReadAsync(string name, HttpRange range, CancellationToken cancellation)
        => GuardAsync<ReadOnlyMemory<byte>?>(async () =>
        {
            try
            {
                var options = new BlobDownloadOptions { Range = range };
                return (await Blob(name).DownloadContentAsync(options, cancellation)).Value.Content.ToMemory();
            }
            catch (RequestFailedException absent) when (absent.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
            catch (RequestFailedException end) when (end.ErrorCode == BlobErrorCode.InvalidRange)
            {
                return ReadOnlyMemory<byte>.Empty;
            }
        }, cancellation);

    private BlobClient Blob(string name) => container.GetBlobClient(BlobName.Check(name));

    // False where the blob has its 50,000 blocks: the next part takes over, and is remembered for as long as this process runs.
    private async Task<bool> TryAppendAsync(string name, byte[] block, CancellationToken cancellation)
    {
        BlobName.Check(name);
        var part = parts.TryGetValue(name, out var number) ? string.Create(CultureInfo.InvariantCulture, $"{name}.{number:00}") : name;
        var blob = container.GetAppendBlobClient(part);
        for (var isNew = false; ; isNew = true)
        {
            try
            {
                if (isNew)
                    await blob.CreateIfNotExistsAsync(cancellationToken: cancellation);
                await blob.AppendBlockAsync(new MemoryStream(block), cancellationToken: cancellation);
                return true;
            }
            catch (RequestFailedException absent) when (absent.ErrorCode == BlobErrorCode.BlobNotFound && !isNew)
            {
                // Made in the next round; another writer may do so first.
            }
            catch (RequestFailedException full) when (full.ErrorCode == BlobErrorCode.BlockCountExceedsLimit)
            {
                return false;
            }
        }
    }

    private Task<T> GuardAsync<T>(Func<Task<T>> action, CancellationToken cancellation)
        => AzureGuard.GuardAsync(container.Uri, async () =>
        {
            if (!isMade)
                await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            isMade = true;
            return await action();
        }, cancellation);
}
