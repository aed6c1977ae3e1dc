using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.TrackAgreement;

/// <summary>When a stage that was told does not stand against what was told of it later. Origins count, not articles: see <see cref="Corroboration"/>.</summary>
internal static class TakenBack
{
    /// <summary>One origin told it that is no party's government, and two others, or a party's government, tell an earlier stage after it.</summary>
    public static bool ByOthers(IReadOnlyList<DossierEntry> told, IReadOnlyList<DossierEntry> challengers)
        => IsOneWord(told) && (Corroboration.Origins(challengers).Count >= 2 || Corroboration.Governments(challengers).Count > 0);

    /// <summary>One origin told it, another has told an earlier stage since, and now the stage is told of a later day.</summary>
    public static bool ByTheEvent(IReadOnlyList<DossierEntry> told, IReadOnlyList<DossierEntry> challengers)
        => IsOneWord(told) && challengers.Count > 0;

    /// <summary>Whoever told it takes it back, or as many origins deny it as are left that told it; a government's own word stands against the press's.</summary>
    public static bool ByDenial(IReadOnlyList<DossierEntry> told, IReadOnlyList<DossierEntry> denials)
    {
        var left = Corroboration.Origins([.. told, .. denials]).Count(origin => !origin.Any(entry => entry.Denies));
        var governments = Corroboration.Governments(denials).Count;
        return left <= Corroboration.Origins(denials).Count && Corroboration.Governments(told).Count <= governments;
    }

    private static bool IsOneWord(IReadOnlyList<DossierEntry> told)
        => Corroboration.Origins(told).Count == 1 && Corroboration.Governments(told).Count == 0;
}
