using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Cli;
using NewsWatch.ExtractArticle.Archive;
using NewsWatch.Fetching;
using NewsWatch.Storage;
using NewsWatch.Tests.ExtractArticle.Archive;

namespace NewsWatch.Tests.Cli;

[Collection(nameof(ConsoleCollection))]
public sealed class ExportWarcTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task The_pages_of_a_data_folder_are_written_to_the_file_named()
    {
        await KeepAsync("https://news.example/talks", "<html>One</html>");
        await KeepAsync("https://news.example/visit", "<html>Two</html>");
        var (code, output, _) = await RunAsync("--output", folder.Combine("pages.warc.gz"));
        Assert.Equal(0, code);
        Assert.StartsWith("2 pages in 5 records written to ", output, StringComparison.Ordinal);
        var records = WarcFile.Read(await File.ReadAllBytesAsync(folder.Combine("pages.warc.gz")));
        Assert.Equal(
            ["https://news.example/talks", "https://news.example/visit"],
            records.Where(record => record["WARC-Type"] == "response").Select(record => record["WARC-Target-URI"]).Order());
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_named_and_nothing_is_left()
    {
        var file = folder.Combine("missing", "pages.warc.gz");
        var (code, _, error) = await RunAsync("--output", file);
        Assert.Equal(CommandLine.Failed, code);
        Assert.StartsWith($"newswatch: {file} cannot be written", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Combine("missing")));
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused()
    {
        var (code, _, error) = await RunAsync("--output", folder.Combine("pages.warc.gz"), "--since", "soon");
        Assert.Equal(CommandLine.Unusable, code);
        Assert.StartsWith("newswatch: --since soon is no date.", error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Combine("pages.warc.gz")));
    }

    public void Dispose() => folder.Dispose();

    private async Task KeepAsync(string address, string body)
    {
        await using var services = new ServiceCollection()
            .AddLogging().AddLocalStorage(folder.Combine("data")).AddSingleton<DamagedRecords>().AddSingleton<PageArchive>().BuildServiceProvider();
        var page = new FetchResult.Fetched(
            new(address), new(address), 200, new Dictionary<string, string> { ["content-type"] = "text/html" }, Encoding.UTF8.GetBytes(body));
        await services.GetRequiredService<PageArchive>().KeepAsync(ArticleId.Of(new(address)), new(address), page, default);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        var (consoleOutput, consoleError) = (Console.Out, Console.Error);
        Console.SetOut(output);
        Console.SetError(error);
        try
        {
            var code = await CommandLine.RunAsync(["export", "warc", .. args, "--data", folder.Combine("data")]);
            return (code, output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(consoleOutput);
            Console.SetError(consoleError);
        }
    }
}
