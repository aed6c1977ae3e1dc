namespace NewsWatch.Agreements;

/// <summary>What an agreement of a type is called where it has no name of its own.</summary>
public static class AgreementTypeName
{
    /// <summary>English noun phrase, such as <c>Reciprocal access agreement</c>.</summary>
    public static string Of(AgreementType type) => type switch
    {
        AgreementType.Acsa => "Acquisition and cross-servicing agreement",
        AgreementType.LogisticsSupport => "Logistics support agreement",
        AgreementType.ReciprocalAccess => "Reciprocal access agreement",
        AgreementType.VisitingForces => "Visiting forces agreement",
        AgreementType.StatusOfForces => "Status of forces agreement",
        AgreementType.InformationSecurity => "Information security agreement",
        AgreementType.CommunicationsSecurity => "Communications security agreement",
        AgreementType.Geospatial => "Geospatial cooperation agreement",
        AgreementType.DefenceCooperation => "Defence cooperation agreement",
        AgreementType.DefenceEquipmentTechnology => "Defence equipment and technology agreement",
        AgreementType.MutualDefence => "Mutual defence treaty",
        AgreementType.BasingAccess => "Basing and access agreement",
        AgreementType.MaritimeSecurity => "Maritime security agreement",
        AgreementType.Cyber => "Cyber defence agreement",
        AgreementType.JointProduction => "Joint production agreement",
        AgreementType.Training => "Military training agreement",
        _ => "Defence agreement",
    };
}
