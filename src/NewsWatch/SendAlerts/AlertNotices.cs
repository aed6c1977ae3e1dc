using System.Globalization;
using System.Text.Json;
using NewsWatch.Notices;
using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts;

/// <summary>Alerts as notices, alone or several in a digest.</summary>
public static class AlertNotices
{
    /// <summary>Type of a webhook's message that tells one development.</summary>
    public const string DevelopmentType = "agreement.development";

    /// <summary>Type of a webhook's message that takes one back.</summary>
    public const string CorrectionType = "agreement.correction";

    /// <summary>Type of a webhook's message that tells several.</summary>
    public const string DigestType = "agreement.digest";

    /// <summary>One alert, on the thread of its agreement.</summary>
    public static Notice Of(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return new(alert.Development, alert.At, NoticeTopic.Developments, AlertWording.Subject(alert), [AlertWording.Item(alert)])
        {
            Thread = alert.Agreement,
            Payload = new(
                alert.Kind == DevelopmentKind.Correction ? CorrectionType : DevelopmentType,
                JsonSerializer.SerializeToElement(alert, AlertsJson.Default.Alert)),
        };
    }

    /// <summary>Several alerts; one alone is told as itself.</summary>
    /// <param name="id">Id of the digest.</param>
    /// <param name="at">When it was put together.</param>
    /// <param name="alerts">What it tells; never empty.</param>
    public static Notice Digest(string id, DateTimeOffset at, IReadOnlyList<Alert> alerts)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        Alert[] ordered = [.. alerts.OrderBy(alert => alert.Kind == DevelopmentKind.Late).ThenByDescending(alert => alert.At)];
        return new(id, at, NoticeTopic.Developments, DigestSubject(ordered), [.. ordered.Select(AlertWording.Item)])
        {
            Payload = new(DigestType, JsonSerializer.SerializeToElement(new AlertDigest(ordered), AlertsJson.Default.AlertDigest)),
        };
    }

    private static string DigestSubject(Alert[] alerts)
    {
        var late = alerts.Count(alert => alert.Kind == DevelopmentKind.Late);
        var count = (alerts.Length - late, late) switch
        {
            (0, 1) => "1 stage learned late",
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{late} stages learned late"),
            (1, 0) => "1 development",
            (var news, 0) => string.Create(CultureInfo.InvariantCulture, $"{news} developments"),
            (var news, _) => string.Create(CultureInfo.InvariantCulture,
                $"{news} {(news == 1 ? "development" : "developments")}, {late} learned late"),
        };
        return $"{count}: {string.Join("; ", alerts.Select(AlertWording.Subject))}";
    }
}
