using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using NewsWatch.Review.Security;
using NewsWatch.Storage;
using NewsWatch.Tests.Review;

namespace NewsWatch.Tests.Attacks;

/// <summary>Who may do what, asked of every address the desk has: none can be added that these do not ask about.</summary>
public sealed partial class AccessTests
{
    private const string Key = "a key that is long enough";

    /// <summary>What strangers reach: the way in, its looks, and the probes, which tell nothing.</summary>
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal)
    {
        "/sign-in", "/sign-out", "/health", "/health/live", "/health/ready", "/review.css", "/review.js", "/favicon.ico", "/favicon.svg",
    };

    [Fact]
    public async Task Nobody_who_has_not_signed_in_reads_or_changes_anything()
    {
        await using var site = await WithAccountsAsync();
        foreach (var (method, path, route) in Routes(site))
        {
            using var answer = await SendAsync(site, method, path, Body.Json);
            Assert.True(
                Open.Contains(route) || answer.StatusCode is HttpStatusCode.Unauthorized || IsWayIn(answer),
                $"{method} {path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_header_that_says_who_one_is_is_believed_from_nobody_but_the_platform()
    {
        await using var site = await WithAccountsAsync();
        foreach (var name in new[] { SignIn.NameHeader, "X-MS-CLIENT-PRINCIPAL-ID", "X-Forwarded-User", "Remote-User", "X-Remote-User", "X-Auth-Request-User" })
            site.Browser.DefaultRequestHeaders.Add(name, "ana");
        site.Browser.DefaultRequestHeaders.Add(SignIn.ClaimsHeader, Convert.ToBase64String("""{"claims":[{"typ":"roles","val":"analyst"}]}"""u8));
        foreach (var (method, path, route) in Routes(site).Where(one => !Open.Contains(one.Route)))
        {
            using var answer = await SendAsync(site, method, path, Body.Json);
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized || IsWayIn(answer), $"{method} {path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_reader_changes_nothing_at_any_address()
    {
        await using var site = await WithAccountsAsync();
        await EnterAsync(site, "ben", "battery staple");
        var token = await TokenAsync(site);
        var before = await BlobsAsync(site);
        foreach (var (method, path, route) in Routes(site).Where(one => IsChange(one.Method) && !Open.Contains(one.Route)))
            foreach (var body in new[] { Body.Json, Body.Form })
            {
                using var answer = await SendAsync(site, method, path, body, token);
                Assert.True(
                    answer.StatusCode is HttpStatusCode.Forbidden || (body == Body.Json && answer.StatusCode is HttpStatusCode.BadRequest),
                    $"{method} {path} as {body}: {answer.StatusCode}");
            }
        Assert.Equal(before, await BlobsAsync(site));
    }

    [Fact]
    public async Task No_other_site_can_have_an_analysts_browser_change_anything()
    {
        await using var site = await WithAccountsAsync();
        await EnterAsync(site, "ana", "correct horse");
        var before = await BlobsAsync(site);
        foreach (var (method, path, _) in Routes(site).Where(one => IsChange(one.Method)))
            foreach (var body in new[] { Body.None, Body.Form, Body.Multipart, Body.Text, Body.JsonAsText })
            {
                using var answer = await SendAsync(site, method, path, body, origin: "https://elsewhere.example");
                Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType, $"{method} {path} as {body}: {answer.StatusCode}");
            }
        Assert.Equal(before, await BlobsAsync(site));
    }

    [Fact]
    public async Task No_address_answers_another_site_that_asks_first_whether_it_may()
    {
        await using var site = await WithAccountsAsync();
        await EnterAsync(site, "ana", "correct horse");
        foreach (var (_, path, _) in Routes(site))
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(path, UriKind.Relative));
            request.Headers.Add("Origin", "https://elsewhere.example");
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "content-type");
            using var answer = await site.Browser.SendAsync(request);
            Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task No_address_answers_to_a_host_name_that_is_not_the_desks()
    {
        await using var site = await TestSite.StartAsync();
        foreach (var (method, path, route) in Routes(site).Where(one => one.Route is not ("/health" or "/health/live" or "/health/ready")))
        {
            using var answer = await SendAsync(site, method, path, Body.Json, host: "rebound.elsewhere.example");
            Assert.True(answer.StatusCode == HttpStatusCode.MisdirectedRequest, $"{method} {path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Nothing_malformed_ends_in_a_failure_of_ours()
    {
        await using var site = await TestSite.StartAsync();
        var token = await TokenAsync(site);
        foreach (var (method, _, route) in Routes(site))
            foreach (var id in route.Contains('{', StringComparison.Ordinal) ? Ids : ["a"])
                foreach (var (body, json) in Bodies(method, id))
                {
                    using var answer = await SendAsync(
                        site, method, Fill(route, id) + "?page=-1&limit=x&cursor=%FF&since=9999-99-99&q=%00%22%2A&party=%F0%9F", body, token, json: json);
                    Assert.True((int)answer.StatusCode < 500, $"{method} {route} with {id} as {body} {json}: {answer.StatusCode}");
                    Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("a=b", StringComparison.Ordinal)));
                }
    }

    private static readonly string[] Ids =
        ["a", "..%2f..%2fkeys%2fa", "%2e%2e", "%00", "a%0d%0aSet-Cookie:%20a=b", "-a", "_a", "a.json", "%F0%9F%92%A3", new string('a', 3_000)];

    private static IEnumerable<(Body Body, string? Json)> Bodies(HttpMethod method, string id)
    {
        yield return (Body.Form, null);
        if (!IsChange(method) || id != "a")
            yield break;
        yield return (Body.Multipart, null);
        yield return (Body.JsonAsText, null);
        foreach (var json in new[]
        {
            "", "{", "null", "[]", "1", "{}", "{\"into\":null,\"articles\":null,\"name\":null,\"query\":null,\"verdict\":null}",
            "{\"into\":\"-a\",\"articles\":[null],\"name\":\"\",\"query\":\"?a=%FF\",\"verdict\":\"correct\",\"type\":\"acsa\",\"stage\":\"signed\",\"parties\":[null]}",
            "{\"verdict\":\"confirmed\",\"articles\":[\"../keys/a\"],\"by\":\"\\r\\n\"}", new string('[', 10_000),
        })
            yield return (Body.Json, json);
    }

    private static List<(HttpMethod Method, string Path, string Route)> Routes(TestSite site)
    {
        var routes = site.Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST", "PUT", "DELETE", "PATCH"])
                .Select(method => (new HttpMethod(method), Route: "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))))
            .Select(one => (one.Item1, Fill(one.Route, "a"), one.Route))
            .ToList();
        Assert.True(routes.Count > 80, $"only {routes.Count} routes were found");
        return routes;
    }

    private static string Fill(string route, string id) => Parameter().Replace(route, id);

    private static bool IsChange(HttpMethod method) => method != HttpMethod.Get && method != HttpMethod.Head;

    private static bool IsWayIn(HttpResponseMessage answer)
        => answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> SendAsync(
        TestSite site, HttpMethod method, string path, Body body, string? token = null, string? host = null, string? origin = null, string? json = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (host is not null)
            request.Headers.Host = host;
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        var field = KeyValuePair.Create("__RequestVerificationToken", token ?? "");
        request.Content = !IsChange(method) ? null : body switch
        {
            Body.Form => new FormUrlEncodedContent([field, KeyValuePair.Create("id", "a")]),
            Body.Multipart => new MultipartFormDataContent { { new StringContent(token ?? ""), "__RequestVerificationToken" }, { new StringContent("<opml>"), "file", "../../a" } },
            Body.Text => new StringContent("a=b", Encoding.UTF8, "text/plain"),
            Body.Json => new StringContent(json ?? "{\"verdict\":\"confirm\",\"name\":\"n\",\"query\":\"\"}", Encoding.UTF8, "application/json"),
            Body.JsonAsText => new StringContent("{\"verdict\":\"confirm\"}", Encoding.UTF8, "text/plain"),
            _ => null,
        };
        return await site.Browser.SendAsync(request);
    }

    private static async Task<string> TokenAsync(TestSite site) => Token().Match((await site.GetAsync("/sign-in")).Page).Groups[1].Value;

    private static async Task EnterAsync(TestSite site, string name, string secret)
    {
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("name", name), KeyValuePair.Create("secret", secret), KeyValuePair.Create("to", "/"),
            KeyValuePair.Create("__RequestVerificationToken", await TokenAsync(site)),
        ]);
        using var entered = await site.Browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
    }

    /// <summary>Names of all that is stored, but for the keys of forms.</summary>
    private static async Task<IReadOnlyList<string>> BlobsAsync(TestSite site)
    {
        var names = new List<string>();
        await foreach (var name in site.Get<IBlobs>().ListAsync("", default))
            if (!name.StartsWith("keys/", StringComparison.Ordinal))
                names.Add(name);
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static Task<TestSite> WithAccountsAsync() => TestSite.StartBeyondAsync(
        ("NewsWatch:Review:Key", Key),
        ("NewsWatch:Review:Accounts:ana:Password", SignIn.Hash("correct horse")),
        ("NewsWatch:Review:Accounts:ana:Role", "Analyst"),
        ("NewsWatch:Review:Accounts:ben:Password", SignIn.Hash("battery staple")));

    private enum Body
    {
        None,
        Form,
        Multipart,
        Text,
        Json,
        JsonAsText,
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
