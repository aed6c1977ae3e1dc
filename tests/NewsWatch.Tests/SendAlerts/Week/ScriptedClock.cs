using System.Globalization;

namespace NewsWatch.Tests.SendAlerts.Week;

/// <summary>A clock that several processes share through a file: it runs on by itself, and jumps when the script says so.</summary>
internal sealed class ScriptedClock(string folder) : TimeProvider
{
    private readonly string file = Path.Combine(folder, "clock");

    public override DateTimeOffset GetUtcNow()
    {
        var set = File.ReadAllText(file).Split(' ');
        var real = new DateTimeOffset(long.Parse(set[0], CultureInfo.InvariantCulture), TimeSpan.Zero);
        return new DateTimeOffset(long.Parse(set[1], CultureInfo.InvariantCulture), TimeSpan.Zero) + (System.GetUtcNow() - real);
    }

    public void Set(DateTimeOffset now)
    {
        var next = file + ".next";
        File.WriteAllText(next, $"{System.GetUtcNow().UtcTicks} {now.UtcTicks}");
        File.Move(next, file, overwrite: true);
    }
}
