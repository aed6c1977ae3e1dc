using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Terms.Compiled;

/// <summary>Writes a graph of patterns as the tables that <see cref="PhraseMatcher"/> walks: steps by place and key, and what is known of each place.</summary>
internal static class PhraseTables
{
    /// <summary>Writes a graph.</summary>
    /// <param name="nodes">How many nodes it has; the start is 0.</param>
    /// <param name="steps">Its steps, each to a later node.</param>
    /// <param name="terms">The terms that are found where a node is reached.</param>
    /// <param name="words">How many words the vocabulary has.</param>
    /// <param name="tables">Where to.</param>
    public static void Write(
        int nodes, List<PhraseStep> steps, List<(int Node, int Term, ulong Languages)> terms, int words, TableWriter tables)
    {
        var places = new PhrasePlace[nodes];
        var keys = new int[steps.Count(step => step.Key != PhraseMatcher.Gap)];
        var targets = new int[keys.Length];
        var gaps = new PhraseGap[steps.Count - keys.Length];
        steps.Sort((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.To.CompareTo(b.To));
        terms.Sort((a, b) => a.Node != b.Node ? a.Node.CompareTo(b.Node) : a.Term.CompareTo(b.Term));
        int step = 0, end = 0, key = 0, gap = 0;
        for (var node = 0; node < nodes; node++)
        {
            var (firstKey, firstGap, firstEnd) = (key, gap, end);
            for (; step < steps.Count && steps[step].From == node; step++)
                if (steps[step].Key == PhraseMatcher.Gap)
                    gaps[gap++] = new(steps[step].Longest, steps[step].To);
                else
                    (keys[key], targets[key++]) = (steps[step].Key, steps[step].To);
            while (end < terms.Count && terms[end].Node == node)
                end++;
            places[node] = new(0, firstKey, key, firstGap, gap, firstEnd, end);
        }

        for (var node = nodes - 1; node >= 0; node--)
            places[node] = places[node] with { Languages = LanguagesFrom(places[node]) };
        var first = new int[words + 1];
        var begins = new ulong[words];
        var at = places[0].Steps;
        for (var word = 0; word < words; word++)
        {
            first[word] = at;
            for (; at < places[0].StepsEnd && keys[at] < PhraseMatcher.Key(word + 1, WordCase.Lower); at++)
                begins[word] |= places[targets[at]].Languages;
        }

        first[words] = at;
        tables.Add<PhrasePlace>(places);
        tables.Add<int>(keys);
        tables.Add<int>(targets);
        tables.Add<PhraseGap>(gaps);
        tables.Add<int>(terms.ConvertAll(found => found.Term).ToArray());
        tables.Add<ulong>(terms.ConvertAll(found => found.Languages).ToArray());
        tables.Add<int>(first);
        tables.Add<ulong>(begins);

        // Languages in which anything can be found at a place or behind it, those behind it being known.
        ulong LanguagesFrom(in PhrasePlace place)
        {
            var languages = 0UL;
            for (var i = place.Terms; i < place.TermsEnd; i++)
                languages |= terms[i].Languages;
            foreach (var target in targets.AsSpan(place.Steps..place.StepsEnd))
                languages |= places[target].Languages;
            foreach (var (_, target) in gaps.AsSpan(place.Gaps..place.GapsEnd))
                languages |= places[target].Languages;
            return languages;
        }
    }
}

/// <summary>A node: where its own part of each table begins and ends.</summary>
internal readonly record struct PhrasePlace(ulong Languages, int Steps, int StepsEnd, int Gaps, int GapsEnd, int Terms, int TermsEnd);

/// <summary>A step over words that may come between.</summary>
/// <param name="Longest">How many at most.</param>
/// <param name="Target">The node it leads to.</param>
internal readonly record struct PhraseGap(int Longest, int Target);
