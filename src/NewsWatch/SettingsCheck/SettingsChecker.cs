using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace NewsWatch.SettingsCheck;

/// <summary>
/// Refuses what the configuration binder would take in silence: keys that no option has, words that no enumeration has, a list in the
/// place of a value and the other way round. Each is told by its key, with the nearest right word.
/// </summary>
public sealed class SettingsChecker(KnownSettings known)
{
    /// <summary>Every fault below <c>NewsWatch</c>, a sentence each; empty where there is none.</summary>
    public IReadOnlyList<string> Check(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var faults = new List<string>();
        foreach (var child in configuration.GetSection(KnownSettings.Root).GetChildren())
            Check(child, known.Of(KnownSettings.Root), faults);
        return faults;
    }

    /// <summary>Throws where there is a fault.</summary>
    /// <exception cref="OptionsValidationException">The settings cannot work; the failures name each key.</exception>
    public void Require(IConfiguration configuration)
    {
        if (Check(configuration) is { Count: > 0 } faults)
            throw new OptionsValidationException(KnownSettings.Root, typeof(SettingsChecker), faults);
    }

    private void Check(IConfigurationSection section, SettingShape parent, List<string> faults)
    {
        var shape = known.Of(section.Path);
        var children = section.GetChildren().ToList();
        switch (shape)
        {
            case SettingShape.Unknown:
                faults.Add(Sentence($"{section.Path} is no setting{Hint(section.Key, parent)}"));
                break;
            case SettingShape.Value value when children.Count > 0:
                faults.Add($"{section.Path} must be one value, not {(children.TrueForAll(child => int.TryParse(child.Key, out _)) ? "a list" : "a group")}.");
                break;
            case SettingShape.Value value when section.Value is { Length: > 0 } written && Fault(value.Types[0], written) is { } fault:
                faults.Add(Sentence($"{section.Path} {fault}"));
                break;
            case SettingShape.Group group when children.Count == 0 && !string.IsNullOrEmpty(section.Value):
                faults.Add($"{section.Path} must be {(group.Types.Any(type => KnownSettings.Entries(type) is { HasNames: false }) ? "a list" : "a group of settings")}, not '{section.Value}'.");
                break;
            case SettingShape.Group:
                foreach (var child in children)
                    Check(child, shape, faults);
                break;
        }
    }

    private static string Sentence(string fault) => fault.EndsWith('?') ? fault : fault + ".";

    private static string Hint(string key, SettingShape parent)
        => parent is SettingShape.Group group && NearestWord.Of(key, group.Names) is { } word ? $"; did you mean '{word}'?" : "";

    /// <summary>What is wrong with a value, to follow its key; null for nothing.</summary>
    private static string? Fault(Type type, string written)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return Enum.TryParse(type, written, ignoreCase: true, out _) && !int.TryParse(written, out _)
                ? null
                : $"must be one of {string.Join(", ", Enum.GetNames(type))}, not '{written}'{NearestWord.Hint(written, Enum.GetNames(type))}";
        if (type == typeof(string))
            return null;
        try
        {
            TypeDescriptor.GetConverter(type).ConvertFromInvariantString(written);
            return null;
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException or NotSupportedException or OverflowException
            || failure.InnerException is FormatException or OverflowException)
        {
            return $"must be {Name(type)}, not '{written}'";
        }
    }

    private static string Name(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(TimeSpan) => "a time such as 00:00:30",
        _ when type == typeof(Uri) => "an address",
        _ => "a number",
    };
}
