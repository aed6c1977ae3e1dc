using System.Reflection;
using System.Text.Json.Serialization;

namespace NewsWatch.Review;

/// <summary>The names values of an enumeration have in addresses, JSON and blobs: those of their JSON form.</summary>
internal static class WireName<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(
        value => typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? value.ToString(),
        StringComparer.Ordinal);

    private static readonly Dictionary<T, string> Names = Values.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every name, in the order of declaration.</summary>
    public static IEnumerable<string> All => Names.Values;

    public static string Of(T value) => Names[value];

    /// <summary>The value with this name; null where there is none.</summary>
    public static T? Parse(string? name) => name is not null && Values.TryGetValue(name, out var value) ? value : null;
}
