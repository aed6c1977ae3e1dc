using System.Globalization;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.Review.Search;

/// <summary>
/// Facets as one line of the index: a hundred thousand are read whenever a process starts, which no general format does fast enough. What
/// repeats from line to line is shared.
/// </summary>
internal sealed class FacetText
{
    private const char Cell = '\t';
    private const char Item = '\u001F';

    private readonly Dictionary<string, IReadOnlyList<Claim>> claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);

    /// <summary>Writes facets.</summary>
    public static string Of(Facets facets) => string.Join(
        Cell,
        Number((int)facets.State),
        Number((int)facets.Standing),
        Number((facets.Borderline ? 1 : 0) | (facets.Decided ? 2 : 0)),
        facets.Verdict is { } verdict ? Number((int)verdict) : "",
        facets.Language,
        string.Join(Item, facets.Feeds.Select(Plain)),
        Plain(facets.Site),
        string.Join(Item, facets.Claims.Select(Of)));

    /// <summary>Reads what <see cref="Of(Facets)"/> wrote.</summary>
    public Facets Read(string line)
    {
        Span<Range> cells = stackalloc Range[8];
        var text = line.AsSpan();
        text.Split(cells, Cell);
        var flags = int.Parse(text[cells[2]], CultureInfo.InvariantCulture);
        return new(
            (ArticleState)int.Parse(text[cells[0]], CultureInfo.InvariantCulture),
            (SourceRank)int.Parse(text[cells[1]], CultureInfo.InvariantCulture),
            text[cells[4]].IsEmpty ? null : Word(text[cells[4]]),
            List(text[cells[5]]),
            Word(text[cells[6]]))
        {
            Borderline = (flags & 1) != 0,
            Decided = (flags & 2) != 0,
            Verdict = text[cells[3]].IsEmpty ? null : (Verdict)int.Parse(text[cells[3]], CultureInfo.InvariantCulture),
            Claims = Claims(text[cells[7]]),
        };
    }

    private static string Of(Claim claim) => string.Join(
        ' ',
        Number((int)claim.Type),
        Number((int)claim.Stage),
        Number((claim.Background ? 1 : 0) | (claim.Denies ? 2 : 0)),
        string.Join(' ', claim.Parties.Select(Plain)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Without what parts cells: names come from outside.</summary>
    private static string Plain(string text) => text.AsSpan().ContainsAny(Cell, Item) ? text.Replace(Cell, ' ').Replace(Item, ' ') : text;

    private string Word(ReadOnlySpan<char> text)
    {
        var shared = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!shared.TryGetValue(text, out var word))
            shared[text] = word = text.ToString();
        return word;
    }

    private IReadOnlyList<string> List(ReadOnlySpan<char> text)
    {
        var shared = lists.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!shared.TryGetValue(text, out var list))
            shared[text] = list = text.IsEmpty ? [] : text.ToString().Split(Item);
        return list;
    }

    private IReadOnlyList<Claim> Claims(ReadOnlySpan<char> text)
    {
        var shared = claims.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!shared.TryGetValue(text, out var list))
            shared[text] = list = text.IsEmpty ? [] : [.. text.ToString().Split(Item).Select(ReadClaim)];
        return list;
    }

    private Claim ReadClaim(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var flags = int.Parse(words[2], CultureInfo.InvariantCulture);
        return new(
            (AgreementType)int.Parse(words[0], CultureInfo.InvariantCulture),
            [.. words[3..].Select(word => Word(word))],
            (AgreementStage)int.Parse(words[1], CultureInfo.InvariantCulture))
        {
            Background = (flags & 1) != 0,
            Denies = (flags & 2) != 0,
        };
    }
}
