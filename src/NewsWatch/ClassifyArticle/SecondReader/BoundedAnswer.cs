namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>Takes no more of an endpoint's answer than a chat completion can need, and sends no key where there is none.</summary>
internal sealed class BoundedAnswer(bool sendsKey) : DelegatingHandler
{
    private const int MostBytes = 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!sendsKey)
            request.Headers.Authorization = null;
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
        return response;
    }
}
