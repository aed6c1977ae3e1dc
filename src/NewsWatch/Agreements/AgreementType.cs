using System.Text.Json.Serialization;

namespace NewsWatch.Agreements;

/// <summary>What kind of instrument an agreement is. Its own name decides, not everything it grants.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgreementType>))]
public enum AgreementType
{
    /// <summary>Acquisition and cross-servicing: mutual logistics between two armed forces.</summary>
    [JsonStringEnumMemberName("acsa")] Acsa,

    /// <summary>Mutual logistics support under another name than ACSA.</summary>
    [JsonStringEnumMemberName("logistics-support")] LogisticsSupport,

    /// <summary>Reciprocal access of each other's forces.</summary>
    [JsonStringEnumMemberName("reciprocal-access")] ReciprocalAccess,

    /// <summary>Visiting forces.</summary>
    [JsonStringEnumMemberName("visiting-forces")] VisitingForces,

    /// <summary>Status of forces (SOFA).</summary>
    [JsonStringEnumMemberName("status-of-forces")] StatusOfForces,

    /// <summary>Protection of classified information (GSOMIA, GSIA and kin).</summary>
    [JsonStringEnumMemberName("information-security")] InformationSecurity,

    /// <summary>Secure communications (COMCASA, CISMOA and kin).</summary>
    [JsonStringEnumMemberName("communications-security")] CommunicationsSecurity,

    /// <summary>Geospatial data (BECA and kin).</summary>
    [JsonStringEnumMemberName("geospatial")] Geospatial,

    /// <summary>General defence or security cooperation.</summary>
    [JsonStringEnumMemberName("defence-cooperation")] DefenceCooperation,

    /// <summary>Transfer of defence equipment and technology.</summary>
    [JsonStringEnumMemberName("defence-equipment-technology")] DefenceEquipmentTechnology,

    /// <summary>Mutual defence, alliance.</summary>
    [JsonStringEnumMemberName("mutual-defence")] MutualDefence,

    /// <summary>Basing and access to facilities.</summary>
    [JsonStringEnumMemberName("basing-access")] BasingAccess,

    /// <summary>Maritime security.</summary>
    [JsonStringEnumMemberName("maritime-security")] MaritimeSecurity,

    /// <summary>Cyber defence.</summary>
    [JsonStringEnumMemberName("cyber")] Cyber,

    /// <summary>Joint development or production of arms.</summary>
    [JsonStringEnumMemberName("joint-production")] JointProduction,

    /// <summary>Military training.</summary>
    [JsonStringEnumMemberName("training")] Training,

    /// <summary>A defence agreement of none of the other types.</summary>
    [JsonStringEnumMemberName("other")] Other,
}
