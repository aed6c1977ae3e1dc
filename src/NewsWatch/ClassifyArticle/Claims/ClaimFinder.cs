using NewsWatch.ClassifyArticle.Terms;
using NewsWatch.ClassifyArticle.Words;

namespace NewsWatch.ClassifyArticle.Claims;

/// <summary>Finds the claims of a text: every act with the marks of how it is said, and acts that stand under another.</summary>
internal sealed class ClaimFinder(ReadText text)
{
    /// <summary>Words between an act and the one that stands under it.</summary>
    private const int NestingReach = 6;

    /// <summary>Words between acts that share their marks: "will sign and ratify".</summary>
    private const int SharingReach = 3;

    /// <summary>
    /// A mark that reaches farther back than this does so to nouns, behind which agreement and parties stand before the verb comes: "the signing of
    /// the agreement between the two was put off". To other forms it reaches as far as marks do by themselves.
    /// </summary>
    private const int NounReach = 12;

    private const int OwnReach = 6;
    private const int PastReach = 6;

    private readonly List<Hit> acts = [];
    private readonly List<int?> inners = [];
    private readonly List<Claim> claims = [];

    /// <summary>The claims of every sentence, in the text's order.</summary>
    public Claim[][] Find()
    {
        var all = new Claim[text.Sentences.Length][];
        for (var sentence = 0; sentence < all.Length; sentence++)
            all[sentence] = FindIn(sentence);
        return all;
    }

    private Claim[] FindIn(int sentence)
    {
        var hits = text.HitsOf(sentence);
        acts.Clear();
        foreach (var hit in hits)
            if (hit.Term.Kind == TermKind.Act)
                acts.Add(hit);
        if (acts.Count == 0)
            return [];
        inners.Clear();
        for (var i = 0; i < acts.Count; i++)
            inners.Add(Nested(i, hits) ?? (i > 0 && inners[i - 1] is null ? NestedBefore(i, hits) : null));
        var (recent, asked) = (text.Has(sentence, TermKind.Recent), text.IsQuestion(sentence));
        claims.Clear();
        for (var i = 0; i < acts.Count; i++)
        {
            var inner = inners[i];
            if (inner is null && inners.Contains(i))
                continue;
            var marks = Marks(acts[i], hits);
            var act = inner is { } below ? acts[below] : acts[i];
            var manner = MannerOf(acts[i].Term.Form, marks);
            claims.Add(new(
                act.Term.Act!.Value,
                manner == Manner.Stated && asked ? Manner.Possible : manner,
                inner is null || act.Term.Act == acts[i].Term.Act ? null : acts[i].Term.Act,
                sentence,
                Math.Min(acts[i].First, act.First),
                Math.Max(acts[i].End, act.End),
                acts[i].Term.Rule)
            {
                Past = IsPast(acts[i], sentence),
                Recent = recent,
                Decided = marks.Has(TermKind.Decide),
            });
        }

        return [.. claims];
    }

    /// <summary>
    /// Index of the act that stands under this one: named or in the infinitive, within its words ("setzt die Kündigung aus") or next in the
    /// same clause; null for none.
    /// </summary>
    private int? Nested(int outer, ReadOnlySpan<Hit> hits)
    {
        var over = acts[outer];
        if (over.Term.Act is Act.Sign or Act.Force or Act.Stand)
            return null;
        for (var inner = outer + 1; inner < acts.Count && acts[inner].First - over.End <= NestingReach * Width(over); inner++)
        {
            if (!MayStandUnder(over, acts[inner]) || AreJoined(over, acts[inner], hits))
                continue;
            if (acts[inner].First > over.First && (acts[inner].End < over.End || (acts[inner].First < over.End && over.Term.Act == Act.Negotiate)))
                return inner;
            if (acts[inner].First >= over.End)
                return IsParted(over.End, acts[inner].First, hits, byComma: true) ? null : inner;
        }

        return null;
    }

