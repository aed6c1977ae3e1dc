using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using NewsWatch.Storage;
using NewsWatch.Storage.Azure;

namespace NewsWatch.Tests.Storage.Azure;

[Collection(AzuriteTests.Name)]
public sealed class AzureBlobsTests(Azurite azurite) : BlobsContract
{
    private string? account;

    internal override async Task<IBlobs> OpenAsync() => new AzureBlobs(Account(account ??= await azurite.NewAccountAsync()));

    [SkippableFact]
    public async Task A_blob_of_lines_that_is_full_goes_on_in_the_next_part()
    {
        var connection = await azurite.NewAccountAsync();
        using var full = new FullAppendBlobs();
        var blobs = new AzureBlobs(Account(connection, options => options.Transport = new HttpClientTransport(full)));
        await blobs.AppendLineAsync("journal/2026/01/02.jsonl", "a", default);
        full.Blobs.Add("/02.jsonl");
        await blobs.AppendLineAsync("journal/2026/01/02.jsonl", "b", default);
        full.Blobs.Add("/02.jsonl.02");
        await blobs.AppendLineAsync("journal/2026/01/02.jsonl", "c", default);
        await blobs.AppendLineAsync("journal/2026/01/02.jsonl", "d", default);
        var names = new List<string>();
        await foreach (var name in blobs.ListAsync("journal/", default))
            names.Add(name);
        Assert.Equal(["journal/2026/01/02.jsonl", "journal/2026/01/02.jsonl.02", "journal/2026/01/02.jsonl.03"], names);
        Assert.Equal("c\nd\n", await TextAsync(blobs, names[2]));
    }

    [SkippableFact]
    public async Task An_account_that_cannot_be_reached_is_named_within_seconds()
    {
        const string Connection = "AccountName=none;AccountKey=bm9uZQ==;BlobEndpoint=http://127.0.0.1:1/none;QueueEndpoint=http://127.0.0.1:1/none";
        var watch = Stopwatch.StartNew();
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => new AzureBlobs(Account(Connection)).ReadAsync("feeds/a.json", default));
        Assert.Contains("http://127.0.0.1:1/none/newswatch", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("NewsWatchStorage", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [SkippableFact]
    public async Task A_key_that_is_refused_is_told_without_the_key()
    {
        var connection = (await azurite.NewAccountAsync()).Replace("AccountKey=", "AccountKey=AAAA", StringComparison.Ordinal);
        var refusal = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => new AzureBlobs(Account(connection)).ReadAsync("feeds/a.json", default));
        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAA", refusal.Message, StringComparison.Ordinal);
    }

    internal static StorageAccount Account(string connection, Action<ClientOptions>? change = null)
        => new(new ConfigurationBuilder().AddInMemoryCollection([new("NewsWatchStorage", connection)]).Build(), change);

    /// <summary>Answers as the service does to an append to a blob that has all its 50,000 blocks.</summary>
    private sealed class FullAppendBlobs() : DelegatingHandler(new SocketsHttpHandler())
    {
        public List<string> Blobs { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isFull = request.RequestUri!.Query == "?comp=appendblock"
                && Blobs.Any(blob => request.RequestUri.AbsolutePath.EndsWith(blob, StringComparison.Ordinal));
            return isFull ? Task.FromResult(Refusal()) : base.SendAsync(request, cancellationToken);
        }

        private static HttpResponseMessage Refusal() => new(HttpStatusCode.Conflict)
        {
            Content = new StringContent("<Error><Code>BlockCountExceedsLimit</Code></Error>", new MediaTypeHeaderValue("application/xml")),
            Headers = { { "x-ms-error-code", "BlockCountExceedsLimit" } },
        };
    }
}
