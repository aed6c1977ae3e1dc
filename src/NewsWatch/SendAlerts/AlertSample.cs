using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.SendAlerts;

/// <summary>An alert to try a channel with. It says of itself that it is one.</summary>
public static class AlertSample
{
    /// <summary>The sample.</summary>
    /// <param name="now">When.</param>
    /// <param name="site">The review site, for links; null for none.</param>
    public static Alert At(DateTimeOffset now, Uri? site)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        return new()
        {
            Development = $"sample-{now.ToUnixTimeSeconds()}",
            Kind = DevelopmentKind.News,
            At = now,
            Agreement = "acsa-fr-jp",
            Name = "sample of an alert, not news",
            Type = AgreementType.Acsa,
            Parties = ["FR", "JP"],
            Stage = AgreementStage.Negotiating,
            Previous = AgreementStage.Proposed,
            Since = day,
            SinceIsStated = true,
            Origins = 2,
            Governments = ["FR"],
            Standing = SourceRank.Ministry,
            Score = 0.9,
            Languages = ["en", "fr"],
            Sources =
            [
                new(
                    "sample",
                    "Essai : négociations sur un accord logistique",
                    new("https://ministry.example/essai"),
                    "ministry.example",
                    SourceRank.Ministry,
                    "fr",
                    day,
                    ["Ceci est un essai : les deux ministres ont ouvert les négociations d’un accord d’acquisition et de soutien logistique."]),
                new(
                    "sample-2",
                    "Test: talks on a logistics pact",
                    new("https://wire.example/test"),
                    "wire.example",
                    SourceRank.Press,
                    "en",
                    day,
                    ["This is a test: talks on a logistics pact have begun."]),
            ],
            Dossier = site is null ? null : new Uri(site, "agreements/acsa-fr-jp"),
            Decide = site is null ? null : new Uri(site, "articles/sample#decide"),
        };
    }
}
