using System.CommandLine;
using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.SecondReader;
using NewsWatch.Cli.Classify;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch classify</c>.</summary>
internal static class ClassifyCommand
{
    private static readonly Argument<string[]> Sources = new("sources")
    {
        Description = "Articles: addresses, pages (.html), texts (.txt, or - for standard input; the title on the first line), or a file of records (.jsonl).",
        HelpName = "PATH|URL",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "File to write the verdicts of a file of records to, one a line.",
        HelpName = "OUT.jsonl",
    };

    private static readonly Option<bool> Why = new("--why")
    {
        Description = "Tell what was weighed: the claims, parties, types and stages, what each observation counts, and the terms that others hide.",
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
        var why = parse.GetValue(Why);
        if (why && output is not null)
            throw new UsageException("--why writes to standard output; leave --output out.");
        if (sources is [var corpus] && corpus.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            await (why ? CorpusClassifier.ExplainAsync(corpus, cancellation) : CorpusClassifier.RunAsync(corpus, output, cancellation));
            return 0;
        }

        if (output is not null)
            throw new UsageException("--output takes one file of records (.jsonl).");
        await using var workspace = Workspace.Open(parse);
        var classifier = workspace.Get<AgreementClassifier>();
        var secondReader = workspace.Get<BorderlineReader>();
        foreach (var source in sources)
        {
            var input = await ArticleSource.ReadAsync(source, workspace, cancellation);
            if (why)
            {
                await Console.Out.WriteAsync(classifier.Explain(input).AsMemory(), cancellation);
                continue;
            }

            var verdict = await secondReader.ReadAsync(input, classifier.Classify(input), null, cancellation);
            if (workspace.Json)
                await Console.Out.WriteLineAsync(CorpusClassifier.Line(source, verdict, null));
            else
                VerdictPrinter.Print(Spectre.Console.AnsiConsole.Console, input, verdict);
        }

        return 0;
    }
}
