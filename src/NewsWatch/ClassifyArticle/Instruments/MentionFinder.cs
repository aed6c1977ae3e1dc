using NewsWatch.ClassifyArticle.Claims;
using NewsWatch.ClassifyArticle.Parties;
using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Instruments;

/// <summary>Second phase: where the text speaks of an agreement, and of which type.</summary>
internal sealed class MentionFinder(ReadText text)
{
    private const int BeforeNoun = 4;
    private const int AfterNoun = 9;

    private readonly List<string> states = [];

    /// <summary>Bits of the types that instruments are named of.</summary>
    private uint named;
    private int domains;
    private bool homonym;

    /// <summary>False where a sentence cannot speak of a defence agreement; what its acronyms mean, and whether anything is signed, is left open.</summary>
    public bool May(int sentence)
    {
        foreach (var hit in text.HitsOf(sentence))
            if (hit.Term.Kind == TermKind.Acronym || Read(hit, sentence) is { Naming: > Naming.Bare } || MaySign(hit, sentence))
                return true;
        return false;
    }

    /// <summary>Every mention, in the text's order.</summary>
    public List<Mention> Find()
    {
        Survey();
        var mentions = new List<Mention>();
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
            foreach (var hit in text.HitsOf(sentence))
                if (Read(hit, sentence) is { } mention)
                    mentions.Add(mention);
        return mentions;
    }

    private void Survey()
    {
        for (var sentence = 0; sentence < text.Sentences.Length; sentence++)
            foreach (var hit in text.HitsOf(sentence))
                switch (hit.Term.Kind)
                {
                    case TermKind.Instrument:
                        named |= Bit(hit.Term.Type!.Value);
                        break;
                    case TermKind.Party:
                        foreach (var code in hit.Term.Parties)
                            if (!states.Contains(code))
                                states.Add(code);
                        break;
                    case TermKind.Domain or TermKind.Topic:
                        domains++;
                        break;
                    case TermKind.Negative when hit.Term.Value == "homonym":
                        homonym = true;
                        break;
                }
    }

    private static uint Bit(AgreementType type) => 1U << (int)type;

    private Mention? Read(Hit hit, int sentence) => hit.Term.Kind switch
    {
        TermKind.Instrument when hit.Term.Parties.Count > 0 || !(IsNegated(hit, sentence) || IsWithout(hit, sentence)) => ReadInstrument(hit, sentence),
        TermKind.Acronym when Means(hit.Term.Type!.Value, sentence)
            => new(sentence, hit.First, hit.End, Naming.Named, hit.Term.Type!.Value, hit.Term.Rule),
        TermKind.Noun or TermKind.LooseNoun when !(IsNegated(hit, sentence) || IsWithout(hit, sentence)) => ReadNoun(hit, sentence),
        _ => null,
    };

    /// <summary>An acronym counts where its long form stands too, or states are spoken of, and defence or what is done with an agreement.</summary>
    private bool Means(AgreementType type, int sentence)
        => (named & Bit(type)) != 0 || (!homonym && states.Count >= 2 && (domains > 0 || text.Has(sentence, TermKind.Act)));

    private Mention ReadInstrument(Hit hit, int sentence)
    {
        var type = hit.Term.Type!.Value;
        var own = IsNameOfOne(hit) && !IsOfOthers(hit.Term.Parties) ? hit.Term.Parties : [];
        var naming = own.Count > 0 || TypeTraits.IsDistinctive(type) || IsWrittenAsName(hit, sentence) ? Naming.Named : Naming.Described;
        return new(sentence, hit.First, hit.End, naming, type, hit.Term.Rule) { Parties = own };
    }

    /// <summary>
    /// An acronym or a name of plain words ("EDCA", "enhanced defence cooperation agreement") is that one agreement only where its parties are
    /// spoken of; one with a word of its own ("Lombok Treaty"), and one of several parties, is so everywhere.
    /// </summary>
    private bool IsNameOfOne(Hit hit)
        => hit.Term.Parties.Count > 2 || states.HasAll(hit.Term.Parties) || IsIdeographic(hit)
            || (hit.Length > 1 && hit.Term.Rule.AsSpan(hit.Term.Rule.LastIndexOf(':') + 1).ContainsAnyInRange('A', 'Z'));

    /// <summary>A name is never held against the text: where it names states and none of the name's, theirs is another of that name.</summary>
    private bool IsOfOthers(IReadOnlyList<string> parties) => states.Count >= 2 && parties.Count > 0 && !states.HasAny(parties);

    /// <summary>Two capitalised words within the text; a title's capitals say nothing.</summary>
    private bool IsWrittenAsName(Hit hit, int sentence)
    {
        if (text.IsTitle(sentence))
            return false;
        var capitals = 0;
        for (var at = hit.First; at < hit.End; at++)
            if (text.Tokens[at].Case >= WordCase.Capitalised && at != text.Sentences[sentence].First)
                capitals++;
        return capitals >= 2;
    }

    private bool IsNegated(Hit noun, int sentence)
    {
        foreach (var hit in text.HitsOf(sentence))
            if (hit.Term is { Kind: TermKind.Negative, Value: "trade" or "ceasefire" or "homonym" or "arms-control" or "document" }
                && hit.First < noun.End && noun.First < hit.End)
                return true;
        return false;
    }

