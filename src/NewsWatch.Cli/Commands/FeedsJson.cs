using System.Text.Json.Serialization;
using NewsWatch.PollFeeds;

namespace NewsWatch.Cli.Commands;

/// <summary>How the verbs of <c>feeds</c> answer machines.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<FeedListRow>))]
[JsonSerializable(typeof(IReadOnlyList<FeedCheckRow>))]
[JsonSerializable(typeof(IReadOnlyList<FoundSourceRow>))]
[JsonSerializable(typeof(FeedAddedRow))]
[JsonSerializable(typeof(FeedRemovedRow))]
[JsonSerializable(typeof(FeedPausedRow))]
[JsonSerializable(typeof(FeedsImportedRow))]
internal sealed partial class FeedsJson : JsonSerializerContext;

/// <summary>One source of <c>feeds list</c>.</summary>
internal sealed record FeedListRow(
    string Id, string Title, Uri Address, string Kind, IReadOnlyList<string> Tags, bool Enabled, FeedHealth Health)
{
    public string? Language { get; init; }

    public string? Note { get; init; }

    public DateTimeOffset? Since { get; init; }

    public string? Reason { get; init; }

    public int Failures { get; init; }

    public Uri? MovedTo { get; init; }

    public DateTimeOffset? CheckedAt { get; init; }

    public DateTimeOffset? NewestEntry { get; init; }

    public DateTimeOffset? NextCheck { get; init; }

    public string? NextCheckBecause { get; init; }

    public IReadOnlyList<Uri> Hubs { get; init; } = [];
}

/// <summary>One source of <c>feeds check</c>.</summary>
internal sealed record FeedCheckRow(string Title, Uri Address, FeedHealth Health, string? Reason, int Entries, int Dated, int WithoutLink)
{
    public string? Format { get; init; }

    public string? Repairs { get; init; }

    public DateTimeOffset? Newest { get; init; }

    public Uri? MovedTo { get; init; }

    public DateTimeOffset? NextCheck { get; init; }

    public string? NextCheckBecause { get; init; }

    public IReadOnlyList<Uri> Hubs { get; init; } = [];

    public double Milliseconds { get; init; }
}

/// <summary>One finding of <c>feeds discover</c>.</summary>
internal sealed record FoundSourceRow(
    string Title, Uri Address, string Kind, string How, int Entries, DateTimeOffset? Newest, string? Language);

/// <summary>What <c>feeds add</c> did.</summary>
internal sealed record FeedAddedRow(string Title, Uri Address, string Kind, bool Added, string List);

/// <summary>What <c>feeds remove</c> did.</summary>
internal sealed record FeedRemovedRow(string Id, string Title, Uri Address, string List);

/// <summary>What <c>feeds pause</c> and <c>feeds resume</c> did.</summary>
internal sealed record FeedPausedRow(string Id, string Title, Uri Address, bool Enabled, string List);

/// <summary>What <c>feeds import</c> did.</summary>
internal sealed record FeedsImportedRow(string List, int Before, int After, int InFile, IReadOnlyList<string> LeftOut);
