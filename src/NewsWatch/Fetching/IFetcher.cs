using NewsWatch.Text;

namespace NewsWatch.Fetching;

/// <summary>The one way out: guarded against forbidden addresses, bounded, polite. Never throws for what a server does.</summary>
public interface IFetcher
{
    /// <summary>Gets one address.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="HostBusyException">A host has no turn now, and by <see cref="FetchRequest.Line"/> the work may come again.</exception>
    /// <exception cref="Storage.StorageUnavailableException">The store in which several processes share a host's pace is away.</exception>
    Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation);
}

/// <summary>What to get.</summary>
/// <param name="Address">http or https.</param>
public sealed record FetchRequest(Uri Address)
{
    /// <summary>Sent as If-None-Match.</summary>
    public string? ETag { get; init; }

    /// <summary>Sent as If-Modified-Since, as the server gave it.</summary>
    public string? LastModified { get; init; }

    /// <summary>
    /// The address that gave <see cref="ETag"/> and <see cref="LastModified"/>, to which alone they are sent, also where it is reached by
    /// a redirect; null for <see cref="Address"/>.
    /// </summary>
    public Uri? ValidatorsFrom { get; init; }

    /// <summary>Sent as Accept; null for anything.</summary>
    public string? Accept { get; init; }

    /// <summary>Most bytes of body after decompression; null for the operator's bound.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>
    /// Longest all of it may take, with every redirect, its robots.txt and waiting for the host's turn; null for the operator's bound.
    /// </summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>False only where robots.txt does not apply, as for a feed its publisher asks to be polled.</summary>
    public bool ObeyRobots { get; init; } = true;

    /// <summary>The work this is a part of, where that may come again; null to wait for the host's turn, for a worker of its own.</summary>
    public HostLine? Line { get; init; }
}

/// <summary>How a fetch ended: exactly one of the nested cases.</summary>
public abstract record FetchResult
{
    private FetchResult() { }

    /// <summary>A response with a 2xx status.</summary>
    /// <param name="Address">Where the body came from, after redirects.</param>
    /// <param name="PermanentAddress">Where an unbroken chain of 301 and 308 led; the requested address where there was none.</param>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Headers">Response and content headers, names in lower case, repeated ones joined by ", ".</param>
    /// <param name="Body">After decompression.</param>
    public sealed record Fetched(
        Uri Address,
        Uri PermanentAddress,
        int Status,
        IReadOnlyDictionary<string, string> Headers,
        ReadOnlyMemory<byte> Body) : FetchResult;

    /// <summary>304: what the validators name is current.</summary>
    public sealed record NotModified(Uri Address, Uri PermanentAddress, IReadOnlyDictionary<string, string> Headers) : FetchResult;

    /// <summary>Not asked for, or not read to the end, for a reason of ours.</summary>
    /// <param name="Why">Which reason.</param>
    /// <param name="Detail">One line for the operator; addresses in it are shown without credentials.</param>
    public sealed record Refused(Refusal Why, string Detail) : FetchResult
    {
        /// <summary>One line for the operator.</summary>
        public string Detail { get; init; } = ShownAddress.In(Detail);
    }

    /// <summary>The server or the network failed.</summary>
    /// <param name="Status">HTTP status, null where no response came.</param>
    /// <param name="Detail">One line for the operator; addresses in it are shown without credentials.</param>
    /// <param name="RetryAfter">What the server asked for; null where it asked for nothing.</param>
    public sealed record Failed(int? Status, string Detail, TimeSpan? RetryAfter) : FetchResult
    {
        /// <summary>One line for the operator.</summary>
        public string Detail { get; init; } = ShownAddress.In(Detail);
    }
}

/// <summary>Why a fetch was refused.</summary>
public enum Refusal
{
    /// <summary>
    /// robots.txt says no. One that cannot be read because the server fails is a <see cref="FetchResult.Failed"/>: no page is asked for
    /// (RFC 9309, 2.3.1.4), but it may be later.
    /// </summary>
    Robots,

    /// <summary>Neither http nor https, or an address of a loopback, private, link-local, metadata or reserved range.</summary>
    ForbiddenAddress,

    /// <summary>More bytes, headers or redirects than allowed.</summary>
    TooLarge,
}
