using System.CommandLine;
using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Rereading;
using NewsWatch.Cli.Agreements;
using NewsWatch.TrackAgreement;
using NewsWatch.TrackAgreement.Export;
using NewsWatch.TrackAgreement.Known;
using Spectre.Console;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch agreements</c>.</summary>
internal static class AgreementsCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "Id of the agreement, as list shows it." };
    private static readonly Argument<string> Other = new("into") { Description = "Id of the agreement that stays." };
    private static readonly Argument<string> Name = new("name") { Description = "The new name; empty for the one the articles use." };
    private static readonly Option<string?> Type = new("--type") { Description = "Only of this type, such as acsa." };
    private static readonly Option<string?> Party = new("--party") { Description = "Only with this party, such as JP." };
    private static readonly Option<string?> Stage = new("--stage") { Description = "Only at this stage, such as in-force." };
    private static readonly Option<string> By = new("--by") { Description = "Who does it.", DefaultValueFactory = _ => Environment.UserName };
    private static readonly Option<string?> Output = new("--output") { Description = "File to write; standard output without it.", HelpName = "FILE" };
    private static readonly Option<string> Format = new("--format") { Description = "csv, jsonl or stix.", Required = true };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Merge them even where their parties differ, without being asked." };
    private static readonly Argument<string[]> Articles = new("article") { Description = "Ids of the articles to split off.", Arity = ArgumentArity.OneOrMore };
    private static readonly Argument<string> List = new("FILE") { Description = "A CSV file with the columns name, type, parties, signed, in_force, ended, names, source." };
    private static readonly Option<string?> Since = new("--since") { Description = "Only decisions from this day on.", HelpName = "YYYY-MM-DD" };

    public static Command Build() => new("agreements", "The ledger of agreements.")
    {
        Verb("list", "Every agreement with its stage.", ListAsync, Type, Party, Stage),
        Verb("show", "An agreement's timeline, with the sources and sentences behind each stage.", ShowAsync, Id),
        Verb("export", "The whole ledger as CSV (a row a dyad and stage), JSON Lines or STIX 2.1.", ExportAsync, Format, Output),
        Verb("rename", "Gives an agreement a name.", RenameAsync, Id, Name, By),
        Verb("merge", "Merges an agreement into another; later articles follow.", MergeAsync, Id, Other, By, Yes),
        Verb("split", "Splits what some articles tell off an agreement.", SplitAsync, Id, Articles, By),
        Verb("undo", "Undoes the last merger or split of an agreement.", UndoAsync, Id, By),
        Verb("import", "Takes your own list of known agreements as the baseline.", ImportAsync, List),
        Verb("rebuild", "Files every stored article again, as after a change of the baseline.", RebuildAsync),
        Verb("rules", "What each rule of the classifier cost in false alarms, by analysts' decisions.", RulesAsync, Since),
    };

    private static Command Verb(string name, string description, Func<ParseResult, CancellationToken, Task<int>> run, params Symbol[] symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
            if (symbol is Argument argument)
                command.Arguments.Add(argument);
            else if (symbol is Option option)
                command.Options.Add(option);
        command.SetAction(run);
        return command;
    }

    private static async Task<int> ListAsync(ParseResult parse, CancellationToken cancellation)
    {
        var type = Value<AgreementType>(parse, Type);
        var stage = Value<AgreementStage>(parse, Stage);
        var party = parse.GetValue(Party)?.ToUpperInvariant();
        await using var workspace = Workspace.Open(parse);
        var records = new List<AgreementRecord>();
        await foreach (var record in workspace.Get<AgreementExport>().ReadAsync(cancellation))
            if ((type is null || record.Type == type) && (stage is null || record.Stage == stage)
                && (party is null || record.Parties.Any(one => one.Code == party)))
                records.Add(record);
        AgreementPrinter.List([.. records.OrderByDescending(record => record.Since).ThenBy(record => record.Id, StringComparer.Ordinal)], workspace.Json);
        return 0;
    }

    private static async Task<int> ShowAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var id = AgreementOf(parse, Id);
        var dossier = await workspace.Get<DossierStore>().ReadAsync(id, cancellation) ?? throw Unknown(id);
        AgreementPrinter.Show(dossier, workspace.Json);
        return 0;
    }

    private static async Task<int> ExportAsync(ParseResult parse, CancellationToken cancellation)
    {
        var format = WireName.Parse<ExportFormat>(parse.GetValue(Format)) ?? throw new UsageException("--format is csv, jsonl or stix.");
        await using var workspace = Workspace.Open(parse);
        var export = workspace.Get<AgreementExport>();
        if (parse.GetValue(Output) is not { } file)
        {
            await using var console = Console.OpenStandardOutput();
            await export.WriteAsync(console, format, cancellation);
            return 0;
        }
        // Beside it first: nothing half-written takes the place of an earlier export.
        var draft = file + ".part";
        try
        {
            await using (var stream = File.Create(draft))
                await export.WriteAsync(stream, format, cancellation);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be written ({failure.Message}). Choose another with --output.", failure);
        }
        return 0;
    }

    private static async Task<int> RenameAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var outcome = await workspace.Get<DossierEditor>()
            .RenameAsync(AgreementOf(parse, Id), parse.GetValue(Name)!, parse.GetValue(By)!, cancellation);
        return Report(outcome, workspace);
    }

    private static async Task<int> MergeAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var editor = workspace.Get<DossierEditor>();
        var (from, into, by) = (AgreementOf(parse, Id), AgreementOf(parse, Other), parse.GetValue(By)!);
        var outcome = await editor.MergeAsync(from, into, by, parse.GetValue(Yes), cancellation);
        if (outcome is DossierOutcome.OfOtherParties other)
        {
            var question = $"{from} is between {string.Join(", ", other.From)}, {into} between {string.Join(", ", other.Into)}.";
            if (Console.IsInputRedirected || Console.IsOutputRedirected)
                throw new UsageException($"{question} Say --yes to merge them all the same.");
            if (!await AnsiConsole.ConfirmAsync($"{Markup.Escape(question)} Merge them all the same?", defaultValue: false, cancellation))
                return 0;
            outcome = await editor.MergeAsync(from, into, by, ofOtherParties: true, cancellation);
        }
        return Report(outcome, workspace);
    }

    private static async Task<int> SplitAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var outcome = await workspace.Get<DossierEditor>()
            .SplitAsync(AgreementOf(parse, Id), parse.GetValue(Articles)!, parse.GetValue(By)!, cancellation);
        return Report(outcome, workspace);
    }

    private static async Task<int> UndoAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        return Report(await workspace.Get<DossierEditor>().UndoAsync(AgreementOf(parse, Id), parse.GetValue(By)!, cancellation), workspace);
    }

    private static async Task<int> ImportAsync(ParseResult parse, CancellationToken cancellation)
    {
        var file = parse.GetValue(List)!;
        byte[] content;
        try
        {
            content = await File.ReadAllBytesAsync(file, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be read ({failure.Message}).", failure);
        }
        await using var workspace = Workspace.Open(parse);
        var list = await workspace.Get<KnownAgreementStore>().ImportAsync(content, cancellation);
        foreach (var fault in list.Faults)
            await Console.Error.WriteLineAsync($"{file}, line {fault.Line}: {fault.What}.");
        if (list.Faults.Count > 0)
            throw new UsageException($"{file} has {list.Faults.Count} faults: nothing was imported.");
        Console.WriteLine($"{list.Agreements.Count} known agreements imported. newswatch agreements rebuild applies them to what is filed already.");
        return 0;
    }

    private static async Task<int> RebuildAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var tracker = workspace.Get<IStage<ArticleFlagged>>();
        var count = 0;
        await foreach (var id in workspace.Get<ArticleStore>().ListAsync(cancellation))
            if (await workspace.Get<ArticleStore>().ReadAsync(id, cancellation) is { } article && (article.Classification is not null || article.Decisions.Count > 0))
            {
                await tracker.HandleAsync(new(id, article.Content?.Hash ?? ""), cancellation);
                count++;
            }
        Console.WriteLine($"{count} articles filed again.");
        return 0;
    }

    private static async Task<int> RulesAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var costs = await workspace.Get<RuleReport>().ReadAsync(CommandDates.Day(parse, Since), cancellation);
        AgreementPrinter.Rules(costs, workspace.Json);
        return 0;
    }

    private static int Report(DossierOutcome outcome, Workspace workspace)
    {
        switch (outcome)
        {
            case DossierOutcome.Changed changed:
                AgreementPrinter.Show(changed.Dossier, workspace.Json);
                return 0;
            case DossierOutcome.NotFound missing:
                throw Unknown(missing.Id);
            case DossierOutcome.Refused refused:
                throw new UsageException(refused.Why);
            default:
                throw new InvalidOperationException($"unknown outcome {outcome}");
        }
    }

    private static string AgreementOf(ParseResult parse, Argument<string> argument)
    {
        var id = parse.GetValue(argument)!;
        return id.Length is > 0 and <= 120 && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') ? id : throw Unknown(id);
    }

    private static T? Value<T>(ParseResult parse, Option<string?> option)
        where T : struct, Enum
        => parse.GetValue(option) is not { } name
            ? null
            : WireName.Parse<T>(name) ?? throw new UsageException($"{option.Name} {name}: choose of {string.Join(", ", WireName.All<T>())}.");

    private static UsageException Unknown(string id) => new($"There is no agreement {id}; newswatch agreements list shows them.");
}
