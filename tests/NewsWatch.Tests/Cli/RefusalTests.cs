using NewsWatch.Cli;
using NewsWatch.Cli.Hosting;

namespace NewsWatch.Tests.Cli;

public sealed class RefusalTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newswatch-");

    [Fact]
    public async Task An_unknown_option_is_refused()
        => Assert.Equal(CommandLine.Unusable, await CommandLine.RunAsync(["poll", "--colour", "blue"]));

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
        var refusal = Assert.Throws<UsageException>(() => PipelineLock.Hold(folder.FullName));
        Assert.Contains(folder.FullName, refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
