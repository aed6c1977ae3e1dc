using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace NewsWatch.ClassifyArticle.Weights;

/// <summary>
/// An observation's name, put together of names of kinds, stages and the like, of which there are some thousands and no more: nothing of a text
/// may go into it. Each is kept, and found again by its letters.
/// </summary>
[InterpolatedStringHandler]
internal ref struct FeatureName
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByLetters = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private DefaultInterpolatedStringHandler letters;

    /// <summary>A name that is wanted.</summary>
    public FeatureName(int literalLength, int formattedCount) => letters = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

    /// <summary>A name that is put together only where something holds.</summary>
    public FeatureName(int literalLength, int formattedCount, bool holds, out bool isWanted)
    {
        isWanted = holds;
        letters = holds ? new(literalLength, formattedCount, CultureInfo.InvariantCulture) : default;
    }

    /// <summary>The name.</summary>
    public string Text => ByLetters.TryGetValue(letters.Text, out var known) ? known : Known.GetOrAdd(letters.ToString(), static text => text);

    /// <summary>A name that is put together, made once.</summary>
    public static string Of(FeatureName name)
    {
        var text = name.Text;
        name.Dispose();
        return text;
    }

    /// <summary>Takes a part that is the same each time.</summary>
    public void AppendLiteral(string part) => letters.AppendLiteral(part);

    /// <summary>Takes the name of a value.</summary>
    public void AppendFormatted<T>(T part) => letters.AppendFormatted(part);

    /// <summary>Gives back what it was put together in.</summary>
    public void Dispose() => letters.Clear();
}
