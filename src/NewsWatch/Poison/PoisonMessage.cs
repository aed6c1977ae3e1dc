using System.Text;
using NewsWatch.Telemetry;

namespace NewsWatch.Poison;

/// <summary>A message that was given up. Stored as <c>poison/{queue}/{id}.json</c>, where the same text given up twice is one.</summary>
/// <param name="Queue">The queue it was given up in.</param>
/// <param name="Body">Its text.</param>
/// <param name="Cause">Why, in a line; null for one that lies in a queue of the host's and was not taken in yet.</param>
/// <param name="At">When it was given up last; null where <paramref name="Cause"/> is.</param>
/// <param name="Times">How often it was given up since it was last tried again, from 1.</param>
public sealed record PoisonMessage(string Queue, string Body, string? Cause, DateTimeOffset? At, int Times)
{
    /// <summary>What it is named by: a hash of its text, but for the trace it is part of.</summary>
    public string Id => IdOf(Body);

    /// <summary>The id of a text.</summary>
    internal static string IdOf(string body) => ArticleId.Hash(Encoding.UTF8.GetBytes(MessageTrace.Without(body)));
}
