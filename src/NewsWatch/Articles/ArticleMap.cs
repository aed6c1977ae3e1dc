using System.Globalization;
using System.Runtime.InteropServices;

namespace NewsWatch.Articles;

/// <summary>
/// Something of each article, by its id, for all the articles of a store at once: an id as <see cref="ArticleId"/> makes them is kept as the number that
/// its digits are, which takes a fifth of a text's space. Any other id is kept as it is.
/// </summary>
internal sealed class ArticleMap<T>
{
    private const int HeadDigits = 16;

    private readonly Dictionary<Digits, T> derived = [];
    private readonly Dictionary<string, T> others = new(StringComparer.Ordinal);

    /// <summary>Every id with what was set for it, in no order.</summary>
    public IEnumerable<KeyValuePair<string, T>> All
        => derived.Select(one => KeyValuePair.Create(one.Key.ToString(), one.Value)).Concat(others);

    /// <summary>What was set for each id, in no order.</summary>
    public IEnumerable<T> Values => derived.Values.Concat(others.Values);

    /// <summary>What is set for an id; its default where nothing is.</summary>
    public T? this[string id] => Digits.Of(id) is { } digits ? derived.GetValueOrDefault(digits) : others.GetValueOrDefault(id);

    /// <summary>What is to be changed for an id, from its default on; good until the next call.</summary>
    public ref T? At(string id)
    {
        if (Digits.Of(id) is { } digits)
            return ref CollectionsMarshal.GetValueRefOrAddDefault(derived, digits, out _);
        return ref CollectionsMarshal.GetValueRefOrAddDefault(others, id, out _);
    }

    /// <summary>Twenty hexadecimal digits.</summary>
    private readonly record struct Digits(ulong Head, ushort Tail)
    {
        public static Digits? Of(string id)
            => id.Length == ArticleId.Length && !id.AsSpan().ContainsAnyExcept(ArticleId.Digits)
                ? new(
                    ulong.Parse(id.AsSpan(0, HeadDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                    ushort.Parse(id.AsSpan(HeadDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))
                : null;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Head:x16}{Tail:x4}");
    }
}
