using System.Globalization;
using System.Text;

namespace NewsWatch.SendAlerts;

/// <summary>Alerts in words.</summary>
internal static class AlertWording
{
    /// <summary>One line: <c>France–Japan: ACSA, signed (was negotiating)</c>.</summary>
    public static string Subject(Alert alert)
    {
        var before = alert.Previous is { } previous ? $"was {Of(previous)}" : "new";
        return $"{PartyTable.Names(alert.Parties)}: {Of(alert.Type)}, {Of(alert.Stage)} ({before})";
    }

    /// <summary>The whole of it as plain text.</summary>
    public static string Text(Alert alert)
    {
        var text = new StringBuilder();
        text.Append(Subject(alert)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{alert.Name}, since {new ToldDay(alert.Since, alert.SinceGrain)}{(alert.SinceIsStated ? "" : " (day of the first report)")}\n");
        foreach (var source in alert.Sources)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{source.Title} ({source.ReportedOn:yyyy-MM-dd})\n{source.Address.AbsoluteUri}\n");
            foreach (var sentence in source.Evidence)
                text.Append(CultureInfo.InvariantCulture, $"  “{sentence}”\n");
        }
        if (alert.Review is { } review)
            text.Append(CultureInfo.InvariantCulture, $"\nConfirm or dismiss: {review.AbsoluteUri}\n");
        return text.ToString();
    }

    private static string Of(AgreementType type) => type == AgreementType.Acsa ? "ACSA" : WireName.Of(type).Replace('-', ' ');

    private static string Of(AgreementStage stage) => WireName.Of(stage).Replace('-', ' ').Replace("/", " or ", StringComparison.Ordinal);
}
