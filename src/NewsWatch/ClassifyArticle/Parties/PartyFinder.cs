using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Parties;

/// <summary>Third phase: the states a sentence names, and what for.</summary>
internal sealed class PartyFinder(ReadText text)
{
    private const int OutsiderReach = 4;

    private readonly List<PartyMention> found = [];

    /// <summary>The parties of every sentence, in order.</summary>
    public PartyMention[][] Find()
    {
        var all = new PartyMention[text.Sentences.Length][];
        for (var sentence = 0; sentence < all.Length; sentence++)
            all[sentence] = FindIn(sentence);
        return all;
    }

    private PartyMention[] FindIn(int sentence)
    {
        found.Clear();
        var hits = text.HitsOf(sentence);
        PartyMention? last = null;
        var group = 0;
        foreach (var hit in hits)
        {
            if (hit.Term.Kind is not (TermKind.Party or TermKind.Seat))
                continue;
            var joined = last is not null && Joined(last.End, hit.First, hits);
            if (!joined)
                group++;
            var parties = hit.Term.Parties;
            for (var at = 0; at < parties.Count; at++)
            {
                var mention = new PartyMention(parties[at], sentence, hit.First, hit.End, Role(hit, sentence), hit.Term.Rule)
                {
                    // "日伊": a pair in one word is nobody's partner.
                    Partner = parties.Count == 1 && ((joined && last!.Partner) || Precedes(TermKind.With, hit, hits, 2) || Follows(TermKind.WithAfter, hit, hits, 0)),
                    Between = joined ? last!.Between : Precedes(TermKind.Between, hit, hits, 2),
                    Listed = joined ? last!.Listed : Precedes(TermKind.Listing, hit, hits, 3),
                    AfterComma = joined && last!.End == hit.First,
                    Group = group,
                };
                found.Add(mention);
                last = mention;
                joined = true;
            }
        }

        if (found.Count == 0)
            return [];
        PartAppositions();
        PartSubjects(hits);
        SpreadPostposed();
        return [.. found];
    }

    /// <summary>"With the Philippines, Japan's ministry said": after a partner a comma alone begins something else.</summary>
    private void PartAppositions()
    {
        for (var i = 1; i < found.Count; i++)
            if (found[i] is { AfterComma: true, Partner: true } last && found[i - 1].Group == last.Group
                && IsPair(last.Group)
                && text.Tokens[last.First].Before == ',' && !Folding.IsIdeographic(text.At(text.Tokens[last.First].Start)))
                found[i] = Apart(last);
    }

    /// <summary>"A pact with the United States, and Japan has similar ones with Australia": the last of the list begins a clause of its own.</summary>
    private void PartSubjects(ReadOnlySpan<Hit> hits)
    {
        for (var i = 1; i < found.Count - 1; i++)
            if (found[i] is { Partner: true } last && found[i - 1].Group == last.Group && found[i + 1] is { Partner: true } next && next.Group != last.Group
                && text.Tokens[last.First - 1].Before == ','
                && HasAgreement(last.End, next.First, hits))
                found[i] = Apart(last);
    }

    private bool IsPair(int group)
    {
        var members = 0;
        foreach (var party in found)
            if (party.Group == group)
                members++;
        return members == 2;
    }

    private static bool HasAgreement(int from, int to, ReadOnlySpan<Hit> hits)
    {
        foreach (var hit in hits)
            if (hit.Term.Kind is TermKind.Noun or TermKind.LooseNoun or TermKind.Instrument or TermKind.Acronym && hit.First >= from && hit.End <= to)
                return true;
        return false;
    }

    /// <summary>The party as no partner, in a group of its own.</summary>
    private PartyMention Apart(PartyMention party)
    {
        var most = 0;
        foreach (var other in found)
            most = Math.Max(most, other.Group);
        return party with { Partner = false, Group = most + 1 };
    }

