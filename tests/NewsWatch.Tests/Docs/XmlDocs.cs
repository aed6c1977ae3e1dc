using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NewsWatch.Tests.Docs;

/// <summary>The summaries that the compiler writes beside an assembly, as Markdown on one line.</summary>
internal static partial class XmlDocs
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Read = [];

    /// <summary>The summary of a property.</summary>
    public static string Of(PropertyInfo property) => Find(property.DeclaringType!, $"P:{Name(property.DeclaringType!)}.{property.Name}");

    /// <summary>The summary of a member of an enumeration.</summary>
    public static string Of(Type enumeration, string member) => Find(enumeration, $"F:{Name(enumeration)}.{member}");

    private static string Find(Type type, string id)
        => Read.GetOrAdd(type.Assembly, Load).TryGetValue(id, out var summary) ? Line(summary)
            : throw new InvalidOperationException($"{id} has no summary.");

    private static Dictionary<string, XElement> Load(Assembly assembly)
        => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!, StringComparer.Ordinal);

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static string Line(XElement summary)
        => Spaces().Replace(string.Concat(summary.Nodes().Select(Inline)), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);

    private static string Inline(XNode node) => node switch
    {
        XText text => text.Value.Replace("<", "&lt;", StringComparison.Ordinal),
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.')[^1]}`",
        XElement other => string.Concat(other.Nodes().Select(Inline)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
