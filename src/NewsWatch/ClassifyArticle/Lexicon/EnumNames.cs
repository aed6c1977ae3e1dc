using System.Reflection;
using System.Text.Json.Serialization;

namespace NewsWatch.ClassifyArticle.Lexicon;

/// <summary>Types and stages by the names they are stored under (<c>in-force</c>).</summary>
internal static class EnumNames
{
    /// <summary>The member of that stored name; null where there is none.</summary>
    public static T? Parse<T>(string name)
        where T : struct, Enum
        => Names<T>.ByName.TryGetValue(name, out var value) ? value : null;

    /// <summary>The stored name of a member.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
        => Names<T>.ByValue[value];

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(Stored, StringComparer.Ordinal);

        public static readonly Dictionary<T, string> ByValue = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

        private static string Stored(T value)
            => typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? value.ToString();
    }
}
