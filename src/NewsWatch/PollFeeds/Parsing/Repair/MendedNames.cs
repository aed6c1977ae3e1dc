using System.Xml;

namespace NewsWatch.PollFeeds.Parsing.Repair;

/// <summary>Names of elements and attributes as XML allows them.</summary>
internal static class MendedNames
{
    private const string Declares = "xmlns:";

    public static bool MayStart(char sign) => XmlConvert.IsStartNCNameChar(sign) || sign == ':';

    public static bool EndsName(char sign) => char.IsWhiteSpace(sign) || sign is '>' or '/' or '<' or '=' or '"' or '\'';

    /// <summary>The name with what XML forbids replaced, at most one colon left.</summary>
    public static string Clean(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        if (colon < 0) return Part(name);
        var prefix = name[..colon];
        var local = name[(colon + 1)..].TrimStart(':');
        return prefix.IsEmpty ? Part(local) : local.IsEmpty ? Part(prefix) : Part(prefix) + ":" + Part(local);
    }

    /// <summary>An element's name: <see cref="Clean"/>, and without the prefix that only declarations may have (Namespaces in XML 1.0, 3).</summary>
    public static string CleanElement(ReadOnlySpan<char> name)
    {
        while (name.StartsWith(Declares)) name = name[Declares.Length..];
        return Clean(name);
    }

    /// <summary>The prefix, null where there is none.</summary>
    public static string? PrefixOf(string name) => name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? name[..colon] : null;

    private static string Part(ReadOnlySpan<char> part)
    {
        if (part.IsEmpty) return "_";
        var sound = XmlConvert.IsStartNCNameChar(part[0]);
        for (var at = 1; sound && at < part.Length; at++)
            sound = XmlConvert.IsNCNameChar(part[at]);
        return sound ? part.ToString() : string.Create(part.Length, part, static (name, part) =>
        {
            for (var at = 0; at < part.Length; at++)
                name[at] = (at == 0 ? XmlConvert.IsStartNCNameChar(part[at]) : XmlConvert.IsNCNameChar(part[at])) ? part[at] : '_';
        });
    }
}
