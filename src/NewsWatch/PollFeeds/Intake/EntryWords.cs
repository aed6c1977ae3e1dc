using System.Text;
using NewsWatch.PollFeeds.Parsing;

namespace NewsWatch.PollFeeds.Intake;

/// <summary>
/// What an entry says, as hashes that tell what kind of edit was made: of all it says, and of title and text without what counters, clocks
/// and tokens are made of, words with a digit in them. Markup and spacing never count, since they vary from one delivery to the next.
/// </summary>
/// <param name="Fingerprint">Of title, text and date of the last change.</param>
/// <param name="Title">Of the title's words without digits.</param>
/// <param name="Text">Of the text's words without digits.</param>
internal sealed record EntryWords(string Fingerprint, string Title, string Text)
{
    private const int PartLength = 12;
    private const int FewLetters = 80;

    /// <summary>True where the text is long enough that no other entry says the same by chance.</summary>
    public bool AreTelling { get; private init; }

    /// <summary>Hashes of what an entry says.</summary>
    public static EntryWords Of(FeedEntry entry)
    {
        var all = new StringBuilder(entry.Title).Append('\n')
            .Append(entry.UpdatedMarks == FeedDateMarks.None ? entry.Updated?.UtcTicks : null).Append('\n');
        var start = all.Length;
        var text = new StringBuilder();
        Append(entry.Summary, false, all, text);
        if (entry.Content is { } content)
            Append(content, entry.ContentIsHtml, all.Append('\n'), text.Append('\n'));
        var title = new StringBuilder();
        Append(entry.Title, false, null, title);
        return new(ArticleId.Hash(all.ToString()), Part(title), Part(text)) { AreTelling = all.Length - start >= FewLetters };
    }

    /// <summary>Hash of a title's words without digits, to compare with <see cref="Title"/>.</summary>
    public static string OfTitle(string title)
    {
        var words = new StringBuilder();
        Append(title, false, null, words);
        return Part(words);
    }

    private static string Part(StringBuilder words) => ArticleId.Hash(words.ToString())[..PartLength];

    private static void Append(string source, bool isHtml, StringBuilder? all, StringBuilder words)
    {
        var inTag = false;
        var (wordStart, hasDigit) = (words.Length, false);
        foreach (var letter in source)
        {
            if (isHtml && letter is '<' or '>')
                inTag = letter == '<';
            else if (!inTag && char.IsLetterOrDigit(letter))
            {
                all?.Append(letter);
                words.Append(letter);
                hasDigit |= char.IsDigit(letter);
                continue;
            }
            EndWord();
        }
        EndWord();

        void EndWord()
        {
            if (hasDigit)
                words.Length = wordStart;
            (wordStart, hasDigit) = (words.Length, false);
        }
    }
}
