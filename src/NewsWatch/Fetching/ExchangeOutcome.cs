namespace NewsWatch.Fetching;

/// <summary>How one exchange ended: with a result, or with another address to ask.</summary>
internal readonly record struct ExchangeOutcome
{
    public ExchangeOutcome(FetchResult result) => Result = result;

    public ExchangeOutcome(Uri target, bool isPermanent) => (Target, IsPermanent) = (target, isPermanent);

    /// <summary>The result; null for a redirect.</summary>
    public FetchResult? Result { get; }

    /// <summary>Where the redirect leads; null for a result.</summary>
    public Uri? Target { get; }

    /// <summary>True for 301 and 308.</summary>
    public bool IsPermanent { get; }
}
