using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NewsWatch.Tests.Review.Browser;

/// <summary>A page of the site in a browser that notes every complaint, and every request that leaves the site.</summary>
internal sealed class DeskPage : IAsyncDisposable
{
    private static readonly string Screenshots = Path.Combine(AppContext.BaseDirectory, "screenshots");

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    public DeskPage(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsRefusal(message.Text))
                complaints.Add($"console: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"script: {error}");
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal))
                complaints.Add($"request: {request.Url}");
        };
        page.Dialog += (_, dialog) =>
        {
            complaints.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public async Task GotoAsync(string address) => await Page.GotoAsync(address);

    public Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Summary(string words) => Page.Locator("summary").Filter(new() { HasText = words });

    /// <summary>Waits until the page shows these words.</summary>
    public Task SeesAsync(string words) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(words, new() { UseInnerText = true });

    /// <summary>Waits until the page does not show these words.</summary>
    public Task SeesNotAsync(string words) => Assertions.Expect(Page.Locator("main")).Not.ToContainTextAsync(words, new() { UseInnerText = true });

    /// <summary>Nothing was complained of, and nothing lies beyond the right edge.</summary>
    public async Task AssertQuietAsync(string name)
    {
        Assert.True(complaints.Count == 0, $"{name}: {string.Join("; ", complaints)}");
        var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name}: {overflow} px lie beyond the right edge of {Page.ViewportSize!.Width}");
    }

    /// <summary>No violation of WCAG 2.2 A and AA, as far as a program can tell.</summary>
    public async Task AssertAccessibleAsync(string name)
    {
        var result = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        Assert.True(
            result.Violations.Length == 0,
            $"{name}: {string.Join("; ", result.Violations.Select(one => $"{one.Id} at {string.Join(", ", one.Nodes.Take(4).Select(node => $"{node.Target} {node.Html}"))}"))}");
    }

    /// <summary>Keeps a picture of the whole page beside the tests.</summary>
    public async Task KeepAsync(string name)
    {
        Directory.CreateDirectory(Screenshots);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, $"{name}.png"), FullPage = true });
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    // A form that is refused is answered with its status, which the browser writes to its console.
    private static bool IsRefusal(string text) => text.Contains("status of 422", StringComparison.Ordinal) || text.Contains("status of 404", StringComparison.Ordinal);
}
