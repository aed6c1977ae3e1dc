using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using NewsWatch.Fetching;

namespace NewsWatch.Notices.Channels;

/// <summary>Posts JSON through the guarded client, and says how it went without giving the address away: it may be a secret.</summary>
internal sealed class NoticePost(IHttpClientFactory clients, TimeProvider time)
{
    // Receivers that know it take a repetition for one; to the others it says nothing.
    private const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Posts a message of a chat.</summary>
    public async Task<ChannelOutcome> SendAsync(Uri address, JsonNode body, string id, CancellationToken cancellation)
    {
        using var request = Request(address, System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()), id);
        return await SendAsync(request, cancellation);
    }

    /// <summary>A post of JSON that is known by the notice's id when it comes again.</summary>
    public static HttpRequestMessage Request(Uri address, byte[] json, string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(IdempotencyKey, id);
        return request;
    }

    /// <summary>Posts; a cancellation is thrown on, for whoever sets the bound knows what it means.</summary>
    public async Task<ChannelOutcome> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var host = request.RequestUri!.Host;
        try
        {
            using var client = clients.CreateClient(GuardedClients.Post);
            // The sender bounds every channel alike; a second clock here would end an answer that is still waited for.
            client.Timeout = Timeout.InfiniteTimeSpan;
            using var response = await client.SendAsync(request, cancellation);
            return Read(response, host);
        }
        catch (HttpRequestException failure) when (failure.InnerException is ForbiddenAddressException forbidden)
        {
            return new ChannelOutcome.Refused(forbidden.Message);
        }
        catch (HttpRequestException failure)
        {
            return new ChannelOutcome.Failed($"{host}: {failure.HttpRequestError}");
        }
    }

    private ChannelOutcome Read(HttpResponseMessage response, string host) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => new ChannelOutcome.Sent(),
        (int)HttpStatusCode.RequestTimeout or 425 or (int)HttpStatusCode.TooManyRequests or >= 500
            => new ChannelOutcome.Failed($"{host}: HTTP {(int)response.StatusCode}", RetryAfter.Of(response, time.GetUtcNow())),
        var status => new ChannelOutcome.Refused($"{host}: HTTP {status}"),
    };
}
