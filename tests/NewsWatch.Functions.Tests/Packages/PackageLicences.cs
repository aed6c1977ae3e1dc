using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsWatch.Tests;

namespace NewsWatch.Functions.Tests.Packages;

/// <summary>The licences that packages carry, by <c>licences.tsv</c>.</summary>
internal sealed partial class PackageLicences
{
    /// <summary>Where packages are kept on this machine.</summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private readonly List<(string Kind, string Said, string Spdx)> known =
    [
        .. from line in File.ReadLines(Path.Combine(RepositoryFolder.Path, "tests", "NewsWatch.Functions.Tests", "Packages", "licences.tsv"))
           where !line.StartsWith('#')
           let cells = line.Split('\t')
           select (cells[0], cells[1], cells[2]),
    ];

    /// <summary>The SPDX expression of a package's licence; null where it is none of those that may ship, or says nothing.</summary>
    public string? Of(ShippedPackage package) => Said(package) switch
    {
        ("expression", var said) => known.Find(row => row.Kind == "expression" && row.Said == said).Spdx,
        ("words", var said) => known.Find(row => row.Kind == "words" && said.Contains(row.Said, StringComparison.Ordinal)).Spdx,
        ("address", var said) => known.Find(row => row.Kind == "address" && row.Said == said).Spdx,
        _ => null,
    };

    /// <summary>What a package says itself: an expression, the words of its file, or an address.</summary>
    public (string Kind, string Said)? Said(ShippedPackage package)
    {
        var name = package.Name.ToLowerInvariant();
        var root = Path.Combine(Folder, name, package.Version.ToLowerInvariant());
        var metadata = XDocument.Load(Path.Combine(root, $"{name}.nuspec")).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        string? Element(string of) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == of)?.Value;
        var licence = metadata.Elements().SingleOrDefault(element => element.Name.LocalName == "license");
        return ((string?)licence?.Attribute("type"), Element("licenseUrl")) switch
        {
            ("expression", _) => ("expression", licence!.Value),
            ("file", _) => ("words", Blanks().Replace(File.ReadAllText(Path.Combine(root, licence!.Value.Replace('\\', '/'))), " ")),
            (null, { } address) => ("address", address),
            _ => null,
        };
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
