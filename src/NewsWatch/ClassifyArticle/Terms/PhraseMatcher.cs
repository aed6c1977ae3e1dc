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

    private readonly Place[] places;
    private readonly int[] keys;
    private readonly int[] targets;
    private readonly (int Longest, int Target)[] gaps;
    private readonly Term[] terms;

    /// <summary>Where the steps over a word begin that lead from the start, and in which languages they lead anywhere.</summary>
    private readonly int[] first;
    private readonly ulong[] begins;

    /// <summary>Compiles a graph whose steps all lead to later nodes.</summary>
    /// <param name="nodes">The nodes, the start first.</param>
    /// <param name="words">How many words the vocabulary has.</param>
    public PhraseMatcher(IReadOnlyList<PhraseGraph.Node> nodes, int words)
    {
        places = new Place[nodes.Count];
        var (allKeys, allTargets, allGaps, allTerms) = (new List<int>(), new List<int>(), new List<(int, int)>(), new List<Term>());
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            var (key, gap, term) = (allKeys.Count, allGaps.Count, allTerms.Count);
            var languages = 0UL;
            foreach (var (step, after) in nodes[i].Steps.OrderBy(step => step.Step.Key))
            {
                languages |= places[after.Number].Languages;
                if (step.Key == Gap)
                    allGaps.Add((step.Longest, after.Number));
                else
                {
                    allKeys.Add(step.Key);
                    allTargets.Add(after.Number);
                }
            }

            allTerms.AddRange(nodes[i].Terms);
            languages = nodes[i].Terms.Aggregate(languages, (bits, own) => bits | own.Languages);
            places[i] = new(languages, key, allKeys.Count, gap, allGaps.Count, term, allTerms.Count);
        }

        (keys, targets, gaps, terms) = ([.. allKeys], [.. allTargets], [.. allGaps], [.. allTerms]);
        first = new int[Key(words, WordCase.Lower) + 1];
        begins = new ulong[words];
        for (int key = 0, at = places[0].Steps; key < first.Length; key++)
        {
            first[key] = at;
            for (; at < places[0].StepsEnd && keys[at] == key; at++)
                begins[key / Cases] |= places[targets[at]].Languages;
        }
    }

    private const int Cases = 4;

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
