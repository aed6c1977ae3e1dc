using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace NewsWatch.Tests.Notices;

/// <summary>A mail server on loopback that speaks as much of RFC 5321 as a submission needs, and keeps what it takes.</summary>
internal sealed class LoopbackSmtp : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<(string To, byte[] Text)> taken = [];
    private readonly Task accepting;
    private int tries;

    public LoopbackSmtp()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public static LoopbackSmtp Start() => new();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Answer to the message itself; null to take it.</summary>
    public string? Refusal { get; set; }

    /// <summary>Answers to recipients, by address; 250 to the rest.</summary>
    public ConcurrentDictionary<string, string> Mailboxes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Connections that are turned away before one is served.</summary>
    public int Outages { get; set; }

    /// <summary>True where it takes the connection and says nothing.</summary>
    public bool Hangs { get; set; }

    /// <summary>Connections so far.</summary>
    public int Tries => Volatile.Read(ref tries);

    public IReadOnlyList<(string To, byte[] Text)> Taken => [.. taken];

    public IReadOnlyList<MimeMessage> Messages => [.. taken.Select(one => MimeMessage.Load(new MemoryStream(one.Text)))];

    public async ValueTask DisposeAsync()
    {
        if (accepting.IsCompleted)
            return;
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using var client = connection;
        try
        {
            if (Interlocked.Increment(ref tries) <= Outages)
                await SayAsync(client.GetStream(), "421 closed for the moment");
            else if (Hangs)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token);
            else
                await ServeAsync(client.GetStream());
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client went, or the test is over.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var to = "";
        await SayAsync(stream, "220 loopback ESMTP");
        while (await reader.ReadLineAsync(stop.Token) is { } command)
        {
            switch (command.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync(stream, "250-loopback\r\n250 8BITMIME");
                    break;
                case "RCPT":
                    to = command.Split('<', '>')[1];
                    await SayAsync(stream, Mailboxes.GetValueOrDefault(to, "250 ok"));
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go on");
                    if (await ReadMessageAsync(reader) is not { } message)
                        return;
                    await TakeAsync(stream, to, message);
                    break;
                case "QUIT":
                    await SayAsync(stream, "221 bye");
                    return;
                default:
                    await SayAsync(stream, "250 ok");
                    break;
            }
        }
    }

    /// <summary>Null where the client went before its message was whole: it is not taken then (RFC 5321, 4.1.1.4).</summary>
    private async Task<byte[]?> ReadMessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            if (line == ".")
                return Encoding.Latin1.GetBytes(message.ToString());
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
        return null;
    }

    private async Task TakeAsync(NetworkStream stream, string to, byte[] message)
    {
        if (Refusal is null)
            taken.Enqueue((to, message));
        await SayAsync(stream, Refusal ?? "250 taken");
    }

    private Task SayAsync(NetworkStream stream, string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop.Token)
        .AsTask();
}
