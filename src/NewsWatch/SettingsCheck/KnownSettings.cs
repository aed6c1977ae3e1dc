using System.Collections;
using System.ComponentModel;
using System.Reflection;

namespace NewsWatch.SettingsCheck;

/// <summary>
/// Which settings there are: every options type of NewsWatch names its section in a constant <c>Section</c>, and several may share one.
/// A setting that no type has is a misspelling, which the configuration binder would take in silence.
/// </summary>
public sealed class KnownSettings
{
    /// <summary>The section that everything is under.</summary>
    public const string Root = "NewsWatch";

    private readonly Dictionary<string, List<Type>> sections = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> single = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="assemblies">Where options types are looked for.</param>
    /// <param name="keys">Keys that are read without an options type, such as <c>NewsWatch:Storage:Local</c>.</param>
    public KnownSettings(IEnumerable<Assembly> assemblies, IEnumerable<string> keys)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        foreach (var type in assemblies.Distinct().SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false }))
            if (type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true } field
                && field.GetRawConstantValue() is string section && section.StartsWith(Root + ':', StringComparison.Ordinal))
                (sections.TryGetValue(section, out var types) ? types : sections[section] = []).Add(type);
        single.UnionWith(keys);
    }

    /// <summary>Every options type with its section.</summary>
    internal IEnumerable<(string Section, Type Type)> Sections
        => sections.SelectMany(pair => pair.Value.Select(type => (pair.Key, type)));

    /// <summary>What stands at a key.</summary>
    internal SettingShape Of(string path)
    {
        if (single.Contains(path))
            return new SettingShape.Value([typeof(string)]);
        var types = new List<Type>();
        foreach (var (section, owners) in sections)
            if (path.Equals(section, StringComparison.OrdinalIgnoreCase))
                types.AddRange(owners);
            else if (path.StartsWith(section + ':', StringComparison.OrdinalIgnoreCase))
                types.AddRange(owners.SelectMany(owner => Down(owner, path[(section.Length + 1)..].Split(':'))));
        if (types.Count > 0)
            return types.TrueForAll(IsValue) ? new SettingShape.Value(types) : new SettingShape.Group(types, Below(path, types));
        var names = Below(path, []);
        return names.Count > 0 ? new SettingShape.Group([], names) : new SettingShape.Unknown();
    }

    /// <summary>True for what one value gives.</summary>
    internal static bool IsValue(Type type) => Nullable.GetUnderlyingType(type) is { } inner
        ? IsValue(inner)
        : type.IsPrimitive || type.IsEnum || type == typeof(string) || TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string));

    private static IEnumerable<Type> Down(Type type, ReadOnlySpan<string> steps)
    {
        if (steps.Length == 0)
            return [type];
        if (Entries(type) is { } entries)
            return entries.HasNames || int.TryParse(steps[0], out _) ? Down(entries.Type, steps[1..]) : [];
        var name = steps[0];
        return Properties(type).FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Down(found.PropertyType, steps[1..])
            : [];
    }

    /// <summary>Names that may stand below a key; empty where the settings choose them.</summary>
    private List<string> Below(string path, List<Type> types)
    {
        var prefix = path.Length == 0 ? "" : path + ':';
        return
        [
            .. types.Where(type => Entries(type) is null).SelectMany(Properties).Select(property => property.Name)
                .Concat(sections.Keys.Concat(single)
                    .Where(key => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && key.Length > prefix.Length)
                    .Select(key => key[prefix.Length..].Split(':')[0]))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>What the configuration binder sets of an options type.</summary>
    internal static IEnumerable<PropertyInfo> Properties(Type type) => IsValue(type)
        ? []
        : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true } || Entries(property.PropertyType) is not null
                || !IsValue(property.PropertyType));

    /// <summary>What a list or dictionary holds; null for another type.</summary>
    internal static (Type Type, bool HasNames)? Entries(Type type)
    {
        if (type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type) || !type.IsGenericType)
            return null;
        var arguments = type.GetGenericArguments();
        return arguments.Length == 2 ? (arguments[1], true) : (arguments[0], false);
    }
}

/// <summary>What a key may hold: exactly one of the nested cases.</summary>
internal abstract record SettingShape
{
    private SettingShape() { }

    /// <summary>No such setting.</summary>
    public sealed record Unknown : SettingShape;

    /// <summary>A value of these types.</summary>
    public sealed record Value(IReadOnlyList<Type> Types) : SettingShape;

    /// <summary>Further keys below it.</summary>
    /// <param name="Types">Of these types.</param>
    /// <param name="Names">The names they may have; empty where the settings choose them.</param>
    public sealed record Group(IReadOnlyList<Type> Types, IReadOnlyList<string> Names) : SettingShape;
}
