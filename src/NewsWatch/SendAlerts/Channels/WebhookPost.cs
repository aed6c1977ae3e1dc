using System.Net;
using NewsWatch.Fetching;

namespace NewsWatch.SendAlerts.Channels;

/// <summary>Posts JSON through the guarded client, and says how it went without giving the address away: it may be a secret.</summary>
internal sealed class WebhookPost(IHttpClientFactory clients)
{
    public async Task<ChannelOutcome> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var host = request.RequestUri!.Host;
        try
        {
            using var client = clients.CreateClient(GuardedClients.Post);
            using var response = await client.SendAsync(request, cancellation);
            return Read(response.StatusCode, host);
        }
        catch (HttpRequestException failure) when (failure.InnerException is ForbiddenAddressException forbidden)
        {
            return new ChannelOutcome.Refused(forbidden.Message);
        }
        catch (HttpRequestException failure)
        {
            return new ChannelOutcome.Failed($"{host}: {failure.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ChannelOutcome.Failed($"{host}: no answer in time");
        }
    }

    private static ChannelOutcome Read(HttpStatusCode status, string host) => (int)status switch
    {
        >= 200 and < 300 => new ChannelOutcome.Sent(host),
        408 or 425 or 429 or >= 500 => new ChannelOutcome.Failed($"{host}: HTTP {(int)status}"),
        _ => new ChannelOutcome.Refused($"{host}: HTTP {(int)status}"),
    };
}
