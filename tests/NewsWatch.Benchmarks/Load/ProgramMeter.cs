using System.Diagnostics;
using System.Globalization;

namespace NewsWatch.Benchmarks.Load;

/// <summary>What a running program holds and uses, as Linux tells it.</summary>
internal sealed class ProgramMeter(Process program)
{
    private const double TicksPerSecond = 100;

    private readonly List<double> held = [];

    /// <summary>The most that was ever resident, in MB, as the system keeps it.</summary>
    public double Peak { get; private set; }

    /// <summary>Processor time so far, user and system, in seconds.</summary>
    public double Processor { get; private set; }

    /// <summary>Resident memory at each look, in MB.</summary>
    public IReadOnlyList<double> Held => held;

    /// <summary>Looks once; false where the program has ended.</summary>
    public bool Look()
    {
        try
        {
            var status = File.ReadAllLines($"/proc/{Number(program.Id)}/status");
            held.Add(MegaBytes(status, "VmRSS:"));
            Peak = MegaBytes(status, "VmHWM:");
            // After the name in brackets: state is the first field, and user and system time are the 12th and 13th.
            var fields = File.ReadAllText($"/proc/{Number(program.Id)}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Processor = (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
            return true;
        }
        catch (Exception failure) when (failure is IOException or IndexOutOfRangeException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Means of what was held in each fifth of the time, in MB.</summary>
    public string Fifths() => string.Join(
        ", ", held.Chunk(Math.Max(1, (held.Count + 4) / 5)).Select(fifth => fifth.Average().ToString("0", CultureInfo.InvariantCulture)));

    private static double MegaBytes(string[] status, string key)
        => status.FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal)) is { } line
            ? double.Parse(line[key.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024
            : throw new IndexOutOfRangeException(key);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
