using System.Net.Sockets;

namespace NewsWatch.Functions.Tests.Host;

/// <summary>Asks again while the worker's own server does not listen yet, as the host's forwarding does.</summary>
internal sealed class UntilItListens : DelegatingHandler
{
    private const int MostTries = 50;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(100);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException refused) when (attempt < MostTries
                && refused.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
            {
                await Task.Delay(Wait, TimeProvider.System, cancellationToken);
            }
    }
}
