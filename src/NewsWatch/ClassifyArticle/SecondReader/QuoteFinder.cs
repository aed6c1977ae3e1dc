namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>
/// Finds a quote in an article letter by letter. Only the kind of white space and of quotation marks may differ: models change those
/// when they copy.
/// </summary>
internal sealed class QuoteFinder
{
    private readonly Plain text;
    private readonly Plain title;

    public QuoteFinder(ClassifierInput article)
    {
        ArgumentNullException.ThrowIfNull(article);
        (text, title) = (new(article.Text), new(article.Title));
    }

    /// <summary>Where the quote stands first, in the text or else in the title; null where it stands in neither.</summary>
    /// <param name="quote">As the model gave it.</param>
    /// <param name="rule">The evidence's rule.</param>
    public Evidence? Find(string quote, string rule)
    {
        var wanted = new Plain(quote).Letters.Trim();
        if (wanted.Length == 0)
            return null;
        return text.Find(wanted) is { } inText ? new(inText.Start, inText.End, rule)
            : title.Find(wanted) is { } inTitle ? new(inTitle.Start, inTitle.End, rule) { InTitle = true }
            : null;
    }

    /// <summary>A text with runs of white space as one space and one kind of quotation mark, and where each letter stood.</summary>
    private sealed class Plain
    {
        private readonly List<int> places = [];

        public Plain(string source)
        {
            var letters = new System.Text.StringBuilder(source.Length);
            for (var at = 0; at < source.Length; at++)
            {
                var letter = Of(source[at]);
                if (letter == ' ' && letters is [.., ' '])
                    continue;
                letters.Append(letter);
                places.Add(at);
            }

            Letters = letters.ToString();
        }

        public string Letters { get; }

        public (int Start, int End)? Find(string wanted)
            => Letters.IndexOf(wanted, StringComparison.Ordinal) is >= 0 and var at ? (places[at], places[at + wanted.Length - 1] + 1) : null;

        private static char Of(char letter) => letter switch
        {
            '“' or '”' or '„' or '‟' or '«' or '»' or '″' => '"',
            '‘' or '’' or '‚' or '‛' or '‹' or '›' or '′' => '\'',
            _ => char.IsWhiteSpace(letter) ? ' ' : letter,
        };
    }
}
