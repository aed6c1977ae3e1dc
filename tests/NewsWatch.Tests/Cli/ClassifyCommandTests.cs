using System.Text.Json;
using NewsWatch.Cli;

namespace NewsWatch.Tests.Cli;

/// <summary><c>newswatch classify</c> on files.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class ClassifyCommandTests : IDisposable
{
    private const string Pact = "Ghana and Italy signed a defence cooperation agreement in Accra on Sunday.";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_of_records_gives_a_verdict_a_line_by_the_day_each_tells()
    {
        var corpus = folder.Combine("corpus.jsonl");
        await File.WriteAllLinesAsync(
            corpus,
            [
                $$"""{"id": "a", "lang": "en", "date": "2025-12-02", "title": "", "text": "{{Pact}}"}""",
                $$"""{"id": "b", "lang": "en", "title": "", "text": "A village fair drew a crowd on Sunday."}""",
            ]);
        var lines = (await RunAsync("classify", corpus)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        var first = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal(
            ("a", true, true),
            (first.GetProperty("id").GetString(), first.GetProperty("flagged").GetBoolean(), first.GetProperty("mentions").GetBoolean()));
        Assert.Equal("2025-11-30", first.GetProperty("agreements")[0].GetProperty("date").GetString());
        var second = JsonDocument.Parse(lines[1]).RootElement;
        Assert.Equal((false, false), (second.GetProperty("flagged").GetBoolean(), second.GetProperty("mentions").GetBoolean()));
    }

    [Theory]
    [InlineData("\"2025-12\"")]
    [InlineData("\"2025\"")]
    [InlineData("null")]
    public async Task By_a_month_or_a_year_alone_on_Sunday_is_no_day(string date)
    {
        var corpus = folder.Combine("corpus.jsonl");
        await File.WriteAllTextAsync(corpus, $$"""{"id": "a", "date": {{date}}, "text": "{{Pact}}"}""");
        var (code, output) = await RunAsync("classify", corpus);
        Assert.Equal(0, code);
        Assert.False(JsonDocument.Parse(output).RootElement.GetProperty("agreements")[0].TryGetProperty("date", out _));
    }

    [Fact]
    public async Task What_is_no_date_is_named_with_its_line()
    {
        var corpus = folder.Combine("corpus.jsonl");
        await File.WriteAllTextAsync(corpus, $$"""{"id": "a", "date": "last spring", "text": "{{Pact}}"}""");
        Assert.Equal(CommandLine.Failed, (await RunAsync("classify", corpus)).Code);
    }

    [Fact]
    public async Task Why_tells_what_was_weighed_and_takes_a_text_from_standard_input()
    {
        var ended = await BuiltProgram.RunAsync(
            new Dictionary<string, string>(), "Pact signed in Accra\n" + Pact, "classify", "--why", "-", "--data", folder.Path);
        Assert.Equal(0, ended.Code);
        Assert.StartsWith("reports, score ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("\ndefence-cooperation GH IT: signed, news\n", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_is_told_on_standard_output_alone()
        => Assert.Equal(
            CommandLine.Unusable,
            (await RunAsync("classify", "--why", "--output", folder.Combine("out.jsonl"), folder.Combine("corpus.jsonl"))).Code);

    private async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var console = Console.Out;
        Console.SetOut(output);
        try
        {
            return (await CommandLine.RunAsync([.. args, "--data", folder.Path]), output.ToString());
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}
