using System.Text;
using NewsWatch.Fetching;
using NewsWatch.Fetching.Hops;
using NewsWatch.PollFeeds.Polling;

namespace NewsWatch.Fuzz.Targets;

/// <summary>What leads on from an answer: headers, the input's first three lines, and a page that sends its readers elsewhere.</summary>
internal sealed class RefreshTarget : IFuzzTarget
{
    private static readonly Uri Address = new("https://www.news.example/old");

    // All of an answer's headers together have no more: HttpClient's own bound.
    private const int LongestHeader = 64 * 1024;

    public string Name => "refresh";

    public string Dictionary => "html";

    public void Read(byte[] input)
    {
        var lines = Encoding.UTF8.GetString(input).Split('\n', 4);
        string Line(int number) => lines.ElementAtOrDefault(number) ?? "";
        string Header(int number) => Line(number) is { Length: > LongestHeader } longer ? longer[..LongestHeader] : Line(number);
        var headers = new Dictionary<string, string> { ["link"] = Header(0), ["refresh"] = Header(1) };
        if (PageRefresh.Of(new(Address, Address, 200, headers, Encoding.UTF8.GetBytes(Line(3)))) is { Target: var target })
            Promise.Web(target, "where a page leads");
        foreach (var hub in LinkHeader.Hubs(headers, Address))
            Promise.That(hub.IsAbsoluteUri, $"a hub's address is absolute: {hub}");
        using var answer = new HttpResponseMessage();
        answer.Headers.TryAddWithoutValidation("Retry-After", Header(2));
        var wait = RetryAfter.Of(answer, FixedClock.Now);
        Promise.That(wait is null || (wait >= TimeSpan.Zero && wait <= TimeSpan.FromDays(7)), $"a wait is up to seven days: {wait}");
    }
}