    /// <summary>
    /// "The termination was suspended", and languages that put the verb last: the noun of what is suspended stands right before. So does in
    /// Chinese, Japanese and Korean what talks are about: "續簽協議的談判". Behind a comma it does not, "after the denunciation, Poland suspended the
    /// pact", but for a comma of Japanese, which marks what is spoken of.
    /// </summary>
    private int? NestedBefore(int outer, ReadOnlySpan<Hit> hits)
    {
        var (inner, over) = (acts[outer - 1], acts[outer]);
        return ((over.Term.Act is Act.Suspend or Act.Revive && over.Term.Form != ActForm.Noun && inner.Term.Act is Act.End or Act.Suspend or Act.Ratify)
                || (over.Term.Act == Act.Negotiate && Width(over) > 1 && inner.Term.Act is Act.Sign or Act.Extend or Act.Amend or Act.Ratify))
            && inner.Term.Act != over.Term.Act
            && (inner.Term.Form == ActForm.Noun || (inner.Term.Form == ActForm.Open && Width(inner) > 1))
            && over.First - inner.End is var between && between >= 0 && between <= NestingReach * Width(over)
            && !IsParted(inner.End, over.First, hits, byComma: true, atOnce: Width(over) == 1)
                ? outer - 1
                : null;
    }

    /// <summary>
    /// A parliament approves a denunciation or an extension; that it approves a signing is a ratification. "Rejected the ratification" names once more
    /// what is not done.
    /// </summary>
    private static bool MayStandUnder(Hit over, Hit inner)
    {
        if (inner.Term.Act == over.Term.Act)
            return over.Term.Form == ActForm.Negated && inner.Term.Form == ActForm.Noun;
        return inner.Term.Form is ActForm.Noun or ActForm.Open
            && (over.Term.Act is not (Act.Ratify or Act.Clear) || inner.Term.Act is Act.End or Act.Suspend or Act.Extend or Act.Amend);
    }

    /// <summary>
    /// "Suspend or terminate the pact": one word between two verbs joins them, whether the first is read with its object or without; between two
    /// verbs or two nouns, a word that says so. What is agreed or proposed is "to sign".
    /// </summary>
    private bool AreJoined(Hit over, Hit inner, ReadOnlySpan<Hit> hits)
    {
        if (over.Term.Act is not (Act.Suspend or Act.End or Act.Revive or Act.Extend or Act.Amend) || over.Term.Form != inner.Term.Form)
            return false;
        if (over.Term.Form == ActForm.Open && Width(over) == 1 && (inner.First - over.First == 2 || inner.First - over.End == 1))
            return true;
        foreach (var hit in hits)
            if (hit.Term.Kind == TermKind.Or && hit.First == over.End && hit.End == inner.First)
                return true;
        return false;
    }

    private MarkSet Marks(Hit act, ReadOnlySpan<Hit> hits)
    {
        var marks = default(MarkSet);
        foreach (var hit in hits)
            if (hit.Term.Kind is >= TermKind.Not and <= TermKind.Happened && Reaches(hit, act, hits))
                marks = marks.With(Before(hit.Term.Kind));
        return marks;
    }

    private bool Reaches(Hit mark, Hit act, ReadOnlySpan<Hit> hits)
    {
        var follows = IsAfter(mark.Term.Kind);
        if (follows && act.Term.Form == ActForm.Done && mark.Term.Kind is TermKind.FutureAfter or TermKind.WishAfter or TermKind.MaybeAfter)
            return false;
        if (Before(mark.Term.Kind) == TermKind.Permit && (act.Term.Form == ActForm.Done || act.Term.Act is not (Act.End or Act.Suspend)))
            return false;
        // "Welcomed a pact that will be signed": only right before a form of the past is it told as past.
        if (mark.Term.Kind == TermKind.Happened && act.Term.Form == ActForm.Done && mark.End != act.First)
            return false;
        // "Parliament has not yet approved", "n'est pas entré en vigueur": the act's own words stand on both sides, or behind. Of what tells an ending
        // or a denial by itself, "will not renew", such marks are part; "has almost ended" is told of an ending too.
        if (mark.First > act.First && mark.End < act.End)
            return !follows && (mark.Term.Kind == TermKind.Maybe || (act.Term.Act != Act.End && act.Term.Form != ActForm.Negated));
        if (mark.First < act.First && mark.End > act.First && mark.End < act.End)
            return !follows;
        var (from, to) = follows ? (act.End, mark.First) : (mark.End, act.First);
        var reach = follows && mark.Term.Reach > NounReach && act.Term.Form != ActForm.Noun ? OwnReach : mark.Term.Reach;
        if (to < from || to - from > reach * Width(act))
            return false;
        var byComma = follows || mark.Term.Kind is TermKind.Not or TermKind.Maybe or TermKind.Deny;
        return !IsParted(from, to, hits, byComma, mark.Term.Kind == TermKind.Deny ? 1 : 0, atOnce: follows)
            && !IsActBetween(from, to, act, follows);
    }

