using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsWatch.Tests.Infra;

/// <summary>What an editor and a dev container are told: that it can be read, and that what it names is there.</summary>
public sealed partial class EditorTests
{
    private static readonly string[] Files =
    [
        ".devcontainer/devcontainer.json", ".vscode/extensions.json", ".vscode/launch.json", ".vscode/settings.json", ".vscode/tasks.json",
    ];

    [Fact]
    public void Every_path_that_is_named_is_in_the_checkout()
    {
        var named = Files.SelectMany(file => Named().Matches(File.ReadAllText(At(file))).Select(match => (file, match.Value)))
            .Where(one => !one.Value.Contains("/bin/", StringComparison.Ordinal) && !one.Value.Contains(".azurite", StringComparison.Ordinal)).ToList();
        Assert.True(named.Count >= 8, $"Only {named.Count} paths were found.");
        Assert.All(named, one => Assert.True(Path.Exists(At(one.Value)), $"{one.file} names {one.Value}, which is not there."));
    }

    [Fact]
    public void Every_task_that_is_named_is_there()
    {
        var tasks = Read(".vscode/tasks.json").GetProperty("tasks").EnumerateArray().ToList();
        var labels = tasks.Select(task => task.GetProperty("label").GetString()!).ToList();
        Assert.Equal(labels.Count, labels.Distinct().Count());
        var named = tasks.SelectMany(After)
            .Concat(Read(".vscode/launch.json").GetProperty("configurations").EnumerateArray().Select(one => one.GetProperty("preLaunchTask").GetString()!))
            .Append(Read(".vscode/settings.json").GetProperty("azureFunctions.preDeployTask").GetString()!);
        Assert.All(named, name => Assert.Contains(name, labels));
    }

    [Fact]
    public void Container_and_editor_want_the_same_extensions()
        => Assert.Equal(
            Strings(Read(".vscode/extensions.json").GetProperty("recommendations")),
            Strings(Read(".devcontainer/devcontainer.json").GetProperty("customizations").GetProperty("vscode").GetProperty("extensions")));

    private static IEnumerable<string> After(JsonElement task)
        => !task.TryGetProperty("dependsOn", out var after) ? []
            : after.ValueKind == JsonValueKind.Array ? Strings(after) : [after.GetString()!];

    private static IReadOnlyList<string> Strings(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    private static string At(string file) => Path.Combine(RepositoryFolder.Path, file);

    private static JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(At(file)), new() { CommentHandling = JsonCommentHandling.Skip });
        return document.RootElement.Clone();
    }

    [GeneratedRegex(@"(?<=[""} ]/?)(?:\.devcontainer|src|tests)/[A-Za-z0-9./-]+")]
    private static partial Regex Named();
}
