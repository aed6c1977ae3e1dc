using System.Text;
using System.Text.Json;
using NewsWatch.Cli;

namespace NewsWatch.Tests.Cli;

/// <summary>What the built program writes: in a pipe for programs, on a terminal for people.</summary>
[Collection(nameof(DemoCollection))]
public sealed class OutputTests(DemoFolder demo) : IDisposable
{
    private const string Title = "Accra and Rome sign defence pact";
    private const string Article = $"{Title}\nGhana and Italy signed a defence cooperation agreement in Accra on Sunday.\n";

    private static readonly Dictionary<string, string> Plain = [];

    private readonly TemporaryFolder folder = new();

    [SkippableFact]
    public async Task A_list_is_tab_separated_in_a_pipe_and_aligned_under_headings_on_a_terminal()
    {
        Skip.IfNot(File.Exists(BuiltProgram.Script), $"needs {BuiltProgram.Script}");
        var piped = await BuiltProgram.RunAsync(["agreements", "list", .. demo.Data]);
        Assert.All(piped.Lines, line => Assert.Equal(5, line.Count(letter => letter == '\t')));
        Assert.Contains(
            piped.Lines,
            line => line.StartsWith("defence-equipment-technology-fr-jp\tin-force\t2016-12\tFrance–Japan\t", StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', piped.Output);

        var shown = await BuiltProgram.InTerminalAsync(["agreements", "list", "--color", "never", .. demo.Data]);
        Assert.Matches(@"Agreement +Stage +Since +Parties", shown.Output);
        Assert.All(
            piped.Lines.Select(line => line.Split('\t')[0]),
            id => Assert.Contains(shown.Lines, line => line.StartsWith($"{id} ", StringComparison.Ordinal)));
        Assert.All(
            shown.Lines.SkipWhile(line => !line.StartsWith("reciprocal", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 1, 80));
        Assert.DoesNotContain("\u001b[1m", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_party_may_be_a_country_s_name_or_its_code()
    {
        var byName = await BuiltProgram.RunAsync(["agreements", "list", "--party", "south korea", .. demo.Data]);
        Assert.StartsWith("information-security-jp-kr\t", Assert.Single(byName.Lines), StringComparison.Ordinal);
        Assert.Equal(byName.Output, (await BuiltProgram.RunAsync(["agreements", "list", "--party", "kr", .. demo.Data])).Output);
        var wrong = await BuiltProgram.RunAsync(["agreements", "list", "--party", "japn", .. demo.Data]);
        Assert.Equal(CommandLine.Unusable, wrong.Code);
        Assert.StartsWith("newswatch: --party japn is no party; did you mean 'Japan'? ", wrong.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_wrapped_in_a_pipe_and_the_proof_stays_whole()
    {
        var ended = await BuiltProgram.RunAsync(["agreements", "show", "acsa-fr-jp", .. demo.Data]);
        Assert.Contains(
            ended.Lines,
            line => line.Contains("“France and Japan have agreed to open negotiations", StringComparison.Ordinal) && line.EndsWith('”'));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("feeds", "list")]
    [InlineData("articles", "list")]
    [InlineData("agreements", "list")]
    [InlineData("developments")]
    [InlineData("alerts", "history")]
    [InlineData("doctor", "--offline")]
    [InlineData("replay", "--list")]
    public async Task What_a_verb_prints_it_prints_as_JSON_too(params string[] verb)
    {
        var ended = await BuiltProgram.RunAsync([.. verb, "--json", .. demo.Data]);
        Assert.Equal((0, ""), (ended.Code, ended.Errors));
        Assert.Contains(JsonDocument.Parse(ended.Output).RootElement.ValueKind, new[] { JsonValueKind.Array, JsonValueKind.Object });
    }

    [Fact]
    public async Task Evidence_is_quoted_in_JSON_and_marked_by_characters_where_there_is_no_colour()
    {
        var json = await BuiltProgram.RunAsync(Plain, Article, "classify", "-", "--json");
        var evidence = JsonDocument.Parse(json.Output).RootElement.GetProperty("agreements")[0].GetProperty("evidence");
        Assert.All(evidence.EnumerateArray(), one => Assert.NotEmpty(one.GetProperty("quote").GetString()!));
        Assert.Contains(
            evidence.EnumerateArray(),
            one => one.GetProperty("quote").GetString()!.Contains("defence cooperation agreement", StringComparison.Ordinal));

        var plain = await BuiltProgram.RunAsync(Plain, Article, "classify", "-");
        Assert.Contains("[1: ", plain.Output, StringComparison.Ordinal);
        var coloured = await BuiltProgram.RunAsync(Plain, Article, "classify", "-", "--color", "always");
        Assert.Contains("\u001b[", coloured.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[1: ", coloured.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task NO_COLOR_is_heeded_on_a_terminal_and_evidence_stays_marked()
    {
        Skip.IfNot(File.Exists(BuiltProgram.Script), $"needs {BuiltProgram.Script}");
        var file = folder.Combine("article.txt");
        await File.WriteAllTextAsync(file, Article);
        var shown = await BuiltProgram.InTerminalAsync(new Dictionary<string, string> { ["NO_COLOR"] = "1" }, "classify", file);
        Assert.Equal(0, shown.Code);
        Assert.Contains("[1: ", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\u001b\[[0-9;]*m", shown.Output);
    }

    [Fact]
    public async Task Several_files_stand_under_their_names_and_one_that_fails_stops_no_other()
    {
        var (good, empty, binary) = (folder.Combine("good.html"), folder.Combine("empty.txt"), folder.Combine("binary.txt"));
        await File.WriteAllTextAsync(
            good,
            $"<html><head><title>{Title}</title></head><body><h1>{Title}</h1><p>Ghana and Italy signed a defence cooperation"
            + " agreement in Accra on Sunday, and the ministers shook hands before the press of both countries.</p></body></html>");
        await File.WriteAllTextAsync(empty, " \n");
        await File.WriteAllBytesAsync(binary, [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1]);
        var ended = await BuiltProgram.RunAsync("extract", empty, binary, good, folder.Combine("missing.txt"));
        Assert.Equal(CommandLine.Failed, ended.Code);
        Assert.Equal(4, ended.Lines.Count(line => line.StartsWith("==> ", StringComparison.Ordinal)));
        Assert.Contains(ended.Lines, line => line.Contains("Ghana and Italy signed", StringComparison.Ordinal));
        var errors = ended.Errors.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Equal(3, errors.Length);
        Assert.Equal($"newswatch: {empty} is empty: there is nothing to read.", errors[0]);
        Assert.StartsWith($"newswatch: {binary} is binary", errors[1], StringComparison.Ordinal);
        Assert.StartsWith($"newswatch: {folder.Combine("missing.txt")} is neither a file", errors[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("classify")]
    [InlineData("extract")]
    [InlineData("feeds", "import")]
    [InlineData("agreements", "import")]
    public async Task Nothing_on_standard_input_is_a_failure_that_stores_nothing(params string[] verb)
    {
        var data = folder.Combine("data");
        var ended = await BuiltProgram.RunAsync([.. verb, "-", "--data", data]);
        Assert.Equal((CommandLine.Failed, ""), (ended.Code, ended.Output));
        Assert.StartsWith("newswatch: standard input is empty", ended.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task A_dash_is_standard_input_and_output()
    {
        var exported = await BuiltProgram.RunAsync(["feeds", "export", "-", .. demo.Data]);
        var imported = await BuiltProgram.RunAsync(
            Plain, exported.Output, "feeds", "import", "-", "--json", "--data", folder.Combine("data"));
        Assert.Equal(5, JsonDocument.Parse(imported.Output).RootElement.GetProperty("after").GetInt32());

        var records = """{"id": "a", "text": "Ghana and Italy signed a defence cooperation agreement."}""" + "\n";
        var verdict = await BuiltProgram.RunAsync(Plain, records, "classify", "-", "--output", "-");
        Assert.Equal("a", JsonDocument.Parse(Assert.Single(verdict.Lines)).RootElement.GetProperty("id").GetString());
        Assert.DoesNotContain("\"quote\"", verdict.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "agreement,name,",
            (await BuiltProgram.RunAsync(["agreements", "export", "--format", "csv", "--output", "-", .. demo.Data])).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CSV_for_Excel_begins_with_a_byte_order_mark_where_that_is_asked()
    {
        var file = folder.Combine("ledger.csv");
        var ended = await BuiltProgram.RunAsync(["agreements", "export", "--format", "csv", "--bom", "--output", file, .. demo.Data]);
        Assert.Equal((0, ""), (ended.Code, ended.Output));
        var content = await File.ReadAllBytesAsync(file);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), content[..3]);
        Assert.Equal((byte)'a', content[3]);
        Assert.False(File.Exists(file + ".part"));
        Assert.Equal(
            CommandLine.Unusable, (
                await BuiltProgram.RunAsync(["agreements", "export", "--format", "stix", "--bom", "--output", file, .. demo.Data])).Code);
    }

    [SkippableFact]
    public async Task Long_work_has_a_bar_on_a_terminal_and_none_in_a_pipe()
    {
        Skip.IfNot(File.Exists(BuiltProgram.Script), $"needs {BuiltProgram.Script}");
        var shown = await BuiltProgram.InTerminalAsync(["reclassify", .. demo.Data]);
        Assert.Equal(0, shown.Code);
        Assert.Matches("Reading stored articles .*━", shown.Output);
        var piped = await BuiltProgram.RunAsync(["reclassify", .. demo.Data]);
        Assert.Equal(0, piped.Code);
        Assert.DoesNotContain("━", piped.Output + piped.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The ledger is empty.", "agreements", "list")]
    [InlineData("No developments yet.", "developments")]
    [InlineData("No article fits.", "articles", "list")]
    [InlineData("Nothing was told.", "alerts", "history")]
    [InlineData("Nothing was found yet.", "status")]
    public async Task Where_nothing_is_stored_a_list_says_so_says_what_to_do_and_makes_no_store(string expected, params string[] verb)
    {
        var data = folder.Combine("data");
        var ended = await BuiltProgram.RunAsync([.. verb, "--data", data]);
        Assert.Equal(0, ended.Code);
        Assert.StartsWith(
            $"{expected} Nothing is stored in {data} yet: newswatch demo tries it out", ended.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task A_title_from_outside_does_not_steer_the_terminal()
    {
        var file = folder.Combine("page.html");
        await File.WriteAllTextAsync(
            file,
            "<html><head><title>Pact\u001b[2J signed \u202Eevil</title></head><body><h1>Pact\u001b[2J signed \u202Eevil</h1>"
            + "<p>Ghana and Italy signed a\u001b]0;owned\u0007"
            + " defence cooperation agreement in Accra on Sunday, and the ministers shook hands before the press.</p></body></html>");
        foreach (var verb in new[] { "extract", "classify" })
        {
            var ended = await BuiltProgram.RunAsync(verb, file);
            Assert.Equal(0, ended.Code);
            Assert.DoesNotContain('\u001b', ended.Output);
            Assert.DoesNotContain('\u202E', ended.Output);
            Assert.DoesNotContain('\u0007', ended.Output);
        }
    }

    public void Dispose() => folder.Dispose();
}
