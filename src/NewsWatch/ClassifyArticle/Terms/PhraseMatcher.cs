using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>
/// The graph of all patterns in a few plain tables, which a text is walked through. Each place knows in which languages anything can still be
/// found behind it, so that a text in one language never walks the patterns of the others. Safe for concurrent use.
/// </summary>
internal sealed class PhraseMatcher
{
    /// <summary>The key of a step over a gap.</summary>
    public const int Gap = -1;

    private const int FewSteps = 8;

    /// <summary>Ways a word can be written, with room to spare.</summary>
    private const int Cases = 4;

    private readonly Place[] places;
    private readonly int[] keys;
    private readonly int[] targets;
    private readonly (int Longest, int Target)[] gaps;
    private readonly Term[] terms;

    /// <summary>Where the steps over a word begin that lead from the start, and in which languages they lead anywhere.</summary>
    private readonly int[] first;
    private readonly ulong[] begins;

    /// <summary>Compiles a graph.</summary>
    /// <param name="nodes">How many nodes it has; the start is 0.</param>
    /// <param name="steps">Its steps, each to a later node.</param>
    /// <param name="ends">The terms that are found where a node is reached.</param>
    /// <param name="words">How many words the vocabulary has.</param>
    public PhraseMatcher(int nodes, List<PhraseStep> steps, List<(int Node, Term Term)> ends, int words)
    {
        places = new Place[nodes];
        keys = new int[steps.Count(step => step.Key != Gap)];
        targets = new int[keys.Length];
        gaps = new (int, int)[steps.Count - keys.Length];
        terms = new Term[ends.Count];
        steps.Sort((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.To.CompareTo(b.To));
        ends.Sort((a, b) => a.Node.CompareTo(b.Node));
        int step = 0, end = 0, key = 0, gap = 0;
        for (var node = 0; node < nodes; node++)
        {
            var (firstKey, firstGap, firstEnd) = (key, gap, end);
            for (; step < steps.Count && steps[step].From == node; step++)
                if (steps[step].Key == Gap)
                    gaps[gap++] = (steps[step].Longest, steps[step].To);
                else
                    (keys[key], targets[key++]) = (steps[step].Key, steps[step].To);
            for (; end < ends.Count && ends[end].Node == node; end++)
                terms[end] = ends[end].Term;
            places[node] = new(0, firstKey, key, firstGap, gap, firstEnd, end);
        }

        for (var node = nodes - 1; node >= 0; node--)
            places[node] = places[node] with { Languages = LanguagesFrom(places[node]) };
        first = new int[Key(words, WordCase.Lower) + 1];
        begins = new ulong[words];
        for (int begin = 0, at = places[0].Steps; begin < first.Length; begin++)
        {
            first[begin] = at;
            for (; at < places[0].StepsEnd && keys[at] == begin; at++)
                begins[begin / Cases] |= places[targets[at]].Languages;
        }
    }

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
            var end = first[Key(word, token.Case) + 1];
            for (var step = first[Key(word, WordCase.Lower)]; step < end; step++)
                Walk(targets[step], tokens, new(at, languages, hits), at + 1);
        }
    }

    /// <summary>Languages in which anything can be found at a place or behind it, those behind it being known.</summary>
    private ulong LanguagesFrom(in Place place)
    {
        var languages = 0UL;
        foreach (var term in terms.AsSpan(place.Terms..place.TermsEnd))
            languages |= term.Languages;
        foreach (var target in targets.AsSpan(place.Steps..place.StepsEnd))
            languages |= places[target].Languages;
        foreach (var (_, target) in gaps.AsSpan(place.Gaps..place.GapsEnd))
            languages |= places[target].Languages;
        return languages;
    }

    private void Walk(int number, ReadOnlySpan<Token> tokens, Search search, int at)
    {
        ref readonly var place = ref places[number];
        if ((place.Languages & search.Languages) == 0)
            return;
        for (var i = place.Terms; i < place.TermsEnd; i++)
            if ((terms[i].Languages & search.Languages) != 0)
                search.Hits.Add(new(terms[i], search.First, at));
        Step(in place, tokens, search, at);
        for (var i = place.Gaps; i < place.GapsEnd; i++)
        {
            var (longest, after) = gaps[i];
            Walk(after, tokens, search, at);
            for (var skip = 1; skip <= longest && at + skip < tokens.Length; skip++)
                Step(in places[after], tokens, search, at + skip);
        }
    }

    private void Step(in Place place, ReadOnlySpan<Token> tokens, Search search, int at)
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
    private int From(in Place place, int key)
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

    /// <summary>A node: where its own part of each table begins and ends.</summary>
    private readonly record struct Place(ulong Languages, int Steps, int StepsEnd, int Gaps, int GapsEnd, int Terms, int TermsEnd);
}
