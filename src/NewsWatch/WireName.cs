using System.Reflection;
using System.Text.Json.Serialization;

namespace NewsWatch;

/// <summary>The names that values of an enumeration have in JSON, addresses and blobs, such as <c>in-force</c>.</summary>
public static class WireName
{
    /// <summary>The name of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    /// <summary>The value with this name; null where there is none.</summary>
    public static T? Parse<T>(string? name)
        where T : struct, Enum => name is not null && Names<T>.ByName.TryGetValue(name, out var value) ? value : null;

    /// <summary>Every name, in the order of declaration.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Names<T>.ByName.Keys;

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(
            value => typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? value.ToString(),
            StringComparer.Ordinal);

        public static readonly Dictionary<T, string> ByValue = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
