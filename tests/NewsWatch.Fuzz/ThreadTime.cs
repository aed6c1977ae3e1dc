using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NewsWatch.Fuzz;

/// <summary>Processor time of this thread, which what else the machine does leaves alone; elsewhere than on Linux the time of the clock.</summary>
internal static class ThreadTime
{
    // CLOCK_THREAD_CPUTIME_ID of <time.h>.
    private const int ThreadClock = 3;

    private static readonly long Start = Stopwatch.GetTimestamp();

    /// <summary>What the thread has used.</summary>
    public static TimeSpan Now => OperatingSystem.IsLinux() && Read(ThreadClock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1_000)
        : Stopwatch.GetElapsedTime(Start);

    [DllImport("libc", EntryPoint = "clock_gettime", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Read(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
