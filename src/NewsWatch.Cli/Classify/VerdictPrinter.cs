using System.Globalization;
using System.Text;
using NewsWatch.ClassifyArticle;
using NewsWatch.Cli.Output;
using Spectre.Console;

namespace NewsWatch.Cli.Classify;

/// <summary>Shows an article with the evidence marked in it, how it was read, what spoke against it, and the score.</summary>
internal static class VerdictPrinter
{
    private const string Proof = "bold black on yellow";
    private const string Doubt = "strikethrough grey";

    /// <summary>
    /// Prints one verdict. Without colours, evidence stands in brackets with the number of its agreement: <c>[1: signed]</c>.
    /// </summary>
    public static void Print(IAnsiConsole console, ClassifierInput input, Classification verdict)
    {
        if (input.Title.Length > 0)
            console.MarkupLine($"[bold]{Mark(console, input.Title, verdict, inTitle: true)}[/]");
        console.MarkupLine(Mark(console, input.Text, verdict, inTitle: false));
        console.WriteLine();
        var doubt = verdict is { Borderline: true, Flagged: false } ? ", worth a look" : "";
        console.MarkupLine(
            CultureInfo.InvariantCulture, "[bold]{0}[/]{1}, score {2:0.00}", ArticleStateWord.Of(verdict), doubt, verdict.Score);
        if (verdict.Second is { } second)
            console.WriteLine(Says(second));
        for (var i = 0; i < verdict.Agreements.Count; i++)
            PrintAgreement(console, i + 1, verdict.Agreements[i], input);
        foreach (var against in verdict.Against.DistinctBy(evidence => (evidence.Rule, Words(evidence, input))).Take(12))
            console.WriteLine($"  against: \"{Words(against, input)}\" ({against.Rule})");
    }

    private static string Says(SecondReading second) => second switch
    {
        { Why: { } why } => $"{second.Reader} does not count: {why}",
        { Agreement: not null } => $"{second.Reader}: an agreement, the first below",
        _ => $"{second.Reader}: no agreement",
    };

    private static void PrintAgreement(IAnsiConsole console, int number, FoundAgreement agreement, ClassifierInput input)
    {
        var date = agreement.Date is { } day ? $", {new ToldDay(day, agreement.DateGrain)}" : "";
        var background = agreement.Denies ? ", denied" : agreement.Background ? ", background" : "";
        console.WriteLine(
            $"{number}. {WireName.Of(agreement.Type)}, {string.Join(" and ", agreement.Parties)}, {WireName.Of(agreement.Stage)}{date}{background}:"
            + $" {Outside.Line(agreement.Name)}");
        foreach (var evidence in agreement.Evidence)
            console.WriteLine($"     \"{Words(evidence, input)}\" ({evidence.Rule})");
    }

    private static string Mark(IAnsiConsole console, string text, Classification verdict, bool inTitle)
    {
        var marks = verdict.Agreements
            .SelectMany(
                (agreement, at)
                    => agreement.Evidence.Select(
                        evidence => (evidence, label: (at + 1).ToString(CultureInfo.InvariantCulture), style: Proof)))
            .Concat(verdict.Against.Select(evidence => (evidence, label: "against", style: Doubt)))
            .Where(mark => mark.evidence.InTitle == inTitle)
            .OrderBy(mark => mark.evidence.Start).ThenByDescending(mark => mark.evidence.End);
        var marked = new StringBuilder();
        var at = 0;
        foreach (var (evidence, label, style) in marks)
        {
            if (evidence.Start < at)
                continue;
            var words = Markup.Escape(Outside.Text(text[evidence.Start..evidence.End]));
            marked.Append(Markup.Escape(Outside.Text(text[at..evidence.Start])))
                .Append(!console.Profile.Capabilities.Ansi ? $"[[{label}: {words}]]" : $"[{style}]{words}[/]");
            at = evidence.End;
        }

        return marked.Append(Markup.Escape(Outside.Text(text[at..]))).ToString();
    }

    private static string Words(Evidence evidence, ClassifierInput input) => Outside.Line(CorpusClassifier.Words(evidence, input));
}
