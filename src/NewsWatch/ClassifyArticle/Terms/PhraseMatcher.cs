using NewsWatch.ClassifyArticle.Terms.Compiled;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// The graph of all patterns in a few plain tables (see <see cref="PhraseTables"/>), which a text is walked through. Each place knows in which
/// languages anything can still be found behind it, so that a text in one language never walks the patterns of the others. Safe for concurrent use.
/// </summary>
internal sealed class PhraseMatcher(TableReader tables, TermTable terms)
{
    /// <summary>The key of a step over a gap.</summary>
    public const int Gap = -1;

    private const int FewSteps = 8;

    /// <summary>Ways a word can be written, with room to spare.</summary>
    private const int Cases = 4;

    private readonly Table<PhrasePlace> places = tables.Next<PhrasePlace>();
    private readonly Table<int> keys = tables.Next<int>();
    private readonly Table<int> targets = tables.Next<int>();
    private readonly Table<PhraseGap> gaps = tables.Next<PhraseGap>();
    private readonly Table<int> ends = tables.Next<int>();
    private readonly Table<ulong> endLanguages = tables.Next<ulong>();

    /// <summary>Where the steps over a word begin that lead from the start, and in which languages they lead anywhere.</summary>
    private readonly Table<int> first = tables.Next<int>();
    private readonly Table<ulong> begins = tables.Next<ulong>();

    /// <summary>The key of a step over a word that is written at least so.</summary>
    public static int Key(int word, WordCase written) => (word * Cases) + (int)written;

    /// <summary>Adds to <paramref name="hits"/> every term of <paramref name="languages"/> that begins at token <paramref name="at"/>.</summary>
    public void MatchAt(ReadOnlySpan<Token> tokens, int at, ulong languages, List<Hit> hits)
    {
        ref readonly var token = ref tokens[at];
        foreach (var word in token.Word.Numbers)
        {
            if (word >= begins.Length || (begins[word] & languages) == 0)
                continue;
            var (end, last) = (first[word + 1], Key(word, token.Case));
            for (var step = first[word]; step < end && keys[step] <= last; step++)
                Walk(targets[step], tokens, new(at, languages, hits), at + 1);
        }
    }

    private void Walk(int number, ReadOnlySpan<Token> tokens, Search search, int at)
    {
        ref readonly var place = ref places[number];
        if ((place.Languages & search.Languages) == 0)
            return;
        for (var i = place.Terms; i < place.TermsEnd; i++)
            if ((endLanguages[i] & search.Languages) != 0)
                search.Hits.Add(new(terms[ends[i]], search.First, at));
        Step(in place, tokens, search, at);
        for (var i = place.Gaps; i < place.GapsEnd; i++)
        {
            var (longest, after) = gaps[i];
            Walk(after, tokens, search, at);
            for (var skip = 1; skip <= longest && at + skip < tokens.Length; skip++)
                Step(in places[after], tokens, search, at + skip);
        }
    }

    private void Step(in PhrasePlace place, ReadOnlySpan<Token> tokens, Search search, int at)
    {
        if (place.Steps == place.StepsEnd || at >= tokens.Length)
            return;
        ref readonly var token = ref tokens[at];
        foreach (var word in token.Word.Numbers)
        {
            var last = Key(word, token.Case);
            for (var step = From(in place, Key(word, WordCase.Lower)); step < place.StepsEnd && keys[step] <= last; step++)
                Walk(targets[step], tokens, search, at + 1);
        }
    }

    /// <summary>The first of a place's steps with this key or a greater one.</summary>
    private int From(in PhrasePlace place, int key)
    {
        var (low, high) = (place.Steps, place.StepsEnd);
        while (high - low > FewSteps)
        {
            var middle = (low + high) / 2;
            if (keys[middle] < key)
                low = middle + 1;
            else
                high = middle;
        }

        while (low < high && keys[low] < key)
            low++;
        return low;
    }

    /// <summary>What stays the same while the terms that begin at one word are searched.</summary>
    private readonly record struct Search(int First, ulong Languages, List<Hit> Hits);
}
