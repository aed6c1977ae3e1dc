namespace NewsWatch.Review.Search;

/// <summary>What a list shows of an article, besides what it is chosen by.</summary>
public sealed record ShownArticle
{
    /// <summary>Canonical address.</summary>
    public required Uri Address { get; init; }

    /// <summary>The sentence that proves the first claim; null where there is none.</summary>
    public string? Proof { get; init; }

    /// <summary>Stretches of <see cref="Proof"/> that the rules read, each from a code unit to the one after its last.</summary>
    public IReadOnlyList<int[]> Marks { get; init; } = [];

    /// <summary>Score of the verdict, 0 to 1; null where not classified.</summary>
    public double? Score { get; init; }

    /// <summary>Why it is blocked, gone or failed; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>True where only the feed's own text could be read.</summary>
    public bool OnSummaryOnly { get; init; }

    /// <summary>How often it was edited.</summary>
    public int Revisions { get; init; }

    /// <summary>Who decided last; null where nobody has.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why; null where nobody has.</summary>
    public string? DecidedWhy { get; init; }
}
