using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.ClassifyArticle.Words;

/// <summary>Of terms that overlap, the longest stays: "South Korea" over "Korea", "will sign" over "sign".</summary>
internal static class HitSelection
{
    /// <summary>The hits that stay, by their place.</summary>
    /// <param name="found">All that were found in a sentence.</param>
    /// <param name="text">Where.</param>
    /// <param name="kept">Takes those that stay, and nothing else.</param>
    /// <param name="hidden">Takes those that another hides, for whoever asks why; null for nobody.</param>
    public static void Select(List<Hit> found, ReadText text, List<Hit> kept, List<HiddenHit>? hidden = null)
    {
        LeaveOutParts(found, text);
        found.Sort((a, b) => a.Length != b.Length ? b.Length.CompareTo(a.Length)
            : a.First != b.First ? a.First.CompareTo(b.First)
            : a.Term.Type == AgreementType.DefenceCooperation != (b.Term.Type == AgreementType.DefenceCooperation)
                ? (a.Term.Type == AgreementType.DefenceCooperation).CompareTo(b.Term.Type == AgreementType.DefenceCooperation)
            : string.CompareOrdinal(a.Term.Rule, b.Term.Rule));
        kept.Clear();
        foreach (var hit in found)
            if (HiderOf(hit, kept) is >= 0 and var over)
                hidden?.Add(new(hit, kept[over]));
            else
                kept.Add(hit);
        kept.RemoveAll(hit => hit.Term.Kind == TermKind.Ignore);
        kept.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Length.CompareTo(a.Length));
    }

    /// <summary>Names within a longer word are none.</summary>
    private static void LeaveOutParts(List<Hit> found, ReadText text)
    {
        var kept = 0;
        for (var at = 0; at < found.Count; at++)
            if (found[at].Term.Kind is not (TermKind.Party or TermKind.Seat) || StandsAlone(found[at], text))
                found[kept++] = found[at];
        found.RemoveRange(kept, found.Count - kept);
    }

    /// <summary>Written out, like all that is asked of each hit of a text: a closure a hit is what most of a reading's memory would be.</summary>
    private static int HiderOf(Hit hit, List<Hit> kept)
    {
        for (var at = 0; at < kept.Count; at++)
            if (Hides(kept[at], hit))
                return at;
        return -1;
    }

    private static bool Hides(Hit longer, Hit hit)
        => longer.First < hit.End && hit.First < longer.End
            && (longer.Term.Kind == TermKind.Ignore
                || (IsMark(longer) && IsMark(hit) && longer.Length > hit.Length && longer.First <= hit.First && longer.End >= hit.End)
                || (Group(longer.Term.Kind) == Group(hit.Term.Kind)
                    && (longer.Term.Kind != TermKind.Act || longer.First == hit.First || longer.End == hit.End || longer.Term.Act == hit.Term.Act)
                && (longer.Length > hit.Length || (longer.Term.Kind == hit.Term.Kind && longer.Term.Value == hit.Term.Value) || IsLooser(hit, longer))));

    /// <summary>"Does not rule out" is no negation: of the marks of how an act is said the longer speaks for all it spans.</summary>
    private static bool IsMark(Hit hit) => hit.Term.Kind is >= TermKind.Not and <= TermKind.Happened;

    /// <summary>Of two names for the same words, "cooperation" gives way to what says more.</summary>
    private static bool IsLooser(Hit hit, Hit other)
        => hit.Term is { Kind: TermKind.Instrument, Type: AgreementType.DefenceCooperation }
            && other.Term is { Kind: TermKind.Instrument, Type: not AgreementType.DefenceCooperation };

    /// <summary>Only terms that compete for the same reading hide one another.</summary>
    private static int Group(TermKind kind) => kind switch
    {
        TermKind.Noun or TermKind.LooseNoun or TermKind.Instrument or TermKind.Acronym => 0,
        TermKind.Party or TermKind.Seat => 1,
        _ => 2 + (int)kind,
    };

    /// <summary>Names in Katakana end where the Katakana end, and Korean ones begin where a word begins.</summary>
    private static bool StandsAlone(Hit hit, ReadText text)
    {
        var (start, end) = (text.Tokens[hit.First].Start, text.Tokens[hit.End - 1].End);
        if (Folding.IsKatakana(text.At(start)) && Folding.IsKatakana(text.At(start - 1)))
            return false;
        if (Folding.IsKatakana(text.At(end - 1)) && Folding.IsKatakana(text.At(end)))
            return false;
        return !Folding.IsHangul(text.At(start)) || !Folding.IsHangul(text.At(start - 1));
    }
}

/// <summary>A hit that another hides.</summary>
/// <param name="Hit">The hidden one.</param>
/// <param name="By">What hides it.</param>
internal readonly record struct HiddenHit(Hit Hit, Hit By);
