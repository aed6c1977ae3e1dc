using System.Globalization;
using NewsWatch.Notices;
using NewsWatch.SendAlerts;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Review.Alerts;

/// <summary>An outgoing feed, whatever the format.</summary>
/// <param name="Id">Stays for good.</param>
/// <param name="Title">What it holds.</param>
/// <param name="Updated">When the latest of it was noticed.</param>
/// <param name="Entries">Latest first.</param>
internal sealed record OutgoingFeed(string Id, string Title, DateTimeOffset Updated, IReadOnlyList<OutgoingEntry> Entries)
{
    /// <summary>The feed of a view; null for all developments.</summary>
    public static OutgoingFeed Of(string? view, IReadOnlyList<Alert> alerts)
    {
        var corrected = alerts.Where(alert => alert.Corrects is not null).ToLookup(alert => alert.Corrects!, StringComparer.Ordinal);
        OutgoingEntry[] entries =
        [
            .. alerts.Where(alert => alert.Kind != DevelopmentKind.Late)
                .Select(alert => One(alert, corrected[alert.Development].LastOrDefault()))
                .Concat(alerts.Where(alert => alert.Kind == DevelopmentKind.Late)
                    .GroupBy(alert => DateOnly.FromDateTime(alert.At.UtcDateTime)).Select(Late))
                .OrderByDescending(entry => entry.Updated)
                .ThenBy(entry => entry.Id, StringComparer.Ordinal),
        ];
        return new(
            FeedText.Urn(view is null ? "alerts" : $"alerts/view/{view}"),
            view is null ? "NewsWatch: developments" : $"NewsWatch: {view}",
            entries.Length > 0 ? entries[0].Updated : DateTimeOffset.UnixEpoch,
            entries);
    }

    private static OutgoingEntry One(Alert alert, Alert? correction)
    {
        var item = AlertWording.Item(alert);
        if (correction is not null)
            item = item with { Heading = $"Taken back: {item.Heading}", Statement = $"{item.Statement} This was taken back: {correction.Reason}" };
        return new(FeedText.Urn($"alert/{alert.Development}"), item.Heading, alert.At, correction?.At ?? alert.At, [item])
        {
            Link = LinkOf(alert),
            Sources = [.. alert.Sources.Select(source => source.Address)],
            Terms = [.. alert.Parties, WireName.Of(alert.Type), WireName.Of(alert.Stage)],
        };
    }

    private static Uri? LinkOf(Alert alert) => alert.Dossier ?? (alert.Sources is [{ Address: var article }, ..] ? article : null);

    /// <summary>What was learned late in a day is one entry, however much it is: no reader is flooded by years gone by.</summary>
    private static OutgoingEntry Late(IGrouping<DateOnly, Alert> day)
    {
        var count = string.Create(CultureInfo.InvariantCulture, $"{day.Count()} {(day.Count() == 1 ? "stage" : "stages")} learned late");
        var day0 = day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(
            FeedText.Urn($"alerts/late/{day0}"),
            $"{count}, {AgreementWording.Day(day.Key)}",
            day.Min(alert => alert.At),
            day.Max(alert => alert.At),
            [.. day.Select(AlertWording.Item)])
        {
            Link = LinkOf(day.First()),
        };
    }
}

/// <summary>One entry of an outgoing feed.</summary>
/// <param name="Id">Stays for good.</param>
/// <param name="Title">One line of plain text.</param>
/// <param name="Published">When it was noticed.</param>
/// <param name="Updated">When it was last changed, as by a correction.</param>
/// <param name="Items">What it tells.</param>
internal sealed record OutgoingEntry(string Id, string Title, DateTimeOffset Published, DateTimeOffset Updated,
    IReadOnlyList<NoticeItem> Items)
{
    /// <summary>Where to read on; null for nowhere.</summary>
    public Uri? Link { get; init; }

    /// <summary>Addresses of the articles behind it.</summary>
    public IReadOnlyList<Uri> Sources { get; init; } = [];

    /// <summary>Parties, type and stage.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>The whole of it as HTML.</summary>
    public string Html => FeedText.Html(Items);
}
