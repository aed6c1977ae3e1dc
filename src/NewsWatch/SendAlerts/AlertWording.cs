using System.Globalization;
using NewsWatch.Notices;
using NewsWatch.SendAlerts.Confirming;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Sources;

namespace NewsWatch.SendAlerts;

/// <summary>Alerts in words; how agreements themselves are named is <see cref="AgreementWording"/>'s.</summary>
public static class AlertWording
{
    /// <summary>One line that reads alone: <c>France–Japan ACSA: talks opened</c>.</summary>
    public static string Subject(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var pact = AgreementWording.Pact(alert.Type, alert.Parties, alert.GivenName);
        return alert.Kind switch
        {
            DevelopmentKind.Correction => $"Correction: {pact}: {Denied(alert)}",
            DevelopmentKind.Late
                => $"Learned late: {pact}: {AgreementWording.Event(alert.Stage, alert.Previous)}{(Since(alert) is { } day ? $", {day}" : "")}",
            _ => $"{pact}: {AgreementWording.Event(alert.Stage, alert.Previous)}",
        };
    }

    /// <summary>The whole of it, the proving sentence first.</summary>
    public static NoticeItem Item(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return new(Subject(alert), Statement(alert))
        {
            Quotes = [.. alert.Sources.Take(1)
                .SelectMany(source => source.Evidence.Select(text => new NoticeQuote(text, source.Language, source.Outlet)))],
            Facts = [.. Facts(alert)],
            Sources = [.. alert.Sources.Select(Source)],
            Links = [.. Links(alert)],
        };
    }

    /// <summary>A source's standing in words.</summary>
    public static string Standing(SourceRank rank) => rank switch
    {
        SourceRank.Ministry => "a party's ministry",
        SourceRank.Government => "a party's government",
        SourceRank.TradePress => "trade press",
        SourceRank.Reprint => "reprint",
        _ => "press",
    };

    private static string Statement(Alert alert)
    {
        if (alert.Kind != DevelopmentKind.Correction)
            return AgreementWording.Sentence(alert.Type, alert.Parties, alert.Stage, alert.GivenName)
                + (alert.Previous is { } previous && previous != AgreementStage.Mentioned
                    ? $" Before, it {AgreementWording.Before(previous)}." : "");
        var told = alert.Previous is { } back ? AgreementWording.Event(back, null) : "what was told of it";
        var stands = Stands(alert) ? $"What stands is: {AgreementWording.Name(alert.Stage)}." : "Nothing of it stands.";
        return $"You were told of {AgreementWording.Pact(alert.Type, alert.Parties, alert.GivenName)}: {told}. That is taken back. {alert.Reason} {stands}";
    }

    private static string Denied(Alert alert)
    {
        var denial = alert.Previous is { } back ? AgreementWording.Denial(back) : "taken back";
        return Stands(alert) ? $"{denial}, stands at {AgreementWording.Name(alert.Stage)}" : denial;
    }

    private static bool Stands(Alert alert) => alert.Stage != AgreementStage.Mentioned;

    private static IEnumerable<NoticeFact> Facts(Alert alert)
    {
        if (alert.Kind == DevelopmentKind.Correction)
        {
            yield return new("Taken back", alert.Previous is { } back ? AgreementWording.Name(back) : "what was told");
            yield return new("Now", Stands(alert) ? AgreementWording.Name(alert.Stage) : "nothing stands");
        }
        else
            yield return new("Stage",
                $"{(alert.Previous is { } before ? AgreementWording.Name(before) : "not known before")} → {AgreementWording.Name(alert.Stage)}");
        if (Since(alert) is { } since)
            yield return new("Since", alert.SinceIsStated ? since : $"{since} (day of the first report)");
        if (alert.Standing is { } standing)
            yield return new("On the word of", Word(alert, standing));
        if (alert.Check is { } check)
            yield return new("Second reader", Word(check));
        if (!alert.Name.Equals(alert.Agreement, StringComparison.Ordinal))
            yield return new("Named", alert.Name);
    }

    private static string Word(Alert alert, SourceRank standing)
    {
        var origins = alert.Origins == 1 ? "one origin"
            : string.Create(CultureInfo.InvariantCulture, $"{alert.Origins} independent origins");
        var governments = alert.Governments.Count == 0 ? ""
            : $", said by {string.Join(" and ", alert.Governments.Select(code => PartyTable.Of(code).Name))}";
        return $"{Standing(standing)}, {origins}{governments}";
    }

    private static string Word(AlertCheck check) => check.State switch
    {
        CheckState.Confirmed => $"confirmed by {check.Reader}",
        CheckState.Doubted => $"doubted by {check.Reader}, told on an analyst's word",
        _ => $"unchecked: {check.Why}",
    };

    private static string? Since(Alert alert) => alert.Since is { } since ? AgreementWording.Day(new ToldDay(since, alert.SinceGrain))
        : null;

    private static NoticeSource Source(AlertSource source) => new(
        source.Title, source.Address, source.Language,
            $"{source.Outlet}, {AgreementWording.Day(source.ReportedOn)}, {Standing(source.Standing)}");

    private static IEnumerable<NoticeLink> Links(Alert alert)
    {
        if (alert.Dossier is { } dossier)
            yield return new("Dossier", dossier);
        if (alert.Decide is { } decide)
            yield return new("Confirm or dismiss", decide);
        if (alert.Dossier is null && alert.Sources is [var first, ..])
            yield return new("Article", first.Address);
    }
}
