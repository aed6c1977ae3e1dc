using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace NewsWatch.SettingsCheck;

/// <summary>A setting in force.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value; of a secret only <c>set</c> or <c>not set</c>.</param>
/// <param name="Origin">Where it came from, such as a file, or <c>default</c>.</param>
public sealed record SettingInForce(string Key, string Value, string Origin)
{
    /// <summary>The origin of what the settings leave as it is.</summary>
    public const string Default = "default";
}

/// <summary>Every setting in force, with where it came from.</summary>
public sealed class SettingsReport(KnownSettings known)
{
    private static readonly string[] SecretWords = ["Password", "Secret", "Token", "Key"];

    /// <summary>True for a setting whose value is never shown.</summary>
    internal static bool IsSecret(PropertyInfo property) => property.IsDefined(typeof(SecretAttribute), false)
        || Array.Exists(SecretWords, word => property.Name.EndsWith(word, StringComparison.Ordinal));

    /// <summary>Reads the settings, in the order of keys.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="origin">Names what gave a value.</param>
    public IReadOnlyList<SettingInForce> Read(IConfigurationRoot configuration, Func<IConfigurationProvider, string> origin)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(origin);
        var rows = new Dictionary<string, SettingInForce>(StringComparer.OrdinalIgnoreCase);
        foreach (var (section, type) in known.Sections)
            Add(section, type, Activator.CreateInstance(type), isSecret: false);
        return [.. rows.Values.OrderBy(row => row.Key, StringComparer.OrdinalIgnoreCase)];

        void Add(string path, Type type, object? value, bool isSecret)
        {
            if (KnownSettings.IsValue(type))
                rows[path] = Row(path, value, isSecret);
            else if (KnownSettings.Entries(type) is { } entries)
                AddEntries(path, entries.Type, value);
            else
                foreach (var property in KnownSettings.Properties(type))
                    Add(
                        $"{path}:{property.Name}",
                        property.PropertyType,
                        value is null ? null : property.GetValue(value),
                        IsSecret(property));
        }

        void AddEntries(string path, Type type, object? value)
        {
            var children = configuration.GetSection(path).GetChildren().ToList();
            foreach (var child in children)
                Add(child.Path, type, KnownSettings.IsValue(type) ? null : Activator.CreateInstance(type), isSecret: false);
            if (children.Count == 0 && value is System.Collections.IEnumerable list)
                rows[path] = new(path, string.Join(", ", list.Cast<object>()) is { Length: > 0 } text ? text
                    : "none", SettingInForce.Default);
        }

        SettingInForce Row(string path, object? value, bool isSecret)
        {
            var provider = configuration.Providers.LastOrDefault(provider => provider.TryGet(path, out _));
            var text = provider is null ? Convert.ToString(value, CultureInfo.InvariantCulture) : configuration[path];
            var shown = isSecret ? (string.IsNullOrEmpty(text) ? "not set" : "set") : string.IsNullOrEmpty(text) ? "none" : text;
            return new(path, shown, provider is null ? SettingInForce.Default : origin(provider));
        }
    }
}
