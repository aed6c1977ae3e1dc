using System.Text;

namespace NewsWatch.Tests.Docs;

/// <summary>A command that a page tells its reader to run.</summary>
/// <param name="Page">Path of the page, from the checkout's root.</param>
/// <param name="Line">Number of its line there.</param>
/// <param name="Text">The command, without its comment.</param>
internal sealed record PageCommand(string Page, int Line, string Text)
{
    private const string FromSource = "dotnet run --project src/NewsWatch.Cli -- ";

    /// <summary>Beginnings of the commands that a test cannot run, and why.</summary>
    private static readonly (string Beginning, string Why)[] NotHere =
    [
        ("tests/run.sh", "runs this test"),
        ("dotnet format", "is a step of .ci/run"),
        ("scripts/publish.sh", "downloads the runtimes of four platforms"),
        ("cp src/NewsWatch.Functions/", "writes into the checkout"),
        ("npx azurite", "is tests/azurite.sh in a test"),
        ("dotnet run --project src/NewsWatch.Functions", "needs Azure Functions Core Tools; what it starts is looked at in DotnetRunTests"),
        ("dotnet build src/NewsWatch.Functions", "is a step of tests/run.sh"),
        ("func ", "needs Azure Functions Core Tools"),
        ("cd src/NewsWatch.Functions", "is for the func that follows"),
        ("az ", "needs an Azure subscription"),
        ("azd ", "needs an Azure subscription, and azd"),
        ("azcopy ", "needs two storage accounts; RestoreDrillTests does the same over Azurite"),
        ("export NewsWatchStorage", "names an account in Azure"),
        ("git pull", "changes the checkout"),
        ("docker ", "needs a container engine"),
        ("infra/container/publish.sh", "publishes for minutes"),
        ("scripts/measure-day.sh", "takes an hour"),
        ("scripts/measure-growth.sh", "fills stores for minutes"),
        ("scripts/measure-start.sh", "compares programs that are published for it"),
        ("NEWSWATCH_SCALE=long", "takes minutes, and a machine to itself"),
        ("sudo ", "changes the machine"),
    ];

    /// <summary>Every reason not to run a command.</summary>
    public static IEnumerable<string> Reasons => NotHere.Select(one => one.Why);

    /// <summary>Why a test cannot run it; null where it can.</summary>
    public string? WhyNotHere => NotHere.FirstOrDefault(one => Text.StartsWith(one.Beginning, StringComparison.Ordinal)).Why;

    /// <summary>Where it is told, for a failure.</summary>
    public string Place => $"{Page}:{Line}: {Text}";

    /// <summary>What is given to <c>newswatch</c>; null where it is another program's.</summary>
    public IReadOnlyList<string>? Arguments => Text.StartsWith("newswatch ", StringComparison.Ordinal) ? Split(Text["newswatch ".Length..])
        : Text.StartsWith(FromSource, StringComparison.Ordinal) ? Split(Text[FromSource.Length..])
        : null;

    /// <summary>The commands of every block that is marked as <c>sh</c>, the README's first.</summary>
    public static IReadOnlyList<PageCommand> All()
        => [.. Markdown.Pages().OrderBy(page => page == "README.md" ? "" : page, StringComparer.Ordinal)
            .SelectMany(page => Markdown.Fenced(page, "sh").Select(line => new PageCommand(page, line.Line, Bare(line.Text))))
            .Where(command => command.Text.Length > 0)];

    /// <summary>Words parted by spaces, as a shell parts them; quotes keep a word together.</summary>
    internal static IReadOnlyList<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        foreach (var letter in text + ' ')
            if (quote != '\0' ? letter == quote : letter is '\'' or '"')
                quote = quote == '\0' ? letter : '\0';
            else if (letter == ' ' && quote == '\0')
            {
                if (word.Length > 0)
                    words.Add(word.ToString());
                word.Clear();
            }
            else
                word.Append(letter);
        return words;
    }

    private static string Bare(string line)
    {
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? line : line[..comment]).Trim();
    }
}
