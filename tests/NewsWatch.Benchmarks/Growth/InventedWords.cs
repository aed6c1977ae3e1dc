using System.Globalization;
using System.Text;

namespace NewsWatch.Benchmarks.Growth;

/// <summary>Text of invented words: few often and many seldom, as in every language. The same for the same seed.</summary>
internal sealed class InventedWords(Random random)
{
    /// <summary>In about every article.</summary>
    public const string Everywhere = "harbour";

    /// <summary>In one article of a thousand.</summary>
    public const string Rare = "quillwort";

    /// <summary>In none.</summary>
    public const string Nowhere = "nowhereatall";

    private const int Vocabulary = 30_000;
    private const int OneHasRareIn = 1000;

    private static readonly string[] Often = [.. "the of and to in a for on with by that is as at from was said will be its are have not has an their".Split(' ')];
    private static readonly string[] Parts = [.. "ba do ke li mo nu pra sto ten vi wul zan fer gol hin jas".Split(' ')];

    /// <summary>A text of so many words.</summary>
    public string Text(int words)
    {
        var text = new StringBuilder(words * 6);
        for (var word = 0; word < words; word++)
            text.Append(random.Next(3) > 0 ? Often[(int)(Math.Pow(random.NextDouble(), 2) * Often.Length)] : Seldom()).Append(word % 17 == 16 ? ". " : " ");
        text.Append(Everywhere);
        if (random.Next(OneHasRareIn) == 0)
            text.Append(' ').Append(Rare);
        return text.Append('.').ToString();
    }

    /// <summary>A headline.</summary>
    public string Title()
    {
        var title = string.Join(' ', Enumerable.Range(0, 7).Select(_ => Seldom()));
        return char.ToUpper(title[0], CultureInfo.InvariantCulture) + title[1..];
    }

    private string Seldom()
    {
        var word = new StringBuilder();
        for (var rest = (int)(Math.Pow(random.NextDouble(), 3) * Vocabulary) + Parts.Length; rest > 0; rest /= Parts.Length)
            word.Append(Parts[rest % Parts.Length]);
        return word.ToString();
    }
}
