using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.Fetching;

namespace NewsWatch.Tests.Fetching;

/// <summary>What servers do that is not HTTP: answered by a bare socket.</summary>
public sealed class BrokenServerTests
{
    [Theory]
    [InlineData("")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nshort\r\n0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")]
    [InlineData("HTTP/1.1 999999 Odd\r\n\r\n")]
    public async Task An_answer_that_is_no_whole_response_is_a_failure_in_one_line(string answer)
    {
        await using var server = new BareServer(answer);
        var result = await Fetchers.FetchAsync(server.Address);
        var failed = Assert.IsType<FetchResult.Failed>(result);
        Assert.Null(failed.Status);
        Assert.DoesNotContain('\n', failed.Detail);
    }

    [Theory]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://[bad\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")]
    public async Task A_redirect_to_nowhere_is_a_failure(string answer)
    {
        await using var server = new BareServer(answer);
        Assert.Equal(302, Assert.IsType<FetchResult.Failed>(await Fetchers.FetchAsync(server.Address)).Status);
    }

    [Fact]
    public async Task Nobody_listening_is_a_failure_that_names_the_host()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = AddressOf(listener);
        listener.Stop();
        Assert.StartsWith("127.0.0.1: ", Assert.IsType<FetchResult.Failed>(await Fetchers.FetchAsync(address)).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: a")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nslow")]
    public async Task A_server_that_never_ends_is_left_after_the_bound(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var time = new FakeTimeProvider();
        await using var services = Fetchers.Services(services => services.AddSingleton<TimeProvider>(time));
        var fetching = services.GetRequiredService<IFetcher>().FetchAsync(new(AddressOf(listener)) { ObeyRobots = false }, default);
        using var connection = await listener.AcceptSocketAsync();
        await connection.ReceiveAsync(new byte[4096]);
        await connection.SendAsync(Encoding.ASCII.GetBytes(answer));
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(fetching.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("127.0.0.1 took longer than 30 s", Assert.IsType<FetchResult.Failed>(await fetching).Detail);
    }

    [Fact]
    public async Task A_location_in_utf8_is_read_as_such()
    {
        await using var server = new BareServer(
            "HTTP/1.1 302 Found\r\nLocation: /été\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        var fetched = Assert.IsType<FetchResult.Fetched>(await Fetchers.FetchAsync(server.Address));
        Assert.Equal("/%C3%A9t%C3%A9", fetched.Address.AbsolutePath);
    }

    private static Uri AddressOf(TcpListener listener) => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>Gives each connection the next answer, and from then on the last one, until disposed.</summary>
    private sealed class BareServer : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource stop = new();
        private readonly Task serving;

        public BareServer(params string[] answers)
        {
            listener.Start();
            serving = ServeAsync(answers);
        }

        public Uri Address => AddressOf(listener);

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            listener.Dispose();
            stop.Dispose();
        }

        private async Task ServeAsync(string[] answers)
        {
            for (var index = 0; ; index = Math.Min(index + 1, answers.Length - 1))
            {
                using var connection = await listener.AcceptSocketAsync(stop.Token);
                await AnswerAsync(connection, answers[index]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        // The client may hang up at any point of a broken answer.
        private static async Task AnswerAsync(Socket connection, string answer)
        {
            await connection.ReceiveAsync(new byte[4096]);
            await connection.SendAsync(Encoding.UTF8.GetBytes(answer));
            connection.Shutdown(SocketShutdown.Both);
        }
    }
}
