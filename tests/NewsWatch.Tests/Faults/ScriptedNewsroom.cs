using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsWatch.Tests.Fetching;

namespace NewsWatch.Tests.Faults;

/// <summary>
/// Two feeds over three passes: a signing that both report, talks between others, what is no news of agreements, a page that is gone and,
/// later, the ratification, a page that was edited, and an article that takes a report back.
/// </summary>
internal sealed class ScriptedNewsroom : IAsyncDisposable
{
    private static readonly DateTimeOffset Day = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, (string Title, string[] Text)> Pages = new()
    {
        ["/harbour/lisbon"] = ("Portugal and Japan sign logistics pact",
        [
            "Portugal and Japan signed an acquisition and cross-servicing agreement in Lisbon on Monday, after two years of talks about fuel and spare parts.",
            "Both parliaments must still approve it before it can enter into force, said the two defence ministers at the harbour.",
        ]),
        ["/courier/supplies"] = ("Lisbon: supplies for two navies",
        [
            "The defence ministers of Japan and Portugal on Monday signed an acquisition and cross-servicing agreement that lets their ships share fuel.",
            "The ceremony in Lisbon lasted a quarter of an hour, and neither minister took questions from the press that had gathered.",
        ]),
        ["/harbour/nairobi"] = ("Kenya and France open talks",
        [
            "Kenya and France have begun negotiations on a status of forces agreement, the Kenyan defence ministry said on Monday in Nairobi.",
            "A second round is planned for May. Some two hundred French soldiers train with Kenyan units in the north of the country each year.",
        ]),
        ["/courier/regatta"] = ("Regatta draws a crowd",
        [
            "Forty thousand people watched the regatta in the bay on Sunday, the largest crowd since the race was founded eighty years ago.",
            "The winning crew of the naval academy crossed the line a length ahead of the dockworkers, who had led until the last buoy.",
        ]),
        ["/courier/parliament"] = ("Parliament approves pact with Japan",
        [
            "The Portuguese parliament on Wednesday ratified the acquisition and cross-servicing agreement with Japan that was signed in Lisbon.",
            "All parties but one voted in favour. The Japanese Diet is expected to vote on the agreement before its summer recess in June.",
        ]),
        ["/harbour/oslo"] = ("Norway and Canada sign on secrets",
        [
            "Norway and Canada signed a general security of information agreement in Oslo on Tuesday, the Norwegian ministry of defence announced.",
            "It governs how classified documents are kept and handed on, and replaces an exchange of letters of the year 1996.",
        ]),
    };

    private readonly LoopbackServer server;
    private int pass = 1;

    private ScriptedNewsroom(LoopbackServer server) => this.server = server;

    /// <summary>Addresses of the feeds.</summary>
    public IEnumerable<Uri> Feeds => [server.At("/harbour.xml"), server.At("/courier.xml")];

    /// <summary>Entries that the feeds have together at the first pass.</summary>
    public static int EntriesAtFirst => 4;

    /// <summary>Passes there are.</summary>
    public static int Passes => 3;

    public static async Task<ScriptedNewsroom> StartAsync()
    {
        ScriptedNewsroom? newsroom = null;
        var server = await LoopbackServer.StartAsync(context => newsroom!.AnswerAsync(context));
        return newsroom = new(server);
    }

    /// <summary>When a pass is, by the newsroom's calendar.</summary>
    public static DateTimeOffset At(int pass) => Day.AddHours(4 + (2 * pass));

    /// <summary>From now on the feeds and pages are those of a pass, from 1.</summary>
    public void Turn(int to) => pass = to;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path == "/harbour.xml")
            return FeedAsync(context, pass < 3 ? ["/harbour/lisbon", "/harbour/nairobi", "/harbour/gone"] : ["/harbour/oslo", "/harbour/lisbon"]);
        if (path == "/courier.xml")
            return FeedAsync(context, pass < 2 ? ["/courier/regatta"] : pass < 3 ? ["/courier/supplies", "/courier/regatta"]
                : ["/courier/parliament", "/courier/supplies"]);
        if (!Pages.TryGetValue(path, out var page))
        {
            context.Response.StatusCode = path == "/harbour/gone" ? 410 : 404;
            return Task.CompletedTask;
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!doctype html><html lang="en"><head><title>{Title(path)}</title></head><body><main><article><h1>{Title(path)}</h1>
            {string.Concat(page.Text.Select(paragraph => $"<p>{paragraph}</p>"))}</article></main></body></html>
            """);
    }

    private string Title(string path)
        => Pages.TryGetValue(path, out var page) ? pass == 3 && path == "/harbour/lisbon" ? page.Title + " (updated)" : page.Title : "Harbour works";

    private Task FeedAsync(HttpContext context, string[] entries)
    {
        context.Response.ContentType = "application/rss+xml";
        var items = entries.Select((path, index) => string.Create(CultureInfo.InvariantCulture, $"""
            <item><title>{Title(path)}</title><link>{server.At(path)}</link><guid>{path}</guid><pubDate>{Day.AddHours(index):R}</pubDate></item>
            """));
        return context.Response.WriteAsync(
            $"""<rss version="2.0"><channel><title>{context.Request.Path.Value![1..^4]}</title>{string.Concat(items)}</channel></rss>""");
    }
}
