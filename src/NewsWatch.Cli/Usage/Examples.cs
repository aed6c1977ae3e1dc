using System.Collections.Frozen;

namespace NewsWatch.Cli.Usage;

/// <summary>A command line worth knowing.</summary>
/// <param name="Line">As it is typed.</param>
/// <param name="Does">What it does, in a few words.</param>
internal sealed record Example(string Line, string Does);

/// <summary>The examples of <c>examples.tsv</c>: under which command's help each stands.</summary>
internal static class Examples
{
    private static readonly FrozenDictionary<string, IReadOnlyList<Example>> ByCommand = Read();

    /// <summary>Those of a command, in the order of the file; none where it has none.</summary>
    public static IReadOnlyList<Example> Of(string command) => ByCommand.GetValueOrDefault(command, []);

    /// <summary>Every example with its command.</summary>
    public static IEnumerable<(string Command, Example Example)> All
        => ByCommand.SelectMany(pair => pair.Value.Select(example => (pair.Key, example)));

    private static FrozenDictionary<string, IReadOnlyList<Example>> Read()
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream("examples.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .GroupBy(cells => cells[0], cells => new Example(cells[1], cells[2]))
            .ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<Example>)[.. group], StringComparer.Ordinal);
    }
}
