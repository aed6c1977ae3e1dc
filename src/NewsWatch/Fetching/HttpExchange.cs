using System.Text;
using Microsoft.Extensions.Options;
using NewsWatch.Fetching.Hops;
using NewsWatch.Fetching.Pacing;

namespace NewsWatch.Fetching;

/// <summary>One request to one address, within bounds and in the host's turn.</summary>
internal sealed class HttpExchange(IHttpClientFactory clients, HostPacer pacer, IOptions<FetchingOptions> options, TimeProvider time)
{
    /// <summary>Asks one address.</summary>
    /// <param name="request">What to get, of an address that can be asked; here its robots.txt is not.</param>
    /// <param name="cookies">Those of the chain it is part of; takes what the answer sets.</param>
    /// <param name="cutShort">True to give the beginning of a body that is too large.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="HostBusyException">The request is part of work that may come again, and the host has no turn now.</exception>
    public async Task<ExchangeOutcome> SendAsync(FetchRequest request, ChainCookies cookies, bool cutShort, CancellationToken cancellation)
    {
        var host = HostName.Of(request.Address);
        var entry = await pacer.EnterAsync(host, request.Line, cancellation);
        if (entry.PauseLeft is { } pause)
            return new(new FetchResult.Failed(null, $"{host} asked to be left alone until {time.GetUtcNow() + pause:u}", pause));

        await using var turn = entry.Turn;
        using var span = FetchSpan.Begin(request.Address);
        var outcome = await AskAsync(host, request, cookies, cutShort, cancellation);
        span.End(outcome);
        return outcome;
    }

    private async Task<ExchangeOutcome> AskAsync(
        string host, FetchRequest request, ChainCookies cookies, bool cutShort, CancellationToken cancellation)
    {
        using var bound = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        try
        {
            using var message = Message(request, cookies.For(request.Address));
            using var client = clients.CreateClient(GuardedClients.Get);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            cookies.Take(request.Address, response);
            return await ReadAsync(request, response, cutShort, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed($"{host} took longer than {options.Value.Timeout.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException failure) when (failure.InnerException is ForbiddenAddressException forbidden)
        {
            return Ended(Refusal.ForbiddenAddress, forbidden.Message);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            return Ended(Refusal.TooLarge, $"more than {options.Value.MaxHeaderKiB} KiB of headers from {host}");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return Failed($"{host}: {Innermost(failure).Message.ReplaceLineEndings(" ")}");
        }
        catch (InvalidDataException failure)
        {
            return Failed($"{host} sent a body that cannot be decoded: {failure.Message}");
        }
    }

    private async Task<ExchangeOutcome> ReadAsync(
        FetchRequest request, HttpResponseMessage response, bool cutShort, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        switch (status)
        {
            case >= 200 and < 300:
                return await ReadBodyAsync(request, response, cutShort, cancellation);
            case 304 when request.ETag is not null || request.LastModified is not null:
                return new(new FetchResult.NotModified(request.Address, request.Address, Headers(response)));
            case 301 or 302 or 303 or 307 or 308 when Target(request.Address, response) is { } target:
                return new(target, status is 301 or 308);
        }
        var retryAfter = RetryAfter.Of(response, time.GetUtcNow());
        if (status is 429 or 503 && retryAfter is { } pause)
            await pacer.PauseAsync(HostName.Of(request.Address), pause, cancellation);
        return new(new FetchResult.Failed(status, $"{request.Address} answered {status} {response.ReasonPhrase}".TrimEnd(), retryAfter));
    }

    private async Task<ExchangeOutcome> ReadBodyAsync(
        FetchRequest request, HttpResponseMessage response, bool cutShort, CancellationToken cancellation)
    {
        var most = request.MaxBytes ?? options.Value.MaxBytes;
        if (cutShort || !(response.Content.Headers.ContentLength > most))
        {
            var body = await BoundedBody.ReadAsync(response.Content, most, cancellation);
            if (body.IsWhole || cutShort)
                return new(new FetchResult.Fetched(
                    request.Address, request.Address, (int)response.StatusCode, Headers(response), body.Bytes));
        }
        return Ended(Refusal.TooLarge, $"more than {most} bytes at {request.Address}");
    }

    private HttpRequestMessage Message(FetchRequest request, string? cookies)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.Address);
        Add("User-Agent", options.Value.UserAgentLine);
        Add("Accept", request.Accept ?? "*/*");
        Add("Accept-Encoding", "gzip, deflate, br");
        Add("Cookie", cookies);
        Add("If-None-Match", request.ETag);
        Add("If-Modified-Since", request.LastModified);
        return message;

        // What a server gave in letters that no header can be sent in is not said back to it.
        void Add(string name, string? value)
        {
            if (value is not null && Ascii.IsValid(value))
                message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
            headers[name.ToLowerInvariant()] = string.Join(", ", values);
        return headers;
    }

    private static Uri? Target(Uri from, HttpResponseMessage response)
        => response.Headers.NonValidated.TryGetValues("Location", out var values)
            ? TypedAddress.Resolve(from, values.First()) ?? (Uri.TryCreate(from, values.First(), out var other) ? other : null)
            : null;

    private static Exception Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure;

    private static ExchangeOutcome Failed(string detail) => new(new FetchResult.Failed(null, detail, null));

    private static ExchangeOutcome Ended(Refusal why, string detail) => new(new FetchResult.Refused(why, detail));
}
