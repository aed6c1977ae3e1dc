using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NewsWatch.Tests.Review.Browser;

/// <summary>
/// A page of a site in a browser that notes every complaint, and every request that leaves the site. Keys are pressed only when the page
/// says that it takes them, and what leads to another page is waited for: a test says what must be, never how long it may take.
/// </summary>
internal sealed class DeskPage : IAsyncDisposable
{
    private static readonly string Screenshots = Path.Combine(AppContext.BaseDirectory, "screenshots");

    /// <summary>What hangs fails.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(2);

    private readonly bool script;
    private readonly List<string> complaints = [];

    private DeskPage(IPage page, bool script)
    {
        (Page, this.script) = (page, script);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsRefusal(message.Text))
                complaints.Add($"console: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"script: {error}");
        page.Context.Request += (_, request) =>
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

    /// <summary>Opens a page of a site.</summary>
    public static async Task<DeskPage> OpenAsync(
        Uri site, string address, int width = 1280, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        Chromium.SkipWithout();
        var page = await Chromium.OpenAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            TimezoneId = "Asia/Tokyo",
            ReducedMotion = ReducedMotion.Reduce,
        });
        var desk = new DeskPage(page, script);
        await desk.GotoAsync(address);
        return desk;
    }

    public async Task GotoAsync(string address) => await Page.GotoAsync(address);

    /// <summary>Shows the page at hand at another width or in other colours.</summary>
    public async Task ShowAsync(int width, ColorScheme scheme)
    {
        await Page.SetViewportSizeAsync(width, 900);
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
    }

    /// <summary>Presses a key once its taker is ready for it.</summary>
    public async Task PressAsync(string key, KeyTaker taker = KeyTaker.Page)
    {
        await TakenByAsync(taker);
        await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses a key that leads to another page, and waits until that is here.</summary>
    public Task FollowAsync(string key, KeyTaker taker = KeyTaker.Page) => LeaveAsync(() => PressAsync(key, taker));

    /// <summary>Presses what leads to another page, and waits until that is here.</summary>
    public Task FollowAsync(ILocator control) => LeaveAsync(() => control.ClickAsync());

    /// <summary>Writes into what has the focus.</summary>
    public async Task WriteAsync(string words)
    {
        await TakenByAsync(KeyTaker.Page);
        await Page.Keyboard.TypeAsync(words);
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Summary(string words) => Page.Locator("summary").Filter(new() { HasText = words });

    /// <summary>A row of the inbox.</summary>
    public ILocator Row(string words) => Page.Locator("ol.inbox > li").Filter(new() { HasText = words });

    /// <summary>Waits until the page shows these words.</summary>
    public Task SeesAsync(string words) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(words, new() { UseInnerText = true });

    /// <summary>Waits until the page does not show these words.</summary>
    public Task SeesNotAsync(string words) => Assertions.Expect(Page.Locator("main")).Not.ToContainTextAsync(words, new() { UseInnerText = true });

    /// <summary>Waits until what has the focus reads so.</summary>
    public Task FocusedAsync(string words) => Assertions.Expect(Page.Locator(":focus")).ToHaveTextAsync(words);

    /// <summary>Nothing was complained of, and nothing lies beyond the right edge.</summary>
    public async Task AssertQuietAsync(string name)
    {
        Assert.True(complaints.Count == 0, $"{name}: {string.Join("; ", complaints)}");
        var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name}: {overflow} px lie beyond the right edge of {Page.ViewportSize!.Width}");
    }

    /// <summary>No violation of WCAG 2.2 A and AA, as far as a program can tell; where script is off it can tell nothing, for it waits by the page's own clock.</summary>
    public async Task AssertAccessibleAsync(string name)
    {
        if (!script)
            return;
        var result = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            ResultTypes = [ResultType.Violations],
        }).WaitAsync(LongestLook);
        Assert.True(
            result.Violations.Length == 0,
            $"{name}: {string.Join("; ", result.Violations.Select(one => $"{one.Id} at {string.Join(", ", one.Nodes.Take(4).Select(node => $"{node.Target} {node.Html}"))}"))}");
    }

    /// <summary>
    /// The page at hand is quiet, accessible and within its width, on a phone and on a desk, light and dark; a picture is kept of each. It
    /// ends as wide as it began.
    /// </summary>
    public async Task LookAsync(string name)
    {
        var begun = Page.ViewportSize!.Width;
        foreach (var (width, scheme, farthest) in new[] { (390, ColorScheme.Light, 320), (1280, ColorScheme.Dark, 3840) })
        {
            await ShowAsync(width, scheme);
            await AssertQuietAsync($"{name} at {width}");
            await AssertAccessibleAsync($"{name} at {width}, {scheme}");
            foreach (var shown in new[] { scheme, scheme == ColorScheme.Light ? ColorScheme.Dark : ColorScheme.Light })
            {
                await ShowAsync(width, shown);
                await KeepAsync($"{name}-{width}-{(shown == ColorScheme.Dark ? "dark" : "light")}");
            }
            await ShowAsync(farthest, scheme);
            await AssertQuietAsync($"{name} at {farthest}");
        }
        await ShowAsync(begun, ColorScheme.Light);
    }

    /// <summary>Keeps a picture of the whole page beside the tests.</summary>
    public async Task KeepAsync(string name)
    {
        Directory.CreateDirectory(Screenshots);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, $"{name}.png"), FullPage = true });
    }

    public ValueTask DisposeAsync() => Page.Context.DisposeAsync();

    private async Task TakenByAsync(KeyTaker taker)
    {
        if (script)
            await Page.Locator($"html[data-keys={(taker == KeyTaker.Page ? "page" : "dialog")}]").WaitForAsync();
    }

    /// <summary>The page at hand is marked: what has no mark is another.</summary>
    private async Task LeaveAsync(Func<Task> act)
    {
        await Page.EvaluateAsync("() => { document.documentElement.dataset.left = ''; }");
        await act();
        await Page.Locator("html:not([data-left])").WaitForAsync();
        await Page.WaitForLoadStateAsync();
    }

    // A form that is refused is answered with its status, which the browser writes to its console.
    private static bool IsRefusal(string text) => text.Contains("status of 422", StringComparison.Ordinal) || text.Contains("status of 404", StringComparison.Ordinal);
}
