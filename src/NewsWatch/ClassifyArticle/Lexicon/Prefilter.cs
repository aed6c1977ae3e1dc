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
    public const int Reach = 240;

    private const byte Agreement = 1;
    private const byte Subject = 2;
    private const byte Name = 4;

    private readonly ushort[] classes = new ushort[char.MaxValue + 1];
    private readonly ushort[] next;
    private readonly byte[] found;
    private readonly int width;
    private readonly int ideographic;

    /// <summary>Builds the automaton.</summary>
    /// <param name="words">Beginnings of words, folded, with a space where a word must begin or end there; and what each shows.</param>
    private Prefilter(Dictionary<string, byte> words)
    {
        var letters = words.Keys.SelectMany(word => word).Distinct().Order().ToArray();
        width = letters.Length + 1;
        var ofFolded = letters.Select((letter, at) => (letter, at)).ToDictionary(pair => pair.letter, pair => (ushort)(pair.at + 1));
        for (var c = 0; c <= char.MaxValue; c++)
            classes[c] = ClassOf((char)c, ofFolded);
        ideographic = Array.FindIndex(letters, Folding.IsIdeographic) is >= 0 and var first ? first + 1 : int.MaxValue;
        (next, found) = Automaton(words, ofFolded, width);
    }

    /// <summary>What no word holds counts as a break where it is one, or where each character is a word.</summary>
    private static ushort ClassOf(char c, Dictionary<char, ushort> ofFolded)
    {
        var folded = Folding.Fold(c);
        if (ofFolded.TryGetValue(folded, out var known))
            return known;
        return folded is Folding.Break or Folding.Skip || Folding.IsIdeographic(c) ? ofFolded[' '] : (ushort)0;
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
            if (Completes(shows, at - agreement, at - subject))
                return true;
            if ((shows & Agreement) != 0)
                agreement = at;
            if ((shows & Subject) != 0)
                subject = at;
        }

        return Completes(found[next[(state * width) + space]], text.Length - agreement, text.Length - subject);
    }

    /// <summary>A word that can be either needs another one beside it.</summary>
    private static bool Completes(byte shows, int sinceAgreement, int sinceSubject)
        => (shows & Name) != 0
            || ((shows & Agreement) != 0 && sinceSubject <= Reach)
            || ((shows & Subject) != 0 && sinceAgreement <= Reach);

    /// <summary>The prefilter of a lexicon's patterns.</summary>
    public static Prefilter Of(IReadOnlyCollection<(Term Term, IReadOnlyList<PatternElement> Pattern)> terms)
    {
        var words = new Dictionary<string, byte>(StringComparer.Ordinal);
        var nouns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (term, pattern) in terms)
            if (term.Kind is TermKind.Noun or TermKind.LooseNoun)
            {
                var head = Anchors.Of(pattern) is [var first, ..] ? first : [];
                nouns.UnionWith(head);
                Add(words, head, Agreement);
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

    /// <summary>A name shows an agreement by its agreement word, or else by its rarest part, and a subject by the next rarest.</summary>
    private static void AddInstrument(Dictionary<string, byte> words, List<HashSet<string>> anchors, HashSet<string> nouns)
    {
        var noun = anchors.Find(position => position.IsSubsetOf(nouns)) ?? Anchors.Best(anchors, _ => true);
        var rest = Anchors.Best(anchors, position => position != noun);
        Add(words, noun, rest.Count > 0 ? Agreement : Name);
        Add(words, rest, Subject);
    }

    private static void Add(Dictionary<string, byte> words, IEnumerable<string> anchors, byte shows)
    {
        foreach (var anchor in anchors)
            words[anchor] = (byte)(words.GetValueOrDefault(anchor) | shows);
    }

    /// <summary>Aho and Corasick's automaton (Communications of the ACM 18, 1975) as a full table of next states.</summary>
    private static (ushort[] Next, byte[] Found) Automaton(Dictionary<string, byte> words, Dictionary<char, ushort> classOf, int width)
    {
        var next = new List<ushort[]> { new ushort[width] };
        var found = new List<byte> { 0 };
        foreach (var (word, shows) in words)
        {
            var state = 0;
            foreach (var letter in word)
            {
                var letterClass = classOf[letter];
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
