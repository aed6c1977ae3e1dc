using System.Collections.Concurrent;
using System.Text;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Fetching;

namespace NewsWatch.Tests.ExtractArticle.Doubles;

/// <summary>Answers of a web of a few pages, and how each page reads.</summary>
internal sealed class Web : IFetcher
{
    private readonly ConcurrentDictionary<Uri, FetchResult> answers = new();
    private readonly ConcurrentDictionary<string, PageReading> readings = new();

    /// <summary>Addresses asked for.</summary>
    public ConcurrentQueue<Uri> Asked { get; } = [];

    /// <summary>How long a host has no turn; null while it has.</summary>
    public TimeSpan? Busy { get; set; }

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        if (Busy is { } wait && request.Line is { } line)
        {
            line.Number(request.Address.Host);
            throw new HostBusyException(request.Address.Host, wait);
        }
        Asked.Enqueue(request.Address);
        var answer = answers.GetValueOrDefault(request.Address) ?? new FetchResult.Failed(404, "HTTP 404", null);
        return Task.FromResult(answer is FetchResult.Fetched { Body.Length: var length } && length > request.MaxBytes
            ? new FetchResult.Refused(Refusal.TooLarge, $"more than {request.MaxBytes} bytes")
            : answer);
    }

    /// <summary>Stands in for the page reader: what <see cref="Serve(string, PageReading, string?)"/> said of a body.</summary>
    public PageReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri? address, CancellationToken cancellation) => readings[Encoding.UTF8.GetString(body.Span)];

    public void Answer(string address, FetchResult answer) => answers[new(address)] = answer;

    /// <summary>Serves an article.</summary>
    public void Serve(string address, string title, string text, string? canonical = null, string? redirect = null)
        => Serve(
            address,
            new PageReading { Kind = PageKind.Article, Title = title, Text = text, Canonical = canonical is null ? null : new(canonical), Language = "en" },
            redirect);

    /// <summary>Serves a page that reads as given, from <paramref name="redirect"/> if one is given.</summary>
    public void Serve(string address, PageReading reading, string? redirect = null)
    {
        var final = redirect ?? address;
        var body = $"<html><!-- {final} {reading.Kind} {reading.Title} --><body>{reading.Text}</body></html>";
        readings[body] = reading;
        Answer(address, Page(final, Encoding.UTF8.GetBytes(body), "text/html; charset=utf-8"));
    }

    public static FetchResult.Fetched Page(string address, byte[] body, string contentType)
        => new(new(address), new(address), 200, new Dictionary<string, string> { ["content-type"] = contentType, ["server"] = "test" }, body);
}
