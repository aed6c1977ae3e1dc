using System.Globalization;
using Xunit.Abstractions;

namespace NewsWatch.Tests.Speed;

/// <summary>
/// A file beside this one with a line a stage: what it may cost, and why it costs more than it did. More than a twentieth above the line fails, and so
/// does a line that has become too high to notice anything; a new line comes with a note.
/// </summary>
/// <param name="Name">The file's.</param>
/// <param name="Unit">What is counted, the name of the second column.</param>
internal sealed record StageLines(string Name, string Unit)
{
    /// <summary>Set to 1, a test run writes the lines anew, without their notes.</summary>
    private const string Rewrite = "NEWSWATCH_WRITE_STAGES";

    private const double MostAbove = 1.05;
    private const double MostBelow = 0.8;

    private string File => Path.Combine(RepositoryFolder.Path, "tests/NewsWatch.Tests/Speed", Name);

    /// <summary>Fails where a stage is not within its line.</summary>
    public void Hold(IReadOnlyList<KeyValuePair<string, long>> measured, ITestOutputHelper output)
    {
        foreach (var (stage, count) in measured)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage}: {count} {Unit}"));
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
            System.IO.File.WriteAllLines(File, measured.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}\t{one.Value}\t")).Prepend($"stage\t{Unit}\tnote"));
        var lines = System.IO.File.ReadLines(File).Skip(1).Select(line => line.Split('\t')).ToDictionary(
            cells => cells[0], cells => long.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Assert.Equal(lines.Keys.Order(), measured.Select(one => one.Key).Order());
        Assert.All(measured, one => Assert.InRange(one.Value, (long)(lines[one.Key] * MostBelow), (long)(lines[one.Key] * MostAbove)));
    }
}
