namespace NewsWatch.Agreements;

/// <summary>Which types one and the same instrument may be told as.</summary>
public static class AgreementKin
{
    private static readonly AgreementType[][] Families =
    [
        [AgreementType.Acsa, AgreementType.LogisticsSupport],
        [AgreementType.ReciprocalAccess, AgreementType.VisitingForces, AgreementType.StatusOfForces],
    ];

    /// <summary>True for a type that any defence agreement may be called by, for want of a better word.</summary>
    public static bool IsGeneric(AgreementType type) => type is AgreementType.DefenceCooperation or AgreementType.Other;

    /// <summary>How near two types are: whether texts that differ in them can mean one instrument.</summary>
    public static TypeNearness Between(AgreementType one, AgreementType other)
    {
        if (one == other)
            return TypeNearness.Same;
        if (Array.Exists(Families, family => family.Contains(one) && family.Contains(other)))
            return TypeNearness.Kin;
        return IsGeneric(one) || IsGeneric(other) ? TypeNearness.Generic : TypeNearness.None;
    }
}

/// <summary>How near two types are, the farthest first.</summary>
public enum TypeNearness
{
    /// <summary>Two instruments.</summary>
    None,

    /// <summary>One of them is a general word, which may mean the other.</summary>
    Generic,

    /// <summary>Two names of one kind of instrument.</summary>
    Kin,

    /// <summary>The same type.</summary>
    Same,
}
