using System.CommandLine;
using NewsWatch.Cli.Articles;
using NewsWatch.Cli.Classify;
using NewsWatch.ExtractArticle.Archive;
using NewsWatch.PollFeeds.Addresses;
using NewsWatch.Review.Search;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch articles</c>: what was read, by the search of the review site.</summary>
internal static class ArticlesCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "Id of the article, as list shows it, or its address." };

    private static readonly Argument<string[]> Query = new("QUERY")
    {
        Description = "Words, \"phrases\", begin*, -without, and filters: party: type: stage: lang: state: standing: feed: after: before:",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Tab = new("--tab")
    {
        Description = $"Part of the inbox: {string.Join(", ", WireName.All<InboxTab>())}.",
        DefaultValueFactory = _ => WireName.Of(InboxTab.All),
    };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = "Most articles to show.",
        HelpName = "N",
        DefaultValueFactory = _ => 50,
    };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Delete them; they cannot be had back." };

    public static Command Build()
    {
        Tab.AcceptOnlyFromAmong([.. WireName.All<InboxTab>()]);
        Limit.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var count) && count is >= 1 and <= 100_000))
                result.AddError("--limit takes a number from 1 to 100000.");
        });
        var list = new Command("list", "The articles that were read, published last first.") { Tab, Limit };
        list.SetAction((parse, cancellation) => FindAsync(parse, "", cancellation));
        var search = new Command("search", "Articles by words and by what they tell, as on the review site.") { Query, Tab, Limit };
        search.SetAction((parse, cancellation) => FindAsync(parse, string.Join(' ', parse.GetValue(Query)!), cancellation));
        var show = new Command("show", "An article with the evidence marked in it.") { Id };
        show.SetAction(ShowAsync);
        var drop = new Command("drop-pages", "Delete an article's pages as fetched, packed ones too; its text stays.") { Id, Yes };
        drop.SetAction(DropPagesAsync);
        return new("articles", "The articles that were read: list, search and show them.") { list, search, show, drop };
    }

    private static async Task<int> FindAsync(ParseResult parse, string text, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var found = workspace.IsEmptyHanded
            ? new([], 0, [])
            : await workspace.Get<ArticleLookup>().FindAsync(
                text, WireName.Parse<InboxTab>(parse.GetValue(Tab))!.Value, parse.GetValue(Limit), cancellation);
        if (found.Faults is [var fault, ..])
            throw new UsageException(fault);
        if (workspace.Json)
            ArticleList.WriteJson(found);
        else
            ArticleList.Print(found, workspace.Screen);
        if (found.Total == 0)
            workspace.Screen.Note(workspace.Empty(
                "No article fits.", text.Length > 0 ? "newswatch articles list shows all." : "newswatch poll looks for some."));
        else if (found.Articles.Count < found.Total)
            workspace.Screen.Note($"{found.Articles.Count} of {found.Total}; --limit {found.Total} shows all.");
        return 0;
    }

    private static async Task<int> ShowAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var article = await ReadAsync(parse, workspace, cancellation);
        if (workspace.Json)
            ArticlePrinter.WriteJson(article);
        else
            ArticlePrinter.Print(article, workspace.Screen.Prose());
        return 0;
    }

    private static async Task<int> DropPagesAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var article = await ReadAsync(parse, workspace, cancellation);
        if (!parse.GetValue(Yes))
            throw new UsageException($"The pages of “{article.Content?.Title ?? article.Mentions[0].Title}” cannot be had back. Say --yes to delete them.");
        await workspace.Get<PageArchive>().RemoveAsync(article.Id, cancellation);
        workspace.Screen.Note($"No page of {article.Id} is kept any more.");
        return 0;
    }

    /// <exception cref="FailureException">There is no such article.</exception>
    private static async Task<Article> ReadAsync(ParseResult parse, Workspace workspace, CancellationToken cancellation)
    {
        var asked = parse.GetRequiredValue(Id);
        var id = ArticleSource.IsAddress(asked, out var address) ? ArticleId.Of(CanonicalAddress.Of(address)) : asked;
        var isId = id.Length is > 0 and <= 100 && id.All(char.IsAsciiLetterOrDigit);
        return isId && await workspace.Get<ArticleStore>().ReadAsync(id.ToLowerInvariant(), cancellation) is { } article
            ? article
            : throw new FailureException($"There is no article {asked}. newswatch articles list shows them.");
    }
}
