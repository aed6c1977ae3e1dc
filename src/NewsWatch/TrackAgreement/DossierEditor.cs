namespace NewsWatch.TrackAgreement;

/// <summary>What an analyst does to dossiers by hand.</summary>
public sealed class DossierEditor(DossierStore dossiers, TimeProvider time)
{
    /// <summary>Most UTF-16 code units of a name.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Gives a dossier a name of its own; an empty one gives it back the name the articles use.</summary>
    public async Task<DossierOutcome> RenameAsync(string id, string name, string by, CancellationToken cancellation)
    {
        var given = name.Trim();
        if (string.IsNullOrWhiteSpace(by))
            return new DossierOutcome.Refused("Say who renames it.");
        if (given.Length > MaxNameLength)
            return new DossierOutcome.Refused($"A name has at most {MaxNameLength} characters.");
        if (await dossiers.ReadAsync(id, cancellation) is not { } dossier)
            return new DossierOutcome.NotFound(id);
        var now = time.GetUtcNow();
        var changed = await dossiers.UpdateAsync(dossier.Id, found => Rename(found, given, by.Trim(), now), cancellation);
        return changed is { MergedInto: null } ? new DossierOutcome.Changed(changed) : await RenameAsync(id, name, by, cancellation);
    }

    /// <summary>
    /// Merges one dossier into another: entries, developments and history go over, and articles found under the one are filed under the
    /// other from now on. Asked again, as after a failure half-way, it completes what was begun.
    /// </summary>
    public async Task<DossierOutcome> MergeAsync(string from, string into, string by, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(by))
            return new DossierOutcome.Refused("Say who merges them.");
        if (await dossiers.ReadOwnAsync(from, cancellation) is not { } source)
            return new DossierOutcome.NotFound(from);
        if (await dossiers.ReadAsync(into, cancellation) is not { } target)
            return new DossierOutcome.NotFound(into);
        if (source.Id == target.Id)
            return new DossierOutcome.Refused($"{from} and {into} are the same dossier.");
        if (source.MergedInto is { } elsewhere && elsewhere != target.Id)
            return new DossierOutcome.Refused($"{from} was merged into {elsewhere} before: merge that one.");

        // The target first, so that nothing is out of sight when the source steps back; then what was filed in between.
        var now = time.GetUtcNow();
        if (await AbsorbAsync(target.Id, source, by.Trim(), now, cancellation) is not { MergedInto: null })
            return new DossierOutcome.Refused($"{into} was merged into another dossier meanwhile.");
        source = await dossiers.UpdateAsync(source.Id, found => StepBack(found, target.Id, by.Trim(), now), cancellation);
        if (source?.MergedInto != target.Id)
            return new DossierOutcome.Refused($"{from} was merged or merged with meanwhile: look at it again.");
        return new DossierOutcome.Changed((await AbsorbAsync(target.Id, source, by.Trim(), now, cancellation))!);
    }

    private static Dossier? Rename(Dossier? dossier, string name, string by, DateTimeOffset now)
    {
        var given = name.Length == 0 ? null : name;
        return dossier is null || dossier.MergedInto is not null || dossier.GivenName == given
            ? dossier
            : dossier with { GivenName = given, Changes = [.. dossier.Changes, new(DossierChangeKind.Renamed, dossier.Name, name, by, now)] };
    }

    private Task<Dossier?> AbsorbAsync(string target, Dossier source, string by, DateTimeOffset now, CancellationToken cancellation)
        => dossiers.UpdateAsync(target, found => found is null or { MergedInto: not null } ? found : Absorb(found, source, by, now), cancellation);

    private static Dossier Absorb(Dossier target, Dossier source, string by, DateTimeOffset now)
    {
        var entries = source.Entries.Where(entry => !target.Entries.Any(known => IsSame(known, entry))).ToList();
        var developments = source.Developments
            .ExceptBy(target.Developments.Select(noticed => noticed.Development.Id), noticed => noticed.Development.Id, StringComparer.Ordinal)
            .ToList();
        var isNew = !target.Aliases.Contains(source.Id, StringComparer.Ordinal);
        if (entries.Count == 0 && developments.Count == 0 && !isNew)
            return target;
        return target with
        {
            OpenedAt = source.OpenedAt < target.OpenedAt ? source.OpenedAt : target.OpenedAt,
            Entries = [.. target.Entries, .. entries],
            Developments = [.. target.Developments.Concat(developments).OrderBy(noticed => noticed.Development.At)],
            Aliases = [.. target.Aliases.Append(source.Id).Concat(source.Aliases).Distinct(StringComparer.Ordinal)],
            Changes = isNew
                ? [.. target.Changes.Concat(source.Changes).OrderBy(change => change.At), new(DossierChangeKind.Merged, source.Id, target.Id, by, now)]
                : target.Changes,
        };
    }

    /// <summary>
    /// The source leads to the target from now on, its own record left as it was. Not where the target was merged into it meanwhile:
    /// each would lead to the other.
    /// </summary>
    private static Dossier? StepBack(Dossier? source, string target, string by, DateTimeOffset now)
        => source is null || source.MergedInto is not null || source.Aliases.Contains(target, StringComparer.Ordinal)
            ? source
            : source with
            {
                MergedInto = target,
                Changes = [.. source.Changes, new(DossierChangeKind.Merged, source.Id, target, by, now)],
            };

    private static bool IsSame(DossierEntry one, DossierEntry other)
        => one.Article == other.Article && one.Standing == other.Standing && one.Tells(other);
}
