using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace NewsWatch.Fetching;

/// <summary>Finds a host's addresses.</summary>
internal delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellation);

/// <summary>
/// Opens every connection, so that the address that is checked is the address that is connected to: a name that resolves to another
/// one the next time gains nothing.
/// </summary>
internal sealed class GuardedConnector(AddressGuard guard, ResolveHost resolve, IOptions<FetchingOptions> options, TimeProvider time)
{
    /// <summary>A handler that connects through this guard only: no proxy, no cookies, no redirects or decompression of its own.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        ConnectCallback = async (context, cancellation) => await ConnectAsync(
            context.DnsEndPoint, [], $"{FetchingOptions.Section}:{nameof(FetchingOptions.AllowedNetworks)}", cancellation),
        ConnectTimeout = options.Value.ConnectTimeout,
        MaxResponseHeadersLength = options.Value.MaxHeaderKiB,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        // Strangers are not told which trace a request is part of; and the framework's own spans of requests, which name whole addresses with
        // whatever they hold, are not made.
        ActivityHeadersPropagator = null,
    };

    /// <summary>Connects to one of a host's addresses that may be connected to.</summary>
    /// <param name="target">Host and port.</param>
    /// <param name="also">Networks that are allowed for this purpose, besides those allowed for all.</param>
    /// <param name="setting">The setting that allows them.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="ForbiddenAddressException">It has none.</exception>
    /// <exception cref="SocketException">None of them can be reached.</exception>
    public async Task<Stream> ConnectAsync(
        DnsEndPoint target, IReadOnlyList<IPNetwork> also, string setting, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await resolve(target.Host, cancellation);
        var open = addresses
            .Where(address => !guard.Forbids(address, also))
            .Select(address => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
            .ToArray();
        if (open.Length == 0)
            throw new ForbiddenAddressException(
                $"{target.Host} leads to {string.Join(", ", addresses.AsEnumerable())}, which is not a public address: "
                + $"allow its network in {setting} if it is meant.");

        // Each address gets its share of the time, so that a dead first one does not use it up.
        var share = options.Value.ConnectTimeout / open.Length;
        for (var index = 0; ; index++)
        {
            try
            {
                using var bound = new CancellationTokenSource(share, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
                return await ConnectAsync(open[index], target.Port, either.Token);
            }
            catch (Exception failure) when (index + 1 < open.Length
                && !cancellation.IsCancellationRequested
                && failure is SocketException or OperationCanceledException)
            {
                // The next address may answer.
            }
        }
    }

    private static async Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellation)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
