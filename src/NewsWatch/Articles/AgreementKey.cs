using System.Globalization;

namespace NewsWatch.Articles;

/// <summary>What an agreement found in an article is named by, for decisions: type, parties and stage, such as <c>acsa-fr-jp_signed</c>.</summary>
/// <remarks>The same after the article was read again to the same effect, which its place in the list is not.</remarks>
public static class AgreementKey
{
    /// <summary>The key of an agreement, not counting others of the same.</summary>
    public static string Of(FoundAgreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var parties = agreement.Parties.Select(party => party.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return $"{WireName.Of(agreement.Type)}-{string.Join('-', parties)}_{WireName.Of(agreement.Stage).Replace('/', '-')}";
    }

    /// <summary>The agreements with their keys; the second and later of the same are numbered.</summary>
    public static IReadOnlyList<(string Key, FoundAgreement Agreement)> Of(IReadOnlyList<FoundAgreement> agreements)
    {
        ArgumentNullException.ThrowIfNull(agreements);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. agreements.Select(agreement =>
        {
            var key = Of(agreement);
            var time = seen[key] = seen.GetValueOrDefault(key) + 1;
            return (time == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}_{time}"), agreement);
        })];
    }
}
