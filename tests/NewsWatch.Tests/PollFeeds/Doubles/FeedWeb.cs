using System.Collections.Concurrent;
using System.Text;
using NewsWatch.Fetching;

namespace NewsWatch.Tests.PollFeeds.Doubles;

/// <summary>A web whose addresses answer as told, and that remembers what it was asked.</summary>
internal sealed class FeedWeb : IFetcher
{
    private readonly ConcurrentDictionary<string, Func<FetchRequest, CancellationToken, Task<FetchResult>>> answers = new(StringComparer.Ordinal);

    /// <summary>Requests, in order.</summary>
    public ConcurrentQueue<FetchRequest> Asked { get; } = [];

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Asked.Enqueue(request);
        return answers.TryGetValue(request.Address.AbsoluteUri, out var answer)
            ? answer(request, cancellation)
            : Task.FromResult<FetchResult>(new FetchResult.Failed(404, "HTTP 404", null));
    }

    public void Answer(string address, Func<FetchRequest, CancellationToken, Task<FetchResult>> answer) => answers[address] = answer;

    public void Answer(string address, Func<FetchRequest, FetchResult> answer) => Answer(address, (request, _) => Task.FromResult(answer(request)));

    public void Answer(string address, FetchResult answer) => Answer(address, _ => answer);

    /// <summary>Serves a body from an address, with headers as <c>name: value</c>; asked with its ETag, it says 304.</summary>
    public void Serve(string address, string body, params string[] headers) => Answer(address, request =>
    {
        var page = Page(address, body, headers);
        return request.ETag is { } etag && page.Headers.GetValueOrDefault("etag") == etag
            ? new FetchResult.NotModified(page.Address, page.PermanentAddress, page.Headers)
            : page;
    });

    public static FetchResult.Fetched Page(string address, string body, params string[] headers) => new(
        new(address),
        new(address),
        200,
        headers.Select(header => header.Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal),
        Encoding.UTF8.GetBytes(body));
}
