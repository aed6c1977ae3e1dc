namespace NewsWatch.ClassifyArticle.Instruments;

/// <summary>How the types stand to one another when a text speaks of one agreement in several ways.</summary>
internal static class TypeTraits
{
    /// <summary>True for types whose usual words are used for nothing else, so that they need not be written as a name.</summary>
    public static bool IsDistinctive(AgreementType type) => type is AgreementType.Acsa or AgreementType.ReciprocalAccess
        or AgreementType.VisitingForces or AgreementType.StatusOfForces or AgreementType.InformationSecurity
        or AgreementType.CommunicationsSecurity or AgreementType.Geospatial;

    /// <summary>True for a topic that says what a "military agreement" really is.</summary>
    public static bool OutweighsCooperation(AgreementType type) => IsDistinctive(type)
        || type is AgreementType.LogisticsSupport or AgreementType.MutualDefence;

    /// <summary>True where <paramref name="loose"/> may be said of an agreement that is <paramref name="exact"/>.</summary>
    public static bool Covers(AgreementType loose, AgreementType exact)
        => loose == exact
            || loose == AgreementType.DefenceCooperation
            || (loose == AgreementType.LogisticsSupport && exact == AgreementType.Acsa)
            || (loose is AgreementType.ReciprocalAccess or AgreementType.StatusOfForces && exact == AgreementType.VisitingForces)
            || (loose is AgreementType.VisitingForces or AgreementType.StatusOfForces && exact == AgreementType.ReciprocalAccess);
}
