namespace NewsWatch.NotifyOperator;

/// <summary>Something the operator should know.</summary>
/// <param name="Cause">What kind of trouble, such as <c>feeds-failing</c>: matters of one cause are told together.</param>
/// <param name="Key">What it is about; the same again while it is not told yet is the same matter.</param>
/// <param name="Text">What has happened, one line.</param>
/// <param name="At">When it was noticed.</param>
public sealed record OperatorMatter(string Cause, string Key, string Text, DateTimeOffset At)
{
    /// <summary>Where to look; null for nowhere.</summary>
    public Uri? Link { get; init; }

    /// <summary>Name of the channel that is in trouble, and is not told of it; null for none.</summary>
    public string? Channel { get; init; }
}

/// <summary>What waits to be told, and when each cause was told last. Stored as <c>operator/matters.json</c>.</summary>
/// <param name="Waiting">The oldest first.</param>
/// <param name="ToldAt">By cause.</param>
/// <param name="Poisoned">Messages in each poison queue when last looked at.</param>
internal sealed record OperatorState(
    IReadOnlyList<OperatorMatter> Waiting, IReadOnlyDictionary<string, DateTimeOffset> ToldAt, IReadOnlyDictionary<string, int> Poisoned)
{
    public static OperatorState Empty { get; } = new([], new Dictionary<string, DateTimeOffset>(), new Dictionary<string, int>());
}

/// <summary>When the last poll began. Stored as <c>operator/poll.json</c>.</summary>
/// <param name="BeganAt">When.</param>
internal sealed record PollMark(DateTimeOffset BeganAt);

/// <summary>The <c>data</c> of a webhook's message to the operator.</summary>
/// <param name="Cause">What kind of trouble.</param>
/// <param name="WhatToDo">What helps.</param>
/// <param name="Matters">The oldest first.</param>
internal sealed record OperatorData(string Cause, string WhatToDo, IReadOnlyList<OperatorMatter> Matters);
