using NewsWatch.ClassifyArticle.Reading;

namespace NewsWatch.ClassifyArticle.Lexicon;

/// <summary>
/// Tells texts that cannot speak of a defence agreement from those that may, at a fraction of the cost of reading them: a mention needs a
/// word for an agreement and, close by, one for what it is about. One automaton looks for the beginnings of all such words at once.
/// It is made from the same files as the lexicon, so a new term needs nothing here.
/// </summary>
internal sealed class Prefilter
{
    /// <summary>Characters that may lie between the two words; the widest pattern spans some twenty words.</summary>
    public const int Reach = 300;

    private const byte Agreement = 1;
    private const byte Subject = 2;

    private readonly byte[] classes = new byte[char.MaxValue + 1];
    private readonly ushort[] next;
    private readonly byte[] found;
    private readonly int width;
    private readonly int ideographic;

    /// <summary>Builds the automaton.</summary>
    /// <param name="words">Beginnings of words, folded, with a space where a word must begin or end there; and what each shows.</param>
    private Prefilter(Dictionary<string, byte> words)
    {
        var letters = words.Keys.SelectMany(word => word).Distinct().Order().ToArray();
        if (letters.Length > byte.MaxValue)
            letters = [.. letters.OrderByDescending(letter => words.Keys.Count(word => word.Contains(letter, StringComparison.Ordinal))).Take(byte.MaxValue - 1).Order()];
        width = letters.Length + 1;
        var ofFolded = letters.Select((letter, at) => (letter, at)).ToDictionary(pair => pair.letter, pair => (byte)(pair.at + 1));
        for (var c = 0; c <= char.MaxValue; c++)
            classes[c] = ClassOf((char)c, ofFolded);
        ideographic = Array.FindIndex(letters, Folding.IsIdeographic) is >= 0 and var first ? first + 1 : int.MaxValue;
        (next, found) = Automaton(words, ofFolded, width);
    }

    /// <summary>What no word holds counts as a break where it is one, or where each character is a word.</summary>
    private static byte ClassOf(char c, Dictionary<char, byte> ofFolded)
    {
        var folded = Folding.Fold(c);
        if (ofFolded.TryGetValue(folded, out var known))
            return known;
        return folded is Folding.Break or Folding.Skip || Folding.IsIdeographic(c) ? ofFolded[' '] : (byte)0;
    }

    /// <summary>True where the text has the two kinds of words close together.</summary>
    public bool MayMention(ReadOnlySpan<char> text)
    {
        int state = next[classes[' ']];
        var space = classes[' '];
        var before = space;
        var (agreement, subject) = (-2 * Reach, -2 * Reach);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = classes[text[at]];
            if (letter == space && before == space)
                continue;
            if (letter >= ideographic != before >= ideographic)
                state = next[(state * width) + space];
            before = letter;
            state = next[(state * width) + letter];
            var shows = found[state];
            if (shows == 0)
                continue;
            if ((shows & Agreement) != 0)
                agreement = at;
            if ((shows & Subject) != 0)
                subject = at;
            if (Math.Abs(agreement - subject) <= Reach)
                return true;
        }

        var last = found[next[(state * width) + classes[' ']]];
        return last != 0 && ((last | (text.Length - agreement <= Reach ? Agreement : 0) | (text.Length - subject <= Reach ? Subject : 0)) & 3) == 3;
    }

    /// <summary>The prefilter of a lexicon's patterns.</summary>
    public static Prefilter Of(IReadOnlyCollection<(Term Term, IReadOnlyList<PatternElement> Pattern)> terms)
    {
        var words = new Dictionary<string, byte>(StringComparer.Ordinal);
        var nouns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (term, pattern) in terms)
            if (term.Kind is TermKind.Noun or TermKind.LooseNoun)
            {
                var positions = Anchors.Of(pattern);
                foreach (var position in positions)
                    nouns.UnionWith(position);
                Add(words, positions is [var head, ..] ? head : [], Agreement);
            }

        foreach (var (term, pattern) in terms)
            switch (term.Kind)
            {
                case TermKind.Acronym:
                    Add(words, Anchors.Best(Anchors.Of(pattern), _ => true), Agreement);
                    break;
                case TermKind.Topic or TermKind.Domain:
                    Add(words, Anchors.Best(Anchors.Of(pattern), _ => true), Subject);
                    break;
                case TermKind.Instrument:
                    AddInstrument(words, Anchors.Of(pattern), nouns);
                    break;
            }

        return new(words);
    }

    /// <summary>A name made of an agreement word and another shows one by each; any other name shows both by its rarest part.</summary>
    private static void AddInstrument(Dictionary<string, byte> words, List<HashSet<string>> anchors, HashSet<string> nouns)
    {
        var noun = anchors.Find(position => 2 * position.Count(nouns.Contains) >= position.Count);
        var rest = Anchors.Best(anchors, position => position != noun);
        if (noun is not null && rest.Count > 0)
        {
            Add(words, noun, Agreement);
            Add(words, rest, Subject);
        }
        else
            Add(words, Anchors.Best(anchors, _ => true), Agreement | Subject);
    }

    private static void Add(Dictionary<string, byte> words, IEnumerable<string> anchors, byte shows)
    {
        foreach (var anchor in anchors)
            words[anchor] = (byte)(words.GetValueOrDefault(anchor) | shows);
    }

    /// <summary>Aho and Corasick's automaton (Communications of the ACM 18, 1975) as a full table of next states.</summary>
    private static (ushort[] Next, byte[] Found) Automaton(Dictionary<string, byte> words, Dictionary<char, byte> classOf, int width)
    {
        var next = new List<ushort[]> { new ushort[width] };
        var found = new List<byte> { 0 };
        foreach (var (word, shows) in words)
        {
            var state = 0;
            foreach (var letter in word)
            {
                if (!classOf.TryGetValue(letter, out var letterClass))
                    break;
                if (next[state][letterClass] == 0)
                {
                    next[state][letterClass] = checked((ushort)next.Count);
                    next.Add(new ushort[width]);
                    found.Add(0);
                }

                state = next[state][letterClass];
            }

            found[state] |= shows;
        }

        var failure = new int[next.Count];
        var queue = new Queue<int>();
        foreach (var state in next[0].Where(state => state != 0))
            queue.Enqueue(state);
        while (queue.TryDequeue(out var state))
            for (var letterClass = 0; letterClass < width; letterClass++)
            {
                var after = next[state][letterClass];
                var beside = next[failure[state]][letterClass];
                if (after == 0)
                {
                    next[state][letterClass] = beside;
                    continue;
                }

                failure[after] = beside;
                found[after] |= found[beside];
                queue.Enqueue(after);
            }

        return ([.. next.SelectMany(row => row)], [.. found]);
    }
}
