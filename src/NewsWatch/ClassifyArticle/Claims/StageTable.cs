namespace NewsWatch.ClassifyArticle.Claims;

/// <summary>
/// Which stage follows from a claim, by the conventions of the labels: a plan to sign is agreed in principle, a hope of it is still
/// negotiating, what waits for ratification is signed, an announced denunciation is an ending, a threatened one leaves the agreement in force.
/// </summary>
internal static class StageTable
{
    /// <summary>The stage; null where the claim says nothing of one.</summary>
    /// <param name="under">The act that the claimed one stands under; null for none.</param>
    /// <param name="act">The act claimed.</param>
    /// <param name="manner">How it is said to be.</param>
    public static AgreementStage? Of(Act? under, Act act, Manner manner)
        => under is { } outer ? Nested(outer, act, manner) : Plain(act, manner);

    private static AgreementStage? Plain(Act act, Manner manner) => act switch
    {
        Act.Propose => IsFactual(manner) || IsAhead(manner) ? AgreementStage.Proposed : null,
        Act.Negotiate when IsFactual(manner) || manner == Manner.Planned => AgreementStage.Negotiating,
        Act.Negotiate => IsAhead(manner) ? AgreementStage.Proposed : null,
        Act.Agree or Act.Clear => IsFactual(manner) ? AgreementStage.AgreedInPrinciple : manner == Manner.Denied ? null : AgreementStage.Negotiating,
        Act.Sign => manner switch
        {
            _ when IsFactual(manner) => AgreementStage.Signed,
            Manner.Planned => AgreementStage.AgreedInPrinciple,
            Manner.Demanded => AgreementStage.Proposed,
            Manner.Denied => null,
            _ => AgreementStage.Negotiating,
        },
        Act.Ratify => IsFactual(manner) ? AgreementStage.Ratified : AgreementStage.Signed,
        Act.Force => IsFactual(manner) ? AgreementStage.InForce : AgreementStage.Signed,
        Act.Stand => manner is Manner.Negated or Manner.Denied ? null : AgreementStage.InForce,
        Act.Extend => manner switch
        {
            Manner.Negated => AgreementStage.Terminated,
            Manner.Denied => AgreementStage.InForce,
            _ when IsFactual(manner) => AgreementStage.AmendedOrRenewed,
            _ => AgreementStage.Negotiating,
        },
        Act.Amend => IsFactual(manner) ? AgreementStage.AmendedOrRenewed
            : manner is Manner.Negated or Manner.Denied ? AgreementStage.InForce : AgreementStage.Negotiating,
        Act.Suspend => IsFactual(manner) || manner == Manner.Planned ? AgreementStage.Suspended : AgreementStage.InForce,
        Act.End => IsFactual(manner) || manner == Manner.Planned ? AgreementStage.Terminated : AgreementStage.InForce,
        Act.Revive => IsFactual(manner) || manner == Manner.Planned ? AgreementStage.InForce : AgreementStage.Suspended,
        _ => null,
    };

    private static AgreementStage? Nested(Act outer, Act act, Manner manner) => (outer, act) switch
    {
        // A denied, negated or merely possible outer act leaves the inner one as it would be alone.
        (Act.Suspend or Act.Revive or Act.End, Act.End) => IsFactual(manner) || manner == Manner.Planned ? AgreementStage.InForce : AgreementStage.Terminated,
        (Act.End or Act.Revive, Act.Suspend) => IsFactual(manner) || manner == Manner.Planned ? AgreementStage.InForce : AgreementStage.Suspended,
        (Act.Extend, Act.Suspend) => AgreementStage.Suspended,
        // What is not renewed is as good as suspended: "suspends the automatic renewal".
        (Act.Suspend, Act.Extend) => AgreementStage.Suspended,
        (Act.Suspend or Act.End, Act.Negotiate) => AgreementStage.Negotiating,
        // What is put off or called off is still to come.
        (Act.Suspend or Act.End, Act.Sign)
            => IsFactual(manner) || manner == Manner.Planned ? AgreementStage.AgreedInPrinciple : AgreementStage.Negotiating,
        (Act.Suspend or Act.End, Act.Ratify) => AgreementStage.Signed,
        (Act.Propose, Act.End or Act.Suspend) => AgreementStage.InForce,
        (Act.Propose, Act.Extend or Act.Amend) => AgreementStage.Negotiating,
        (Act.Propose, _) => AgreementStage.Proposed,
        (Act.Negotiate, Act.End or Act.Suspend) => AgreementStage.InForce,
        (Act.Negotiate, _) => AgreementStage.Negotiating,
        (Act.Agree or Act.Clear, Act.Sign or Act.Agree) => AgreementStage.AgreedInPrinciple,
        _ => Plain(act, manner),
    };

    /// <summary>True where the act is told as a fact or only named.</summary>
    private static bool IsFactual(Manner manner) => manner is Manner.Stated or Manner.Done or Manner.Named;

    private static bool IsAhead(Manner manner) => manner is Manner.Planned or Manner.Hoped or Manner.Possible or Manner.Demanded;
}
