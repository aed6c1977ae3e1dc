using NewsWatch.Cli.Output;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Export;
using Spectre.Console;

namespace NewsWatch.Cli.Agreements;

/// <summary>An agreement's life as a timeline on the terminal.</summary>
internal sealed class TimelinePrinter(IAnsiConsole console)
{
    private const int MostSources = 8;

    public void Print(Dossier dossier, AgreementRecord record)
    {
        console.Write(Styled($"{record.Name}: {AgreementPrinter.Names(record)}", new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.Write(AgreementPrinter.Text($"{WireName.Of(record.Type)}   {record.Id}{Aliases(record)}"));
        console.WriteLine();
        console.WriteLine();
        if (dossier.Known is { } known)
            console.Write(Line(
                $"known as {known.Name}{Known("signed", known.Signed)}{Known("in force", known.InForce)}{Known("ended", known.Ended)}"));
        foreach (var stage in record.Stages)
            Print(stage, ReferenceEquals(stage, record.Stages[^1]));
        if (record.Stages.Count == 0)
            console.WriteLine("No article stands for it.");
        Print("Contradictions", record.Contradictions);
        Print("Not standing", record.NotStanding);
        foreach (var change in dossier.Changes)
            console.Write(Line($"{change.At:yyyy-MM-dd}  {WireName.Of(change.Kind)} by {change.By}: {change.From} → {change.To}"));
    }

    private void Print(StageRecord stage, bool current)
    {
        var style = current ? new Style(Color.Green, decoration: Decoration.Bold) : Style.Plain;
        var day = (stage.Told + (stage.SinceIsStated ? " " : "~")).PadRight("yyyy-MM-dd~".Length);
        console.Write(Styled($"{(current ? "●" : "○")} {day} {WireName.Of(stage.Stage)}", style));
        console.Write(AgreementPrinter.Text($"  ({AgreementPrinter.Origins(stage)}{(stage.News ? "" : ", from passing mentions")})"));
        console.WriteLine();
        if (stage.DisputedDates.Count > 0)
            console.Write(Line($"│   dates differ: {string.Join(", ", stage.DisputedDates.Select(Times.Day))}"));
        foreach (var source in stage.Sources.Take(MostSources))
            Print(source);
        if (stage.Sources.Count > MostSources)
            console.Write(Line($"│   and {stage.Sources.Count - MostSources} more; --json has them all"));
        console.Write(Line("│"));
    }

    private void Print(string heading, IReadOnlyList<SourceRecord> sources)
    {
        if (sources.Count == 0)
            return;
        console.Write(Styled(heading, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        foreach (var source in sources)
        {
            console.Write(Line(
                $"{Times.Day(source.ReportedOn)}  {WireName.Of(source.Stage)}, {WireName.Of(source.Standing)}{Word(source)}"));
            Print(source);
        }
    }

    private void Print(SourceRecord source)
    {
        var passing = source.Background ? ", in passing" : "";
        console.Write(Line($"│   {WireName.Of(source.Rank)}: {source.Title} ({Times.Day(source.ReportedOn)}{passing})"));
        console.Write(Line($"│     {source.Address.AbsoluteUri}"));
        foreach (var sentence in source.Evidence)
            console.Write(Line($"│     “{sentence}”"));
    }

    private static string Known(string what, ToldDay? day) => day is { } told ? $", {what} {told}" : "";

    private static string Aliases(AgreementRecord record)
        => record.Aliases.Count == 0 ? "" : $"   (also {string.Join(", ", record.Aliases)})";

    private static string Word(SourceRecord source)
        => source.Decision is { } decision ? $" by {decision.By}{(decision.Reason.Length > 0 ? $": {decision.Reason}" : "")}" : "";

    private static Rows Line(string text) => new(AgreementPrinter.Text(text));

    private static Spectre.Console.Text Styled(string text, Style style) => new(Outside.Line(text), style);
}
