namespace NewsWatch.ClassifyArticle.Terms;

/// <summary>The sections of a term file.</summary>
internal enum TermKind
{
    /// <summary>A word that can only be an agreement: agreement, pact, treaty.</summary>
    Noun,

    /// <summary>A word that may be one: deal, arrangement, plan, lease; it needs more around it.</summary>
    LooseNoun,

    /// <summary>A name that says both that it is an agreement and its type.</summary>
    Instrument,

    /// <summary>An acronym of such a name, which may mean other things.</summary>
    Acronym,

    /// <summary>What an agreement is about, which gives its type beside a noun.</summary>
    Topic,

    /// <summary>A word of defence that, beside a noun, makes it a defence agreement of no special type.</summary>
    Domain,

    /// <summary>What is done with an agreement: signed, ratified, suspended; see <see cref="Claims.Act"/>.</summary>
    Act,

    /// <summary>Before an act: it is not done (not, failed to, refused to).</summary>
    Not,

    /// <summary>The same after it.</summary>
    NotAfter,

    /// <summary>Before an act: it is still to come (will, is to, plans to).</summary>
    Future,

    /// <summary>The same after it.</summary>
    FutureAfter,

    /// <summary>Before an act: it is hoped or worked for (hopes to, wants to, seeks to).</summary>
    Wish,

    /// <summary>The same after it.</summary>
    WishAfter,

    /// <summary>Before an act: it may be, or hangs on something (may, could, if, once).</summary>
    Maybe,

    /// <summary>The same after it.</summary>
    MaybeAfter,

    /// <summary>
    /// Before an act that suspends or ends: somebody is let do it (allows either side to, permits). That an agreement allows this or that "was
    /// signed" says nothing of the signing, so no other act is marked.
    /// </summary>
    Permit,

    /// <summary>The same after it.</summary>
    PermitAfter,

    /// <summary>Before an act: somebody asks for it (should, must, urges, calls on).</summary>
    Demand,

    /// <summary>The same after it.</summary>
    DemandAfter,

    /// <summary>Before an act: it is denied that it was or will be (denied, dismissed a report).</summary>
    Deny,

    /// <summary>The same after it.</summary>
    DenyAfter,

    /// <summary>Before an act: it is decided or announced (decided to, announced that).</summary>
    Decide,

    /// <summary>The same after it.</summary>
    DecideAfter,

    /// <summary>
    /// Before the noun of an act: it has happened (welcomed the signing, since the ratification). Right before a form of the past: whatever else is
    /// to come, it has (a pact to share fuel was signed).
    /// </summary>
    Happened,

    /// <summary>Before an agreement: there is none (no, not a, without any).</summary>
    Without,

    /// <summary>It was of late: today, on Monday, this week.</summary>
    Recent,

    /// <summary>A word that opens a clause of its own, past which no mark reaches: that, which, because, while.</summary>
    Clause,

    /// <summary>Joins two acts, of which neither stands under the other: or, and.</summary>
    Or,

    /// <summary>A party: state or organisation.</summary>
    Party,

    /// <summary>A party's capital or seat of government, which stands for it unless it is only the place.</summary>
    Seat,

    /// <summary>Before a partner: with.</summary>
    With,

    /// <summary>After a partner, in languages that put it there.</summary>
    WithAfter,

    /// <summary>Before a pair: between.</summary>
    Between,

    /// <summary>Joins a pair: and.</summary>
    And,

    /// <summary>Before a place: in, at.</summary>
    Place,

    /// <summary>After a place, in languages that put it there.</summary>
    PlaceAfter,

    /// <summary>Before a party that is not one to the agreement: against, amid, fear of.</summary>
    Outsider,

    /// <summary>After such a party: 's aggression, threat.</summary>
    OutsiderAfter,

    /// <summary>Before a list of partners: following, including, such as.</summary>
    Listing,

    /// <summary>The same kind of agreement with others: similar agreements, such an agreement.</summary>
    Similar,

    /// <summary>Several agreements of a kind, one a party: each, respectively, separate.</summary>
    Each,

    /// <summary>Tells that the agreement is background: already, earlier, existing.</summary>
    Background,

    /// <summary>Tells history: anniversary, decades ago.</summary>
    History,

    /// <summary>What is agreed is no agreement between states; the value says what instead.</summary>
    Negative,

    /// <summary>Not what it looks like: hides other hits under it.</summary>
    Ignore,

    /// <summary>A frequent small word by which a language is known.</summary>
    Language,
}
