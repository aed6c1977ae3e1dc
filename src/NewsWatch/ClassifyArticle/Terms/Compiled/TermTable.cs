using System.Text;
using NewsWatch.ClassifyArticle.Claims;

namespace NewsWatch.ClassifyArticle.Terms.Compiled;

/// <summary>The terms, each made when it is first found: a text has some dozens of the tens of thousands. Safe for concurrent use.</summary>
internal sealed class TermTable
{
    private readonly Table<TermEntry> entries;
    private readonly Table<int> ends;
    private readonly Table<byte> letters;
    private readonly Term?[] made;

    /// <summary>Takes its tables from a file.</summary>
    public TermTable(TableReader tables)
    {
        (entries, ends, letters) = (tables.Next<TermEntry>(), tables.Next<int>(), tables.Next<byte>());
        made = new Term?[entries.Length];
    }

    /// <summary>A term by its number.</summary>
    public Term this[int number] => made[number] ?? Keep(number);

    /// <summary>Codes of all parties that terms name, each once.</summary>
    public IEnumerable<string> Parties => Enumerable.Range(0, entries.Length).Select(number => entries[number])
        .Where(entry => (TermKind)entry.Kind is TermKind.Party or TermKind.Seat).Select(entry => entry.Parties).Distinct()
        .SelectMany(text => Text(text).Split(' ')).Distinct(StringComparer.Ordinal);

    /// <summary>Writes terms by their numbers.</summary>
    public static void Write(IEnumerable<Term> terms, TableWriter tables)
    {
        var (entries, ends, letters) = (new List<TermEntry>(), new List<int>(), new List<byte>());
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in terms)
            entries.Add(new(
                term.Languages, Text(term.Value), Text(term.Rule), term.Parties.Count == 0 ? TermEntry.None : Text(string.Join(' ', term.Parties)),
                (int)term.Kind, (int?)term.Type ?? TermEntry.None, (int?)term.Act ?? TermEntry.None, (int)term.Form, term.Reach));
        tables.Add<TermEntry>(entries.ToArray());
        tables.Add<int>(ends.ToArray());
        tables.Add<byte>(letters.ToArray());

        int Text(string text)
        {
            if (texts.TryGetValue(text, out var known))
                return known;
            texts.Add(text, ends.Count);
            letters.AddRange(Encoding.UTF8.GetBytes(text));
            ends.Add(letters.Count);
            return ends.Count - 1;
        }
    }

    /// <summary>Whoever makes it first makes it for all: terms are compared, and their parties with them, by being the same.</summary>
    private Term Keep(int number)
    {
        var entry = entries[number];
        var term = new Term((TermKind)entry.Kind, Text(entry.Value), entry.Languages, Text(entry.Rule))
        {
            Type = entry.Type == TermEntry.None ? null : (AgreementType)entry.Type,
            Act = entry.Act == TermEntry.None ? null : (Act)entry.Act,
            Form = (ActForm)entry.Form,
            Reach = entry.Reach,
            Parties = entry.Parties == TermEntry.None ? [] : Text(entry.Parties).Split(' '),
        };
        return Interlocked.CompareExchange(ref made[number], term, null) ?? term;
    }

    private string Text(int number)
    {
        var start = number == 0 ? 0 : ends[number - 1];
        return Encoding.UTF8.GetString(letters.All[start..ends[number]]);
    }
}

/// <summary>A <see cref="Term"/> in numbers: its strings by their place, its names by their order of declaration, <see cref="None"/> for null.</summary>
internal readonly record struct TermEntry(ulong Languages, int Value, int Rule, int Parties, int Kind, int Type, int Act, int Form, int Reach)
{
    /// <summary>Stands for null.</summary>
    public const int None = -1;
}
