using System.CommandLine;
using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.SecondReader;
using NewsWatch.Cli.Classify;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch classify</c>.</summary>
internal static class ClassifyCommand
{
    private static readonly Argument<string[]> Sources = new("sources")
    {
        Description =
            "Articles: addresses, pages (.html, .pdf), texts (title on the first line), or one file of records (.jsonl); - is standard input.",
        HelpName = "PATH|URL",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "File to write the verdicts of a file of records to, one a line; - is standard output.",
        HelpName = "OUT.jsonl",
    };

    private static readonly Option<bool> Why = new("--why")
    {
        Description = "Tell what was weighed: claims, parties, types and stages, what each observation counts, and the terms that others hide.",
    };

    public static Command Build()
    {
        var command = new Command("classify", "What agreements a text reports, and why.") { Sources, Output, Why };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        var sources = parse.GetValue(Sources)!;
        var output = parse.GetValue(Output);
        if (parse.GetValue(Why) && output is not null)
            throw new UsageException("--why writes to standard output; leave --output out.");
        if (sources is [var only] && !ArticleSource.IsAddress(only, out _))
        {
            var content = await InputFile.ReadAsync(only, cancellation);
            if (CorpusClassifier.IsCorpus(only, content))
            {
                await (parse.GetValue(Why)
                    ? CorpusClassifier.ExplainAsync(only, content, cancellation)
                    : CorpusClassifier.RunAsync(only, content, output, Screen.Of(parse), cancellation));
                return 0;
            }
            RefuseOutput(output);
            await ShowOneAsync(only, ArticleSource.Read(only, content, cancellation), parse, cancellation);
            return 0;
        }
        RefuseOutput(output);
        await using var workspace = Workspace.Open(parse);
        return await EachSource.RunAsync(sources, workspace.Screen, async source => await ShowAsync(
            source, await ArticleSource.ReadAsync(source, workspace, cancellation), parse.GetValue(Why), workspace, cancellation));
    }

    /// <summary>A text alone needs the rules and nothing else, unless settings are given: they may name a second reader, or be wrong.</summary>
    private static async Task ShowOneAsync(string source, ClassifierInput input, ParseResult parse, CancellationToken cancellation)
    {
        if (Settings.AreGiven(CommonOptions.DataFolder(parse)))
        {
            await using var workspace = Workspace.Open(parse);
            await ShowAsync(source, input, parse.GetValue(Why), workspace, cancellation);
            return;
        }
        var classifier = new AgreementClassifier();
        if (parse.GetValue(Why))
            await ExplainAsync(classifier, input, cancellation);
        else
            await PrintAsync(source, input, classifier.Classify(input), Screen.Of(parse));
    }

    private static void RefuseOutput(string? output)
    {
        if (output is not null)
            throw new UsageException("--output takes one file of records (.jsonl).");
    }

    private static async Task ShowAsync(string source, ClassifierInput input, bool why, Workspace workspace, CancellationToken cancellation)
    {
        var classifier = workspace.Get<AgreementClassifier>();
        if (why)
        {
            await ExplainAsync(classifier, input, cancellation);
            return;
        }
        var verdict = await workspace.Get<BorderlineReader>().ReadAsync(input, classifier.Classify(input), null, cancellation);
        await PrintAsync(source, input, verdict, workspace.Screen);
    }

    private static Task ExplainAsync(AgreementClassifier classifier, ClassifierInput input, CancellationToken cancellation)
        => Screen.Out.WriteAsync(Outside.Text(classifier.Explain(input)).AsMemory(), cancellation);

    private static async Task PrintAsync(string source, ClassifierInput input, Classification verdict, Screen screen)
    {
        if (screen.Json)
            await Screen.Out.WriteLineAsync(CorpusClassifier.Line(source, verdict, null, input));
        else
            VerdictPrinter.Print(screen.Prose(), input, verdict);
    }
}
