using YamlDotNet.RepresentationModel;

namespace NewsWatch.Tests.Infra;

/// <summary>Reads YAML (1.2) as a tree.</summary>
internal static class Yaml
{
    /// <summary>The documents of a file.</summary>
    public static IReadOnlyList<YamlNode> All(string file)
    {
        using var reader = new StreamReader(file);
        var stream = new YamlStream();
        stream.Load(reader);
        return [.. stream.Documents.Select(document => document.RootNode)];
    }

    /// <summary>The one document of a file.</summary>
    public static YamlNode One(string file) => Assert.Single(All(file));

    /// <summary>What stands below names and, in a list, numbers from 0.</summary>
    public static YamlNode Child(this YamlNode node, params string[] path)
        => path.Aggregate(node, (above, step) => above is YamlSequenceNode list
            ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]
            : above[step]);

    /// <summary>The text there.</summary>
    public static string At(this YamlNode node, params string[] path) => ((YamlScalarNode)node.Child(path)).Value!;
}
