using NewsWatch.ClassifyArticle.Instruments;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Claims;

/// <summary>
/// What an act is done with, as far as its sentence tells: of "signed a memorandum on water resources" it is that memorandum, however near the
/// sentence comes to a defence pact.
/// </summary>
internal static class ClaimObject
{
    private const int Farthest = 15;

    /// <summary>The object of a claim, seen from one agreement.</summary>
    /// <param name="text">The text.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="candidate">The agreement.</param>
    public static ObjectOfClaim Of(ReadText text, Claim claim, Candidate candidate)
    {
        if (Nearest(text, claim) is not { } noun)
            return ObjectOfClaim.None;
        if (IsThere(noun, candidate.Mentions))
            return ObjectOfClaim.Own;
        if (!IsThere(noun, candidate.Echoes))
            return ObjectOfClaim.Other;
        return HasWordsOfItsOwn(text, noun, claim.Sentence) ? ObjectOfClaim.Told : ObjectOfClaim.Echo;
    }

    private static bool IsThere(Hit noun, Mention[] mentions)
    {
        foreach (var mention in mentions)
            if (mention.First < noun.End && noun.First < mention.End)
                return true;
        return false;
    }

    /// <summary>The word for an agreement that stands nearest: of two, the one behind the act.</summary>
    private static Hit? Nearest(ReadText text, Claim claim)
    {
        Hit? nearest = null;
        var least = Farthest + 1;
        foreach (var hit in text.HitsOf(claim.Sentence))
            if (hit.Term.Kind is TermKind.Noun or TermKind.LooseNoun or TermKind.Instrument or TermKind.Acronym)
            {
                var distance = hit.First >= claim.End ? hit.First - claim.End : claim.First >= hit.End ? claim.First - hit.End : 0;
                if (distance < least || (distance == least && hit.First >= claim.End))
                    (nearest, least) = (hit, distance);
            }

        return nearest;
    }

    /// <summary>"The INF treaty", "a museum pact": a word stands right before that is no small word of the language, and none that is known for agreements of defence.</summary>
    private static bool HasWordsOfItsOwn(ReadText text, Hit noun, int sentence)
    {
        var before = noun.First - 1;
        return before >= text.Sentences[sentence].First
            && text.Tokens[noun.First].Before == ' '
            && !text.IsSmallWord(before)
            && !Folding.IsIdeographic(text.At(text.Tokens[before].Start))
            && !IsKnown(text, before, sentence);
    }

    private static bool IsKnown(ReadText text, int token, int sentence)
    {
        foreach (var hit in text.HitsOf(sentence))
            if (hit.First <= token && hit.End > token && hit.Term.Kind != TermKind.Negative)
                return true;
        return false;
    }
}

/// <summary>What a claim's act is done with.</summary>
internal enum ObjectOfClaim
{
    /// <summary>No agreement is spoken of near it.</summary>
    None,

    /// <summary>The agreement itself.</summary>
    Own,

    /// <summary>"The pact", where the agreement is the last that can be meant.</summary>
    Echo,

    /// <summary>The same, told by words of its own: "the museum pact".</summary>
    Told,

    /// <summary>Another.</summary>
    Other,
}