    /// <summary>In "豪州、英国との" the mark after the last name goes for all of its group.</summary>
    private void SpreadPostposed()
    {
        for (var i = found.Count - 2; i >= 0; i--)
            if (found[i].Group == found[i + 1].Group && found[i + 1].Partner && !found[i].Partner && found[i + 1].AfterComma)
                found[i] = found[i] with { Partner = true };
    }

    private PartyRole Role(Hit hit, int sentence)
    {
        var hits = text.HitsOf(sentence);
        if (Precedes(TermKind.Outsider, hit, hits, OutsiderReach) || Follows(TermKind.OutsiderAfter, hit, hits, 3))
            return PartyRole.Outsider;
        if (hit.Term.Kind == TermKind.Seat && (IsDateline(hit, sentence) || Precedes(TermKind.Place, hit, hits, 0) || Follows(TermKind.PlaceAfter, hit, hits, 0)))
            return PartyRole.Place;
        return PartyRole.Actor;
    }

    /// <summary>"TOKYO, Jan. 15 (Jiji) --": a town that opens a sentence and is followed by a mark.</summary>
    private bool IsDateline(Hit hit, int sentence)
    {
        var bounds = text.Sentences[sentence];
        if (text.IsTitle(sentence) || hit.First > bounds.First + 1)
            return false;
        if (hit.End >= bounds.End)
            return hit.First == bounds.First;
        if (hit.First == bounds.First && text.Tokens[hit.End].Before == ',' && char.IsAsciiDigit(text.At(text.Tokens[hit.End].Start)))
            return true;
        return text.Tokens[hit.End].Before is '(' or '-' or '–' or '—' or ':' or '/' or '[' or '|'
            || (text.Tokens[hit.End].Before is ',' && text.Tokens[hit.First].Case == WordCase.Capitals);
    }

    /// <summary>Names are joined where nothing but commas, hyphens or one "and" parts them.</summary>
    private bool Joined(int end, int first, ReadOnlySpan<Hit> hits)
    {
        if (first < end)
            return true;
        var words = 0;
        for (var at = end; at < first; at++)
            if (IsYear(at))
                continue;
            else if (IsAnd(at, hits))
                words++;
            else if (at + 1 >= first || !IsYear(at + 1) || text.Tokens[at].Before != ' ')
                return false;
        return words <= 3 && first - end <= 6 && (first > end || text.Tokens[first].Before is ',' or '-' or '–' or '/' or '&' or '、' or '・' or '—' or '·' or '،' or '‑' or '‐' or '(' || Folding.IsIdeographic(text.At(text.Tokens[first].Start)));
    }

    private static bool IsAnd(int token, ReadOnlySpan<Hit> hits)
    {
        foreach (var hit in hits)
            if (hit.Term.Kind == TermKind.And && hit.First <= token && token < hit.End)
                return true;
        return false;
    }

    /// <summary>"with China in 2016, Japan (2018) and Laos": years do not part a list.</summary>
    private bool IsYear(int token)
    {
        var (start, end) = (text.Tokens[token].Start, text.Tokens[token].End);
        return end - start == 4 && text.At(start) is '1' or '2' && char.IsAsciiDigit(text.At(start + 1)) && char.IsAsciiDigit(text.At(end - 1));
    }

    private static bool Precedes(TermKind kind, Hit party, ReadOnlySpan<Hit> hits, int reach)
    {
        foreach (var hit in hits)
            if (hit.Term.Kind == kind && hit.End <= party.First && party.First - hit.End <= reach && !IsPartyBetween(hit, party, hits))
                return true;
        return false;
    }

    private static bool IsPartyBetween(Hit mark, Hit party, ReadOnlySpan<Hit> hits)
    {
        foreach (var other in hits)
            if (other.Term.Kind is TermKind.Party or TermKind.Seat && other.First >= mark.End && other.End <= party.First)
                return true;
        return false;
    }

    private static bool Follows(TermKind kind, Hit party, ReadOnlySpan<Hit> hits, int reach)
    {
        foreach (var hit in hits)
            if (hit.Term.Kind == kind && hit.First >= party.End && hit.First - party.End <= reach)
                return true;
        return false;
    }
}
