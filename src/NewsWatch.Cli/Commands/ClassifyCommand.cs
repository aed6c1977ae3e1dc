using System.CommandLine;
using NewsWatch.Cli.Classify;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch classify</c>.</summary>
internal static class ClassifyCommand
{
    private static readonly Argument<string[]> Sources = new("sources")
    {
        Description = "Articles: addresses, pages (.html) or texts (.txt); or one file of records (.jsonl) with --output.",
        HelpName = "PATH|URL",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "Classify a file of records without a network and write one line each to this file.",
        HelpName = "OUT.jsonl",
    };

    public static Command Build()
    {
        var command = new Command("classify", "What agreements a text reports, and why.") { Sources, Output };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        var sources = parse.GetValue(Sources)!;
        if (parse.GetValue(Output) is not { } output)
            throw new UsageException("classify wants --output OUT.jsonl with a file of records.");
        if (sources is not [var corpus])
            throw new UsageException("classify with --output takes one file of records (.jsonl).");
        await CorpusClassifier.RunAsync(corpus, output, cancellation);
        return 0;
    }
}
