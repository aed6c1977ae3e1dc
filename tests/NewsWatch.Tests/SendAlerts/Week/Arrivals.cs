using System.Text;
using System.Text.Json;
using NewsWatch.SendAlerts;
using NewsWatch.Tests.Notices;

namespace NewsWatch.Tests.SendAlerts.Week;

/// <summary>What came to each channel: developments by their subjects, alone or in a digest.</summary>
internal sealed class Arrivals
{
    private readonly List<string> channels = [];
    private readonly Dictionary<string, Dictionary<string, List<string>>> cells = new(StringComparer.Ordinal);

    public void AddMails(LoopbackSmtp server, string recipient, string column)
    {
        channels.Add(column);
        // At least once to the server, once in effect: a repetition has the same Message-ID.
        foreach (var mail in server.Taken.Zip(server.Messages).Where(pair => pair.First.To == recipient).Select(pair => pair.Second)
            .DistinctBy(mail => mail.MessageId))
        {
            var lines = mail.TextBody!.ReplaceLineEndings("\n").Split('\n');
            var headings = lines.Zip(lines.Skip(1)).Where(pair => pair.Second.StartsWith("----", StringComparison.Ordinal))
                .Select(pair => pair.First).ToList();
            Add(column, headings.Count > 0 ? headings : [mail.Subject!], headings.Count > 0);
        }
    }

    public void AddWebhooks(LoopbackHook hook, string column)
    {
        channels.Add(column);
        foreach (var post in Taken(hook))
        {
            Schemas.Validate(Schemas.Webhook, post.Json);
            var data = post.Json["data"]!;
            var alerts = data["developments"]?.AsArray().Select(one => one!) ?? [data];
            Add(column, [.. alerts.Select(one => AlertWording.Subject(one.Deserialize(AlertsJson.Default.Alert)!))],
                data["developments"] is not null);
        }
    }

    public void AddChats(LoopbackHook hook, string column)
    {
        channels.Add(column);
        foreach (var post in Taken(hook))
        {
            Schemas.Validate(Schemas.Read("slack"), post.Json);
            var texts = post.Json["blocks"]!.AsArray().Select(block => block!["text"]!["text"]!.GetValue<string>()).ToList();
            var bold = texts.Where(text => text.StartsWith('*') && text.EndsWith('*')).Select(text => text.Trim('*')).ToList();
            Add(column, bold.Count > 0 ? bold : [texts[0]], bold.Count > 0);
        }
    }

    /// <summary>A line a development, in the order of first arrival in the script.</summary>
    public string Table(IEnumerable<string> order)
    {
        var table = new StringBuilder();
        foreach (var subject in order.Concat(cells.Keys.Order(StringComparer.Ordinal)).Distinct())
            table.Append(subject).Append(" |").AppendJoin(
                '|', channels.Select(channel => cells.GetValueOrDefault(subject)?.GetValueOrDefault(channel) is { } ways
                    ? $" {string.Join('+', ways)} " : " - ")).Append('\n');
        return table.ToString();
    }

    private static IEnumerable<HookPost> Taken(LoopbackHook hook)
        => hook.Posts.Where(post => post.Status == 200).DistinctBy(post => post.Headers["idempotency-key"]);

    private void Add(string channel, IReadOnlyList<string> subjects, bool isDigest)
    {
        foreach (var subject in subjects)
        {
            var row = cells.TryGetValue(subject, out var known) ? known : cells[subject] = new(StringComparer.Ordinal);
            (row.TryGetValue(channel, out var ways) ? ways : row[channel] = []).Add(isDigest ? "digest" : "alone");
        }
    }
}
