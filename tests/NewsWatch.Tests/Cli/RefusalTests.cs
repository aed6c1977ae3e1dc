using NewsWatch.Cli;
using NewsWatch.Cli.Hosting;

namespace NewsWatch.Tests.Cli;

[Collection(nameof(ConsoleCollection))]
public sealed class RefusalTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newswatch-");

    [Theory]
    [InlineData("newswatch has no verb 'staus'; did you mean 'status'?", "staus")]
    [InlineData("newswatch feeds has no verb 'lst'; did you mean 'list'?", "feeds", "lst")]
    [InlineData("newswatch poll has no option --feed; did you mean '--feeds'?", "poll", "--feed", "x.opml")]
    [InlineData("newswatch classify has no option --wy; did you mean '--why'?", "classify", "--wy", "article.txt")]
    [InlineData("newswatch classify needs PATH|URL.", "classify")]
    [InlineData("newswatch agreements export needs --format.", "agreements", "export")]
    [InlineData("--days takes a whole number, not 'many'.", "alerts", "history", "--days", "many")]
    [InlineData("--color takes auto, always, never, not 'red'.", "status", "--color", "red")]
    public async Task What_cannot_be_run_is_told_in_one_line_with_the_nearest_word_and_ends_with_2(string expected, params string[] args)
    {
        using var errors = new StringWriter();
        var console = Console.Error;
        Console.SetError(errors);
        try
        {
            Assert.Equal(CommandLine.Unusable, await CommandLine.RunAsync(args));
        }
        finally
        {
            Console.SetError(console);
        }
        var line = Assert.Single(errors.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"newswatch: {expected}", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_of_the_wrong_type_is_refused()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, Settings.FileName), """{"NewsWatch": {"PollFeeds": {"MaxEntries": "many"}}}""");
        Assert.Equal(CommandLine.Unusable, await CommandLine.RunAsync(["poll", "--data", folder.FullName]));
    }

    [Fact]
    public void A_settings_file_that_is_not_JSON_is_named()
    {
        var file = Path.Combine(folder.FullName, Settings.FileName);
        File.WriteAllText(file, "{ not json");
        var refusal = Assert.Throws<UsageException>(() => Settings.Read(folder.FullName));
        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_folder_in_use_is_named()
    {
        using var hold = PipelineLock.Hold(folder.FullName);
        var refusal = Assert.Throws<FailureException>(() => PipelineLock.Hold(folder.FullName));
        Assert.Contains(folder.FullName, refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
