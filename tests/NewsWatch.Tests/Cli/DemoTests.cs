using System.Text.Json;
using NewsWatch.Cli;

namespace NewsWatch.Tests.Cli;

/// <summary>The whole pipeline on the sample newsroom, as a newcomer runs it.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class DemoTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newswatch-");

    [Fact]
    public async Task The_demo_finds_every_entry_once_and_the_second_run_finds_nothing_new()
    {
        var first = await RunAsync("demo", "--once", "--json");
        Assert.Equal(5, first.GetProperty("feeds").GetProperty("polled").GetInt32());
        Assert.Equal(15, first.GetProperty("new").GetInt32());
        Assert.Equal(15, first.GetProperty("found").GetInt32());
        var states = first.GetProperty("states");
        Assert.Equal(15, states.EnumerateObject().Sum(state => state.Value.GetInt32()));
        Assert.Equal(0, states.GetProperty("pending").GetInt32());
        Assert.Equal(0, states.GetProperty("failed").GetInt32());
        Assert.Equal(1, states.GetProperty("gone").GetInt32());

        var second = await RunAsync("demo", "--once", "--json");
        Assert.Equal(0, second.GetProperty("new").GetInt32());
        Assert.Equal(states.GetRawText(), second.GetProperty("states").GetRawText());
    }

    [Fact]
    public async Task The_demo_shows_developments_as_news_and_an_alert_of_each()
    {
        await RunAsync("demo", "--once", "--json");

        var developments = (await RunAsync("developments", "--json")).EnumerateArray().ToList();
        Assert.InRange(developments.Count, 8, 15);
        Assert.All(developments, development => Assert.Equal("news", development.GetProperty("kind").GetString()));
        var alerts = (await RunAsync("alerts", "history", "--json")).GetProperty("developments").EnumerateArray();
        Assert.Equal(
            developments.Select(development => development.GetProperty("id").GetString()).Order(),
            alerts.Select(alert => alert.GetProperty("development").GetString()).Order());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<JsonElement> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var console = Console.Out;
        Console.SetOut(output);
        try
        {
            Assert.Equal(0, await CommandLine.RunAsync([.. args, "--data", folder.FullName]));
        }
        finally
        {
            Console.SetOut(console);
        }
        return JsonDocument.Parse(output.ToString()).RootElement;
    }
}
