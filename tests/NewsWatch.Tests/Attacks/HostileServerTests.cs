using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NewsWatch.Fetching;
using NewsWatch.Tests.Fetching;

namespace NewsWatch.Tests.Attacks;

/// <summary>
/// Servers made to hold us, to fill our memory or to pass for others, on real connections: each is left within its bounds of time and size,
/// and what came of it is a value of one line.
/// </summary>
public sealed class HostileServerTests
{
    private static readonly (string, string?)[] Bounds =
        [("Timeout", "00:00:01"), ("TotalTimeout", "00:00:03"), ("MaxBytes", "200000"), ("MaxHeaderKiB", "16")];

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private static readonly Dictionary<string, Func<Stream, Task>> Servers = new(StringComparer.Ordinal)
    {
        ["headers letter by letter"] = stream => DripAsync(stream, "HTTP/1.1 200 OK\r\nX-Slow: ", "a"),
        ["a header a moment, for ever"] = stream => DripAsync(stream, "HTTP/1.1 200 OK\r\n", "X-More: a\r\n"),
        ["a status line letter by letter"] = stream => DripAsync(stream, "", "H"),
        ["a body letter by letter"] = stream => DripAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", "a"),
        ["a chunk a moment, for ever"] = stream => DripAsync(stream, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n"),
        ["nothing at all"] = stream => DripAsync(stream, "", ""),
        ["a body without end"] = stream => FloodAsync(stream, "HTTP/1.1 200 OK\r\n\r\n", new string('a', 10_000)),
        ["chunks without end"] = stream => FloodAsync(stream, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "4\r\naaaa\r\n"),
        ["headers without end"] = stream => FloodAsync(stream, "HTTP/1.1 200 OK\r\n", "X-Filler: " + new string('a', 200) + "\r\n"),
        ["one header without end"] = stream => FloodAsync(stream, "HTTP/1.1 200 OK\r\nX-Filler: ", new string('a', 1_000)),
        ["trailers without end"] = stream => FloodAsync(stream, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "X-Filler: " + new string('a', 200) + "\r\n"),
        ["an extension of a chunk without end"] = stream => FloodAsync(stream, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", new string('a', 1_000)),
        ["answers to come without end"] = stream => FloodAsync(stream, "", "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n"),
        ["to be continued without end"] = stream => FloodAsync(stream, "", "HTTP/1.1 100 Continue\r\n\r\n"),
        ["another protocol"] = stream => SendAsync(stream, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"),
        ["a chunk larger than numbers go"] = stream => SendAsync(stream, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\na"),
        ["a chunk below nothing"] = stream => SendAsync(stream, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n"),
        ["a length larger than allowed"] = stream => SendAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\nhello"),
        ["a status of nothing"] = stream => SendAsync(stream, "HTTP/1.1 000\r\n\r\n"),
        ["an older protocol"] = stream => SendAsync(stream, "HTTP/0.9 200 OK\r\n\r\n"),
        ["a body cut off by a reset"] = ResetAsync,
        ["gzip of 100 MB"] = stream => PackedAsync(stream, "gzip", 1),
        ["gzip in gzip"] = stream => PackedAsync(stream, "gzip, gzip", 2),
        ["gzip in gzip in gzip, of which nothing is said"] = stream => PackedAsync(stream, null, 3),
        ["brotli of 100 MB"] = stream => PackedAsync(stream, "br", 1),
        ["deflate of 100 MB"] = stream => PackedAsync(stream, "deflate", 1),
        ["more codings than anybody needs"] = stream => SendAsync(stream, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip, gzip, gzip, gzip\r\nContent-Length: 4\r\n\r\naaaa"),
        ["cookies without end"] = stream => SendAsync(stream, "HTTP/1.1 302 Found\r\nLocation: /\r\n" + MarkupBombs.Repeat("Set-Cookie: a=" + new string('a', 100) + "\r\n", 100) + "Content-Length: 0\r\n\r\n"),
        ["a redirect to itself"] = stream => SendAsync(stream, "HTTP/1.1 301 Moved\r\nLocation: /\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        ["a redirect of 100,000 letters"] = stream => SendAsync(stream, $"HTTP/1.1 301 Moved\r\nLocation: /{new string('a', 14_000)}\r\nContent-Length: 0\r\n\r\n"),
        ["a header that holds another"] = stream => SendAsync(stream, "HTTP/1.1 301 Moved\r\nLocation: /a%0d%0aX-Injected:%20a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
    };

    public static TheoryData<string> Names => [.. Servers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_server_is_left_within_the_bounds(string name)
    {
        await using var server = new SocketServer(Servers[name]);
        var began = TimeProvider.System.GetTimestamp();
        var result = await Fetchers.FetchAsync(server.At("http"), Bounds);
        Assert.True(TimeProvider.System.GetElapsedTime(began) < Longest, $"{TimeProvider.System.GetElapsedTime(began)}");
        var line = result switch
        {
            FetchResult.Failed failed => failed.Detail,
            FetchResult.Refused refused => refused.Detail,
            _ => throw new Xunit.Sdk.XunitException($"{name} was taken: {result}"),
        };
        Assert.True(line.Length is > 0 and < 9_000 && !line.Any(char.IsControl), line);
        Assert.DoesNotContain(server.Requests, request => request.Contains("\nX-Injected", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", 0)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 500\r\n\r\nhello", 5)]
    public async Task A_length_that_makes_no_sense_gives_no_more_than_was_sent(string answer, int length)
    {
        await using var server = new SocketServer(stream => SendAsync(stream, answer));
        Assert.Equal(length, Assert.IsType<FetchResult.Fetched>(await Fetchers.FetchAsync(server.At("http"), Bounds)).Body.Length);
    }

    [Theory]
    [InlineData("127.0.0.1", 1)]
    [InlineData("127.0.0.1", -1)]
    [InlineData("another.example", 1)]
    public async Task A_server_that_cannot_prove_who_it_is_is_told_nothing(string name, int validDays)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var alternatives = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
            alternatives.AddIpAddress(address);
        else
            alternatives.AddDnsName(name);
        request.CertificateExtensions.Add(alternatives.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-10), now.AddDays(validDays));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        await using var server = new SocketServer(async stream => await SendAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"), certificate);
        var failed = Assert.IsType<FetchResult.Failed>(await Fetchers.FetchAsync(server.At("https"), ("Timeout", "00:00:20")));
        Assert.Null(failed.Status);
        Assert.Contains("certificate", failed.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("https", "plain text to who asks for TLS")]
    [InlineData("http", "TLS to who asks for plain text")]
    public async Task A_server_that_speaks_another_language_is_left(string scheme, string what)
    {
        await using var server = new SocketServer(stream => stream.WriteAsync(scheme == "https"
            ? Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi")
            : [0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0x00, 0x00, 0x01, 0x00]).AsTask());
        Assert.NotNull(what);
        Assert.IsType<FetchResult.Failed>(await Fetchers.FetchAsync(server.At(scheme), Bounds));
    }

    private static Task SendAsync(Stream stream, string answer) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer)).AsTask();

    private static async Task DripAsync(Stream stream, string first, string drop)
    {
        await SendAsync(stream, first);
        while (true)
        {
            await SendAsync(stream, drop);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, default);
        }
    }

    private static async Task FloodAsync(Stream stream, string first, string more)
    {
        await SendAsync(stream, first);
        var wave = Encoding.Latin1.GetBytes(MarkupBombs.Repeat(more, 50_000 / more.Length + 1));
        while (true)
            await stream.WriteAsync(wave);
    }

    private static async Task ResetAsync(Stream stream)
    {
        await SendAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nhello");
        ((NetworkStream)stream).Socket.LingerState = new(enable: true, seconds: 0);
        stream.Close();
    }

    private static async Task PackedAsync(Stream stream, string? codings, int layers)
    {
        var body = new byte[100_000_000];
        for (var layer = 0; layer < layers; layer++)
            body = Pack(body, codings ?? "gzip");
        await SendAsync(stream, $"HTTP/1.1 200 OK\r\n{(codings is null ? "" : $"Content-Encoding: {codings}\r\n")}Content-Length: {body.Length}\r\n\r\n");
        await stream.WriteAsync(body);
    }

    private static byte[] Pack(byte[] body, string coding)
    {
        using var packed = new MemoryStream();
        using (Stream packer = coding switch
        {
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
            _ => new GZipStream(packed, CompressionLevel.Fastest),
        })
            packer.Write(body);
        return packed.ToArray();
    }

    /// <summary>Answers each connection as told, with or without TLS, and keeps what it was asked.</summary>
    private sealed class SocketServer : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource stop = new();
        private readonly List<string> requests = [];
        private readonly Func<Stream, Task> answer;
        private readonly X509Certificate2? certificate;
        private readonly Task serving;

        public SocketServer(Func<Stream, Task> answer, X509Certificate2? certificate = null)
        {
            (this.answer, this.certificate) = (answer, certificate);
            listener.Start();
            serving = ServeAsync();
        }

        public IReadOnlyList<string> Requests
        {
            get
            {
                lock (requests)
                    return [.. requests];
            }
        }

        public Uri At(string scheme) => new($"{scheme}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            listener.Dispose();
            stop.Dispose();
        }

        private async Task ServeAsync()
        {
            while (true)
                _ = AnswerAsync(await listener.AcceptSocketAsync(stop.Token));
        }

        private async Task AnswerAsync(Socket connection)
        {
            try
            {
                await using Stream stream = new NetworkStream(connection, ownsSocket: true);
                if (certificate is null)
                {
                    await ReadAsync(stream);
                    await answer(stream);
                    return;
                }
                await using var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(certificate);
                await ReadAsync(secure);
                await answer(secure);
            }
            catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException or OperationCanceledException or AuthenticationException)
            {
                // The client hangs up when it has had enough, which is how each of these ends.
            }
        }

        private async Task ReadAsync(Stream stream)
        {
            var buffer = new byte[32 * 1024];
            if (await stream.ReadAsync(buffer, stop.Token) is > 0 and var count)
                lock (requests)
                    requests.Add(Encoding.Latin1.GetString(buffer, 0, count));
        }
    }
}
