using System.Runtime.InteropServices;

namespace NewsWatch.Cli;

/// <summary>
/// Ctrl+C and SIGTERM: the command is asked to stop and given a while to do it cleanly; a second Ctrl+C, or one that is not heeded, ends
/// it.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>Long enough to give messages in work back, and to close what is open.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;
    private Timer? end;

    public Interruption()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Heed(signal, CommandLine.Interrupted));
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Heed(signal, CommandLine.Terminated));
    }

    /// <summary>Cancelled when the command is to stop.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>Exit code of the signal that came; null while none has.</summary>
    public int? Code { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
        end?.Dispose();
        stop.Dispose();
    }

    private void Heed(PosixSignalContext signal, int code)
    {
        signal.Cancel = true;
        if (Code is not null)
            Environment.Exit(code);
        Code = code;
        end = new Timer(_ => Environment.Exit(code), null, Patience, Timeout.InfiniteTimeSpan);
        stop.Cancel();
    }
}
