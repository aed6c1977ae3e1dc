using System.Globalization;
using NewsWatch.Calendar;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Words;
using NewsWatch.Text.Tables;

namespace NewsWatch.ClassifyArticle.Dates;

/// <summary>The words of dates by language: <c>words.tsv</c> and the names of months, folded as texts are.</summary>
internal sealed class DateVocabulary
{
    private const string Resource = "NewsWatch.ClassifyArticle.Dates.words.tsv";

    private readonly Dictionary<string, Entry[]> byFirst;
    private readonly Dictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> byLetters;

    private DateVocabulary(AgreementLexicon lexicon)
    {
        var read = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        foreach (var (language, month, form) in MonthNames.All)
            Add(read, lexicon.Bit(language), form, new(DateWord.Month, month));
        foreach (var row in DataTable.Read(Resource, 3))
            Add(read, lexicon, row);
        foreach (var entries in read.Values)
            entries.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        byFirst = read.ToDictionary(entries => entries.Key, entries => entries.Value.ToArray(), StringComparer.Ordinal);
        byLetters = byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The shared instance.</summary>
    public static DateVocabulary Default { get; } = new(AgreementLexicon.Default);

    /// <summary>What begins at a word, the longest forms first.</summary>
    /// <param name="first">The word, folded.</param>
    public Entry[] At(ReadOnlySpan<char> first) => byLetters.TryGetValue(first, out var entries) ? entries : [];

    private static void Add(Dictionary<string, List<Entry>> read, AgreementLexicon lexicon, DataRow row)
    {
        var (language, meaning) = (row[0], row[1]);
        foreach (var form in row.Words(2, ';'))
            if (meaning == "month-in" && form.Split(':') is [var name, var month])
                Add(read, lexicon.Bit(language), name, new(DateWord.MonthIn, int.Parse(month, CultureInfo.InvariantCulture)));
            else
                Add(read, lexicon.Bit(language), form, Meaning(meaning, row));
    }

    private static DateMeaning Meaning(string meaning, DataRow row)
    {
        var (kind, value) = meaning.Split(':') is [var before, var after] ? (before, int.Parse(after, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)) : (meaning, 0);
        return new(
            kind switch
            {
                "weekday" => DateWord.Weekday,
                "day" => DateWord.Day,
                "week" => DateWord.Week,
                "month" => DateWord.MonthFrom,
                "year" when meaning.Contains(':') => DateWord.YearFrom,
                "year" => DateWord.Year,
                "in" => DateWord.In,
                "of" => DateWord.Of,
                "and" => DateWord.And,
                "future" => DateWord.Future,
                _ => throw row.Wrong($"has the meaning '{meaning}', which is none"),
            },
            value);
    }

    private static void Add(Dictionary<string, List<Entry>> read, ulong language, string form, DateMeaning meaning)
    {
        var words = Words(form);
        if (language != 0 && words.Length > 0)
            (read.TryGetValue(words[0], out var entries) ? entries : read[words[0]] = []).Add(new(words, language, meaning));
    }

    /// <summary>The form as a text's words: characters of scripts without spaces are words of their own.</summary>
    private static string[] Words(string form)
    {
        var words = new List<string>();
        foreach (var part in form.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (Folding.IsIdeographic(part[0]))
                words.AddRange(part.Select(letter => Folding.Fold(letter).ToString()));
            else
                words.Add(Folding.Fold(part));
        return [.. words];
    }

    /// <summary>One form of a word.</summary>
    /// <param name="Words">Its words, folded.</param>
    /// <param name="Languages">Bit of its language.</param>
    /// <param name="Meaning">What it means.</param>
    internal sealed record Entry(string[] Words, ulong Languages, DateMeaning Meaning);
}