    /// <summary>"No basing rights come with it": the sentence says that there is none.</summary>
    private bool IsWithout(Hit noun, int sentence)
    {
        foreach (var hit in text.HitsOf(sentence))
            if (hit.Term.Kind == TermKind.Without && hit.End <= noun.First && noun.First - hit.End <= 1)
                return true;
        return false;
    }

    private Mention? ReadNoun(Hit noun, int sentence)
    {
        if (IsIdeographic(noun) && Nearest(noun, sentence, static (hit, noun) => hit.Term.Kind is TermKind.Domain or TermKind.Topic && hit.End <= noun.First && noun.First - hit.End <= 1) is { } touching)
            return Join(noun, touching, sentence, touching.Term.Kind == TermKind.Topic ? Naming.Topic : Naming.Domain);
        if (NearestTopic(noun, sentence) is { } topic)
            return Join(noun, topic, sentence, Naming.Topic);
        if (Nearest(noun, sentence, static (hit, _) => hit.Term.Kind == TermKind.Domain) is { } domain)
            return Join(noun, domain, sentence, Naming.Domain);
        if (SignedByDefence(noun, sentence) is { } signer)
            return new(sentence, noun.First, noun.End, Naming.Domain, AgreementType.DefenceCooperation, signer.Term.Rule);
        return noun.Term.Kind == TermKind.LooseNoun && !IsSimilar(noun, sentence)
            ? null
            : new(sentence, noun.First, noun.End, Naming.Bare, AgreementType.Other, noun.Term.Rule);
    }

    /// <summary>"The defence ministers of Norway and Poland signed a memorandum": who signs says what it is about, however far before it.</summary>
    private Hit? SignedByDefence(Hit noun, int sentence)
    {
        foreach (var domain in text.HitsOf(sentence))
            if (domain.Term.Kind == TermKind.Domain && domain.End <= noun.First && IsSignedBetween(domain.End, noun.First, sentence))
                return domain;
        return null;
    }

    private bool IsSignedBetween(int from, int to, int sentence)
    {
        foreach (var act in text.HitsOf(sentence))
            if (act.Term is { Kind: TermKind.Act, Act: Act.Sign } && act.First >= from && act.First <= to)
                return true;
        return false;
    }

    private bool MaySign(Hit noun, int sentence)
    {
        if (noun.Term.Kind is TermKind.Noun or TermKind.LooseNoun)
            foreach (var hit in text.HitsOf(sentence))
                if (hit.Term.Kind == TermKind.Domain && hit.End <= noun.First)
                    return true;
        return false;
    }

    /// <summary>"A similar arrangement with": after such words even a loose noun is an agreement.</summary>
    private bool IsSimilar(Hit noun, int sentence)
    {
        foreach (var hit in text.HitsOf(sentence))
            if (hit.Term.Kind == TermKind.Similar && hit.First <= noun.First && noun.First - hit.End <= 1)
                return true;
        return false;
    }

    private static Mention Join(Hit noun, Hit about, int sentence, Naming naming)
        => new(
            sentence,
            Math.Min(noun.First, about.First),
            Math.Max(noun.End, about.End),
            naming,
            about.Term.Type ?? AgreementType.DefenceCooperation,
            about.Term.Rule)
        {
            Head = noun.First,
            HeadEnd = noun.End,
        };

    /// <summary>The nearest topic; one that says more than "cooperation" before one that does not.</summary>
    private Hit? NearestTopic(Hit noun, int sentence)
        => Nearest(noun, sentence, static (hit, _) => hit.Term.Kind == TermKind.Topic && hit.Term.Type != AgreementType.DefenceCooperation)
            ?? Nearest(noun, sentence, static (hit, _) => hit.Term is { Kind: TermKind.Topic, Type: AgreementType.DefenceCooperation });

    private Hit? Nearest(Hit noun, int sentence, Func<Hit, Hit, bool> wanted)
    {
        Hit? nearest = null;
        var least = int.MaxValue;
        foreach (var hit in text.HitsOf(sentence))
            if (wanted(hit, noun) && Distance(hit, noun) is { } distance && distance < least)
                (nearest, least) = (hit, distance);
        return nearest;
    }

    /// <summary>Words between topic and noun; null where too far apart to belong together.</summary>
    private int? Distance(Hit topic, Hit noun)
    {
        var wide = IsIdeographic(noun) ? 2 : 1;
        if (topic.First >= noun.First && topic.End <= noun.End)
            return 0;
        if (topic.End <= noun.First)
            return noun.First - topic.End is var before && before <= BeforeNoun * wide * wide ? before : null;
        if (topic.First >= noun.End)
            return topic.First - noun.End is var after && after <= AfterNoun * wide ? after : null;
        return 0;
    }

    /// <summary>In Chinese, Japanese and Korean what an agreement is about stands before the noun: "新防务协议".</summary>
    private bool IsIdeographic(Hit noun) => Folding.IsIdeographic(text.At(text.Tokens[noun.First].Start));
}
