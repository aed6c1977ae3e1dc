using System.Globalization;
using NewsWatch.ClassifyArticle.Words;
using NewsWatch.Text;

namespace NewsWatch.ClassifyArticle.Explaining;

/// <summary>How sentences are named and quoted.</summary>
internal static class Quoting
{
    private const int MostQuoted = 160;
    private const int MostOfRule = 90;

    /// <summary>"title", or the sentence's number in the text, from 1.</summary>
    public static string Place(this ReadText text, int sentence)
        => text.IsTitle(sentence) ? "title" : string.Create(CultureInfo.InvariantCulture, $"sentence {sentence - text.TitleSentences + 1}");

    /// <summary>A sentence with its place, cut where it is long.</summary>
    public static string Quote(this ReadText text, int sentence)
    {
        var words = text.Words(text.Sentences[sentence].First, text.Sentences[sentence].End).ReplaceLineEndings(" ");
        return $"{text.Place(sentence)}: {Cut(words, MostQuoted)}";
    }

    /// <summary>A rule's name, cut where its line is long.</summary>
    public static string Rule(string rule) => Cut(rule, MostOfRule);

    private static string Cut(string words, int most) => words.Length > most ? Bound.Cut(words, most) + " …" : words;
}
