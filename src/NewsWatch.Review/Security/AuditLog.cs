using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsWatch.Storage;

namespace NewsWatch.Review.Security;

/// <summary>
/// Who changed what on the site, and what was before: a blob of lines a day, <c>audit/yyyy/MM/dd.jsonl</c>, in UTC. Nothing in it is ever
/// changed; what is taken back is a line of its own.
/// </summary>
internal sealed class AuditLog(IBlobs blobs, TimeProvider time)
{
    private const string Key = "newswatch-audit";

    /// <summary>Adds to the line of this request what was decided and what was before.</summary>
    public static void Note(HttpContext context, AuditDetail detail) => context.Items[Key] = detail;

    /// <summary>True where something was done, whatever the answer says of the rest.</summary>
    public static bool IsNoted(HttpContext context) => context.Items.ContainsKey(Key);

    /// <summary>Writes the line of a request that changed something.</summary>
    public async Task WriteAsync(HttpContext context, Person person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var detail = context.Items[Key] as AuditDetail;
        var by = detail?.By ?? person.Name ?? Reviewer.Proposed;
        var act = $"{context.Request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? context.Request.Path}";
        var line = new AuditLine(detail?.Id ?? ArticleId.Hash($"{now:O} {by} {act} {context.Request.Path}"), now, by, act, context.Request.Path)
        {
            Detail = detail,
        };
        await blobs.AppendLineAsync(NameOf(DateOnly.FromDateTime(now.UtcDateTime)), JsonSerializer.Serialize(line, AuditJson.Default.AuditLine), cancellation);
    }

    /// <summary>The lines of the last days, newest first.</summary>
    public async Task<IReadOnlyList<AuditLine>> ReadAsync(int days, CancellationToken cancellation)
    {
        var lines = new List<AuditLine>();
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        for (var day = today; day > today.AddDays(-days); day = day.AddDays(-1))
            if (await blobs.ReadAsync(NameOf(day), cancellation) is { } blob)
                lines.AddRange(Encoding.UTF8.GetString(blob.Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => JsonSerializer.Deserialize(line, AuditJson.Default.AuditLine)!).Reverse());
        return lines;
    }

    private static string NameOf(DateOnly day) => day.ToString("'audit/'yyyy/MM/dd'.jsonl'", CultureInfo.InvariantCulture);
}

/// <summary>One change.</summary>
/// <param name="Id">Names it, to take it back.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Act">Method and route.</param>
/// <param name="Path">The address it was sent to.</param>
public sealed record AuditLine(string Id, DateTimeOffset At, string By, string Act, string Path)
{
    /// <summary>What was decided and what was before; null where the stores themselves keep it.</summary>
    public AuditDetail? Detail { get; init; }
}

/// <summary>What was decided in one go.</summary>
/// <param name="Id">Names the batch.</param>
/// <param name="By">Who decided.</param>
/// <param name="Verdict">What; null where a batch was taken back.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="Articles">On what.</param>
public sealed record AuditDetail(string Id, string By, Verdict? Verdict, string Reason, IReadOnlyList<AuditedArticle> Articles)
{
    /// <summary>The batch that this one takes back; null for a decision.</summary>
    public string? TakesBack { get; init; }
}

/// <summary>One article of a batch.</summary>
/// <param name="Article">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="At">When the decision on it was taken, which names it there.</param>
/// <param name="Before">What stood before; null for nothing.</param>
public sealed record AuditedArticle(string Article, string Title, DateTimeOffset At, Verdict? Before);

/// <summary>How the log is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditLine))]
internal sealed partial class AuditJson : JsonSerializerContext;
