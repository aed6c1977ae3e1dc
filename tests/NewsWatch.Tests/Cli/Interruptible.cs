using System.Diagnostics;

namespace NewsWatch.Tests.Cli;

/// <summary>Programs that hear Ctrl+C although the tests themselves may be run where it is ignored, which children inherit: in the background, by a CI.</summary>
internal static class Interruptible
{
    /// <summary>How to start one.</summary>
    public static ProcessStartInfo Start(string program, IEnumerable<string> args)
        => OperatingSystem.IsLinux() ? new("env", ["--default-signal=INT", program, .. args]) : new(program, args);
}
