using System.Net;
using System.Net.Sockets;

namespace NewsWatch.Cli.Hosting;

/// <summary>Address and port of the review site.</summary>
internal static class ListenAddress
{
    /// <summary>Ports looked through for a free one.</summary>
    private const int MostTried = 50;

    /// <summary>Reads <c>127.0.0.1:8420</c>.</summary>
    /// <exception cref="UsageException">It is no address and port.</exception>
    public static IPEndPoint Read(string listen)
        => IPEndPoint.TryParse(listen, out var parsed) && listen.Contains(':', StringComparison.Ordinal)
            ? parsed
            : throw new UsageException($"--listen is \"{listen}\", which is not an address and port such as {EmbeddedHost.DefaultListen}.");

    /// <summary>The address with the first free port from its own on, leaving one port out; itself where none is free.</summary>
    public static string FreeFrom(string listen, int but)
    {
        var first = Read(listen);
        for (var port = first.Port; port <= Math.Min(first.Port + MostTried, IPEndPoint.MaxPort); port++)
            if (port != but && IsFree(first.Address, port))
                return new IPEndPoint(first.Address, port).ToString();
        return listen;
    }

    /// <summary>Sees that the address can be listened on, before anything is done for it.</summary>
    /// <exception cref="FailureException">It cannot.</exception>
    public static void Check(string listen)
    {
        var endpoint = Read(listen);
        using var probe = new TcpListener(endpoint);
        try
        {
            probe.Start();
        }
        catch (SocketException failure)
        {
            throw Taken(listen, failure);
        }
    }

    /// <summary>That it cannot be listened on.</summary>
    public static FailureException Taken(string listen, Exception failure)
        => new(
            $"The review site cannot be served at {listen} ({Innermost(failure).Message.TrimEnd('.')})."
                + " Choose another port with --listen ADDRESS:PORT.",
            failure);

    private static Exception Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure;

    private static bool IsFree(IPAddress address, int port)
    {
        using var probe = new TcpListener(address, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
