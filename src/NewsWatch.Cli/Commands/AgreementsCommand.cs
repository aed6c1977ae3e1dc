using System.CommandLine;
using NewsWatch.ClassifyArticle;
using NewsWatch.ClassifyArticle.Rereading;
using NewsWatch.Cli.Agreements;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;
using NewsWatch.Cli.Usage;
using NewsWatch.Review.Search;
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
    private static readonly Option<string?> Party = new("--party")
    {
        Description = "Only with this party: a name such as japan, or a code such as JP.",
    };
    private static readonly Option<string?> Stage = new("--stage") { Description = "Only at this stage, such as in-force." };
    private static readonly Option<string> By = new("--by")
    {
        Description = "Who does it.",
        DefaultValueFactory = _ => Environment.UserName,
    };
    private static readonly Option<bool> Stop = new("--stop") { Description = "Watch it no more." };
    private static readonly Option<bool> Yes = new("--yes")
    {
        Description = "Merge them even where their parties differ, without being asked.",
    };
    private static readonly Argument<string[]> Articles = new("article")
    {
        Description = "Ids of the articles to split off.",
        Arity = ArgumentArity.OneOrMore,
    };
    private static readonly Argument<string> List = new("FILE")
    {
        Description = "A CSV file with the columns name, type, parties, signed, in_force, ended, names, source; - is standard input.",
    };
    private static readonly Option<string?> Since = new("--since")
    {
        Description = "Only decisions from this day on.",
        HelpName = "YYYY-MM-DD",
    };

    public static Command Build() => new("agreements", "The ledger of agreements.")
    {
        Verb("list", "Every agreement with its stage.", ListAsync, Type, Party, Stage),
        Verb("show", "An agreement's timeline, with the sources and sentences behind each stage.", ShowAsync, Id),
        AgreementsExportCommand.Build(),
        Verb("rename", "Gives an agreement a name.", RenameAsync, Id, Name, By),
        Verb("merge", "Merges an agreement into another; later articles follow.", MergeAsync, Id, Other, By, Yes),
        Verb("split", "Splits what some articles tell off an agreement.", SplitAsync, Id, Articles, By),
        Undo(),
        Verb("watch", "Watches an agreement for somebody: it stands out on the review site.", WatchAsync, Id, By, Stop),
        Verb("import", "Takes your own list of known agreements as the baseline.", ImportAsync, List),
        Verb("rebuild", "Files every stored article again, as after a change of the baseline.", RebuildAsync),
        Verb("rules", "What each rule of the classifier cost in false alarms, by analysts' decisions.", RulesAsync, Since),
    };

    private static Command Verb(
        string name, string description, Func<ParseResult, CancellationToken, Task<int>> run, params Symbol[] symbols)
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

    private static Command Undo()
    {
        var command = Verb("unmerge", "Undoes the last merger or split of an agreement (also: undo).", UndoAsync, Id, By);
        command.Aliases.Add("undo");
        return command;
    }

    private static async Task<int> ListAsync(ParseResult parse, CancellationToken cancellation)
    {
        var type = Value<AgreementType>(parse, Type);
        var stage = Value<AgreementStage>(parse, Stage);
        var party = parse.GetValue(Party) is { } typed ? PartyCode(typed) : null;
        await using var workspace = Workspace.Open(parse);
        var records = new List<AgreementRecord>();
        await foreach (var record in workspace.Get<AgreementExport>().ReadAsync(cancellation))
            if ((type is null || record.Type == type) && (stage is null || record.Stage == stage)
                && (party is null || record.Parties.Any(one => one.Code == party)))
                records.Add(record);
        AgreementPrinter.List(
            [.. records.OrderByDescending(record => record.Since).ThenBy(record => record.Id, StringComparer.Ordinal)], workspace.Screen);
        if (records.Count == 0)
            workspace.Screen.Note(type is null && stage is null && party is null
                ? workspace.Empty("The ledger is empty.", "newswatch status shows what was read.")
                : workspace.Empty("No agreement fits.", "newswatch agreements list shows all."));
        return 0;
    }

    private static async Task<int> ShowAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var id = AgreementOf(parse, Id);
        var dossier = await workspace.Get<DossierStore>().ReadAsync(id, cancellation) ?? throw Unknown(id);
        AgreementPrinter.Show(dossier, workspace.Screen);
        return 0;
    }

    private static async Task<int> RenameAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse, creates: true);
        var outcome = await workspace.Get<DossierEditor>()
            .RenameAsync(AgreementOf(parse, Id), parse.GetValue(Name)!, parse.GetValue(By)!, cancellation);
        return Report(outcome, workspace);
    }

    private static async Task<int> MergeAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse, creates: true);
        var editor = workspace.Get<DossierEditor>();
        var (from, into, by) = (AgreementOf(parse, Id), AgreementOf(parse, Other), parse.GetValue(By)!);
        var outcome = await editor.MergeAsync(from, into, by, parse.GetValue(Yes), cancellation);
        if (outcome is DossierOutcome.OfOtherParties other)
        {
            var question = $"{from} is between {string.Join(", ", other.From)}, {into} between {string.Join(", ", other.Into)}.";
            if (Console.IsInputRedirected || Console.IsOutputRedirected)
                throw new UsageException($"{question} Say --yes to merge them all the same.");
            var prompt = $"{Markup.Escape(question)} Merge them all the same?";
            if (!await workspace.Screen.Prose().ConfirmAsync(prompt, defaultValue: false, cancellation))
            {
                workspace.Screen.Note("Nothing was merged.");
                return 0;
            }
            outcome = await editor.MergeAsync(from, into, by, ofOtherParties: true, cancellation);
        }
        return Report(outcome, workspace);
    }

    private static async Task<int> SplitAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse, creates: true);
        var outcome = await workspace.Get<DossierEditor>()
            .SplitAsync(AgreementOf(parse, Id), parse.GetValue(Articles)!, parse.GetValue(By)!, cancellation);
        return Report(outcome, workspace);
    }

    private static async Task<int> UndoAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse, creates: true);
        return Report(await workspace.Get<DossierEditor>().UndoAsync(AgreementOf(parse, Id), parse.GetValue(By)!, cancellation), workspace);
    }

    private static async Task<int> WatchAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse, creates: true);
        var begins = !parse.GetValue(Stop);
        var by = parse.GetValue(By)!;
        var outcome = await workspace.Get<DossierEditor>().WatchAsync(AgreementOf(parse, Id), by, begins, cancellation);
        var dossier = Changed(outcome);
        if (workspace.Json)
            AgreementPrinter.Show(dossier, workspace.Screen);
        else
            Screen.Out.WriteLine(
                Outside.Line(begins ? $"{by} watches {dossier.Id}, {dossier.Name}." : $"{by} watches {dossier.Id} no more."));
        return 0;
    }

    private static async Task<int> ImportAsync(ParseResult parse, CancellationToken cancellation)
    {
        var file = parse.GetValue(List)!;
        var content = await InputFile.ReadAsync(file, cancellation);
        await using var workspace = Workspace.Open(parse, creates: true);
        var list = await workspace.Get<KnownAgreementStore>().ImportAsync(content, cancellation);
        foreach (var fault in list.Faults)
            await Console.Error.WriteLineAsync(Outside.Line($"newswatch: {InputFile.NameOf(file)}, line {fault.Line}: {fault.What}."));
        if (list.Faults.Count > 0)
            throw new FailureException($"{InputFile.NameOf(file)} has {list.Faults.Count} faults: nothing was imported.");
        if (workspace.Json)
            JsonOutput.Write(json => json.WriteNumber("imported", list.Agreements.Count));
        else
            Screen.Out.WriteLine($"{list.Agreements.Count} known agreements imported.");
        workspace.Screen.Note("newswatch agreements rebuild applies them to what is filed already.");
        return 0;
    }

    private static async Task<int> RebuildAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse, creates: true);
        var tracker = workspace.Get<IStage<ArticleFlagged>>();
        var articles = workspace.Get<ArticleStore>();
        var count = await Meter.ShowAsync(workspace.Screen, "Filing articles", async meter =>
        {
            var ids = await articles.ListAsync(cancellation).ToListAsync(cancellation);
            meter.Expect(ids.Count);
            var filed = 0;
            foreach (var id in ids)
            {
                if (await articles.ReadSoundAsync(id, cancellation) is { } article
                    && (article.Classification is not null || article.Decisions.Count > 0))
                {
                    await tracker.HandleAsync(new(id, article.Content?.Hash ?? ""), cancellation);
                    filed++;
                }
                meter.Step();
            }
            return filed;
        });
        if (workspace.Json)
            JsonOutput.Write(json => json.WriteNumber("filed", count));
        else
            Screen.Out.WriteLine($"{count} articles filed again.");
        return 0;
    }

    private static async Task<int> RulesAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var costs = await workspace.Get<RuleReport>().ReadAsync(CommandDates.Day(parse, Since), cancellation);
        AgreementPrinter.Rules(costs, workspace.Screen);
        if (costs.Count == 0)
            workspace.Screen.Note(workspace.Empty("No decisions yet.", "They are made on the review site: newswatch run."));
        return 0;
    }

    private static int Report(DossierOutcome outcome, Workspace workspace)
    {
        AgreementPrinter.Show(Changed(outcome), workspace.Screen);
        return 0;
    }

    private static Dossier Changed(DossierOutcome outcome) => outcome switch
    {
        DossierOutcome.Changed changed => changed.Dossier,
        DossierOutcome.NotFound missing => throw Unknown(missing.Id),
        DossierOutcome.Refused refused => throw new FailureException(refused.Why),
        _ => throw new InvalidOperationException($"unknown outcome {outcome}"),
    };

    /// <summary>The code of a party as people type it.</summary>
    private static string PartyCode(string typed) => PartyNames.Find(typed) ?? throw new UsageException(
        $"--party {typed} is no party{Refusal.Hint(typed, PartyTable.All.Select(party => party.Name))} Give a name or a two-letter code.");

    private static string AgreementOf(ParseResult parse, Argument<string> argument)
    {
        var id = parse.GetValue(argument)!;
        var isId = id.Length is > 0 and <= 120
            && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
        return isId ? id : throw Unknown(id);
    }

    private static T? Value<T>(ParseResult parse, Option<string?> option)
        where T : struct, Enum
        => parse.GetValue(option) is not { } name
            ? null
            : WireName.Parse<T>(name) ?? throw new UsageException(
                $"{option.Name} {name} is none of {string.Join(", ", WireName.All<T>())}{Refusal.Hint(name, WireName.All<T>())}");

    private static FailureException Unknown(string id) => new($"There is no agreement {id}; newswatch agreements list shows them.");
}
