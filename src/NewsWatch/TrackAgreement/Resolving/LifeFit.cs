namespace NewsWatch.TrackAgreement.Resolving;

/// <summary>Whether an event can be a step of an instrument's life, as far as that is known by then.</summary>
internal static class LifeFit
{
    /// <summary>Days by which texts of one signature differ at most.</summary>
    public const int SameSigning = 45;

    // Bounds in days. Of 258 known agreements with both days, nine in ten came into force within two and a half years of their signature:
    // what is negotiated or signed well after that is mostly a successor.
    private const int SignedAnew = 365;
    private const int SignedAnewInForce = 180;
    private const int TalksAnew = 730;
    private const int RatifiedAnew = 365;
    private const int LongestTalks = 3650;

    /// <summary>False where the event is another instrument's.</summary>
    public static bool Fits(Strand strand, ToldEvent told)
    {
        if (told.IsWeak)
            return strand.Known?.Signed is not { } signing || told.Stage < AgreementStage.Signed || signing.First <= told.First.ReportedOn;
        return told.Stage switch
        {
            AgreementStage.Mentioned => true,
            < AgreementStage.Signed => FitsTalks(strand, told),
            AgreementStage.Signed => FitsSigning(strand, told),
            AgreementStage.Ratified => told.IsBackground || strand.InForceOn is not { } inForce || told.Day <= inForce.Last.AddDays(RatifiedAnew),
            AgreementStage.InForce => !told.IsBackground || strand.Known?.Signed is not { } signed || told.Told.Last >= signed.First.AddDays(-SameSigning),
            _ => strand.Known?.Signed is not { } begun || told.Day >= begun.First,
        };
    }

    /// <summary>Talks lead to what is signed after them; years after a signature they are of a successor.</summary>
    private static bool FitsTalks(Strand strand, ToldEvent told)
    {
        if (strand.EndedOn is { } ended && told.Day > ended.AddDays(TalksAnew))
            return false;
        if ((strand.InForceOn ?? strand.SignedOn) is { } made)
            return told.Day <= made.Last.AddDays(TalksAnew) && told.Day >= made.First.AddDays(-LongestTalks);
        return strand.Reached == AgreementStage.Mentioned || told.Day <= strand.LastOn.AddDays(LongestTalks);
    }

    private static bool FitsSigning(Strand strand, ToldEvent told)
    {
        var day = told.Told.First;
        if (strand.SignedOn is { } signed)
        {
            if (day <= signed.Last.AddDays(SameSigning) && told.Told.Last >= signed.First.AddDays(-SameSigning))
                return true;
            if (told.Told.Last < signed.First.AddDays(-SignedAnew) || (day > signed.Last.AddDays(SignedAnew) && told.IsSure))
                return false;
        }
        return strand.InForceOn is not { } inForce || day <= inForce.Last.AddDays(SignedAnewInForce) || !told.IsSure;
    }
}
