namespace NewsWatch.ClassifyArticle.Parties;

/// <summary>Parts of what a sentence names: those that something holds of, those of one group, each state once. Groups stand together.</summary>
internal static class PartyList
{
    /// <summary>Those that it holds of; the list itself where it holds of all.</summary>
    public static PartyMention[] Where(PartyMention[] parties, Func<PartyMention, bool> holds)
    {
        var count = 0;
        foreach (var party in parties)
            if (holds(party))
                count++;
        if (count == parties.Length)
            return parties;
        if (count == 0)
            return [];
        var (some, at) = (new PartyMention[count], 0);
        foreach (var party in parties)
            if (holds(party))
                some[at++] = party;
        return some;
    }

    /// <summary>Those of these states; the list itself where all are.</summary>
    public static PartyMention[] Of(PartyMention[] parties, IReadOnlyList<string> codes)
    {
        var some = new List<PartyMention>(parties.Length);
        foreach (var party in parties)
            if (codes.Has(party.Code))
                some.Add(party);
        return some.Count == parties.Length ? parties : [.. some];
    }

    /// <summary>The group that begins at <paramref name="first"/>.</summary>
    public static ReadOnlySpan<PartyMention> GroupAt(ReadOnlySpan<PartyMention> parties, int first)
    {
        var end = first + 1;
        while (end < parties.Length && parties[end].Group == parties[first].Group)
            end++;
        return parties[first..end];
    }

    /// <summary>True where the state is among them.</summary>
    public static bool Names(ReadOnlySpan<PartyMention> parties, string code)
    {
        foreach (var party in parties)
            if (party.Code == code)
                return true;
        return false;
    }

    /// <summary>How many states they are.</summary>
    public static int CountStates(ReadOnlySpan<PartyMention> parties)
    {
        var count = 0;
        for (var at = 0; at < parties.Length; at++)
            if (!Names(parties[..at], parties[at].Code))
                count++;
        return count;
    }

    /// <summary>The states, each once.</summary>
    public static string[] States(ReadOnlySpan<PartyMention> parties)
    {
        var (states, count) = (new string[CountStates(parties)], 0);
        for (var at = 0; at < parties.Length; at++)
            if (!Names(parties[..at], parties[at].Code))
                states[count++] = parties[at].Code;
        return states;
    }

    /// <summary>What first names each state.</summary>
    public static PartyMention[] Firsts(ReadOnlySpan<PartyMention> parties)
    {
        var (firsts, count) = (new PartyMention[CountStates(parties)], 0);
        for (var at = 0; at < parties.Length; at++)
            if (!Names(parties[..at], parties[at].Code))
                firsts[count++] = parties[at];
        return firsts;
    }
}
