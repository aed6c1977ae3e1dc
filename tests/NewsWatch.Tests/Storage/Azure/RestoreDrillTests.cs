using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using NewsWatch.Cli.Demo;
using NewsWatch.Tests.Cli;

namespace NewsWatch.Tests.Storage.Azure;

/// <summary>The drill of docs/operations.md: a copy of the container, put into an empty account, is the same ledger and in order.</summary>
[Collection(AzuriteTests.Name)]
public sealed class RestoreDrillTests(Azurite azurite) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [SkippableFact]
    public async Task A_copy_in_another_account_is_the_same_ledger_and_nothing_is_lost()
    {
        var (before, after) = (await azurite.NewAccountAsync(), await azurite.NewAccountAsync());
        await using var newsroom = await Newsroom.StartAsync(0, default);
        await File.WriteAllTextAsync(folder.Combine("feeds.opml"), newsroom.WatchList);
        var polled = await RunAsync(before, "poll", "--feeds", folder.Combine("feeds.opml"));
        Assert.True(polled.Code == 0, polled.Errors);

        var copied = await CopyAsync(Container(before), Container(after));

        Assert.True(copied > 20, $"Only {copied} blobs were copied.");
        var verified = await RunAsync(after, "verify");
        Assert.True(verified.Code == 0, verified.Output + verified.Errors);
        var ledger = (await RunAsync(before, "agreements", "export", "--format", "csv")).Output;
        Assert.True(ledger.Split('\n').Length > 3, ledger);
        Assert.Equal(ledger, (await RunAsync(after, "agreements", "export", "--format", "csv")).Output);
        // Lines go on where they ended: a copy of a blob of lines is one still.
        var again = await RunAsync(after, "poll", "--feeds", folder.Combine("feeds.opml"));
        Assert.True(again.Code == 0, again.Errors);
    }

    public void Dispose() => folder.Dispose();

    private Task<Ended> RunAsync(string account, params string[] args) => BuiltProgram.RunAsync(
        new Dictionary<string, string>
        {
            ["NewsWatchStorage"] = account,
            ["NewsWatch__Fetching__AllowedNetworks__0"] = "127.0.0.0/8",
            ["NewsWatch__Fetching__PerHostSpacing"] = "00:00:00",
        },
        "",
        [.. args, "--data", folder.Combine("data")]);

    private static BlobContainerClient Container(string account) => new(account, "newswatch");

    /// <summary>As AzCopy does: each blob as the kind that it is.</summary>
    private static async Task<int> CopyAsync(BlobContainerClient from, BlobContainerClient to)
    {
        var count = 0;
        await to.CreateIfNotExistsAsync();
        await foreach (var blob in from.GetBlobsAsync(new GetBlobsOptions(), default))
        {
            var content = (await from.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content;
            if (blob.Properties.BlobType == BlobType.Append)
            {
                var lines = to.GetAppendBlobClient(blob.Name);
                await lines.CreateIfNotExistsAsync();
                await lines.AppendBlockAsync(content.ToStream());
            }
            else
                await to.GetBlobClient(blob.Name).UploadAsync(content, overwrite: true);
            count++;
        }
        return count;
    }
}