    /// <summary>True where an act that is too far from the marked one to share its marks stands before it.</summary>
    private bool IsActBetween(int from, int to, Hit act, bool follows)
    {
        foreach (var other in acts)
            if (other.First >= from && other.End <= to && (follows ? other.First - act.End : act.First - other.End) > SharingReach)
                return true;
        return false;
    }

    /// <summary>
    /// True where a clause of its own begins between, or a mark that parts sentences; a comma where asked. A denial reaches into the clause
    /// that tells what is denied: "denied that it had signed". Behind an act a comma parts at once, "talks, which may take years"; behind
    /// a mark it may open what is put in between, "will, on Monday, sign".
    /// </summary>
    private bool IsParted(int from, int to, ReadOnlySpan<Hit> hits, bool byComma, int clauses = 0, bool atOnce = false)
    {
        for (var at = from; at <= to; at++)
            if (text.Tokens[at].AfterStop || (byComma && (at > from || atOnce) && text.Tokens[at].AfterComma))
                return true;
        foreach (var hit in hits)
            if (hit.Term.Kind == TermKind.Clause && hit.First >= from && hit.End <= to && --clauses < 0)
                return true;
        return false;
    }

    /// <summary>What stands farthest from a fact goes first: a denial of a plan is a denial.</summary>
    private static Manner MannerOf(ActForm form, MarkSet marks)
    {
        if (marks.Has(TermKind.Deny))
            return Manner.Denied;
        if (marks.Has(TermKind.Not))
            return form == ActForm.Negated ? Manner.Stated : Manner.Negated;
        if (form == ActForm.Negated)
            return Manner.Negated;
        if (marks.Has(TermKind.Maybe) || marks.Has(TermKind.Permit) || form == ActForm.Possible)
            return Manner.Possible;
        if (marks.Has(TermKind.Demand))
            return Manner.Demanded;
        // "An agreement to share fuel was signed": what is to be done is the sharing.
        if (form == ActForm.Done && marks.Has(TermKind.Happened))
            return Manner.Done;
        if (marks.Has(TermKind.Wish) || form == ActForm.Hoped)
            return Manner.Hoped;
        if (marks.Has(TermKind.Future) || form == ActForm.Planned)
            return Manner.Planned;
        return form switch
        {
            ActForm.Done => Manner.Done,
            ActForm.Noun => marks.Has(TermKind.Happened) ? Manner.Done : Manner.Named,
            _ => Manner.Stated,
        };
    }

    private bool IsPast(Hit act, int sentence)
    {
        if (!text.IsTitle(sentence))
            foreach (var hit in text.HitsOf(sentence))
                if (hit.Term.Kind is TermKind.Background or TermKind.History && (hit.End <= act.First ? act.First - hit.End : hit.First - act.End) <= PastReach)
                    return true;
        return false;
    }

    /// <summary>A script that writes a sign a syllable or less has more tokens to a word.</summary>
    private int Width(Hit act) => Folding.IsIdeographic(text.At(text.Tokens[act.First].Start)) ? 2 : 1;

    private static bool IsAfter(TermKind kind) => Before(kind) != kind;

    private static TermKind Before(TermKind kind) => kind switch
    {
        TermKind.NotAfter => TermKind.Not,
        TermKind.FutureAfter => TermKind.Future,
        TermKind.WishAfter => TermKind.Wish,
        TermKind.MaybeAfter => TermKind.Maybe,
        TermKind.PermitAfter => TermKind.Permit,
        TermKind.DemandAfter => TermKind.Demand,
        TermKind.DenyAfter => TermKind.Deny,
        TermKind.DecideAfter => TermKind.Decide,
        _ => kind,
    };

    /// <summary>The marks beside an act, a bit each.</summary>
    private readonly record struct MarkSet(ulong Bits)
    {
        public MarkSet With(TermKind kind) => new(Bits | (1UL << (int)kind));

        public bool Has(TermKind kind) => (Bits & (1UL << (int)kind)) != 0;
    }
}
