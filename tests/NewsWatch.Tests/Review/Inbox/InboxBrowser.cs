using System.Globalization;
using Microsoft.Playwright;

namespace NewsWatch.Tests.Review.Inbox;

/// <summary>A browser at a site, which notes every error of its console and every request that is not the site's own.</summary>
internal sealed class InboxBrowser : IAsyncDisposable
{
    public const string Chromium = "/usr/bin/chromium";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private InboxBrowser(IPlaywright playwright, IBrowser browser, IPage page)
    {
        this.playwright = playwright;
        this.browser = browser;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Errors.Add(message.Text);
        };
        page.PageError += (_, error) => Errors.Add(error);
    }

    public IPage Page { get; }

    public List<string> Errors { get; } = [];

    public static async Task<InboxBrowser> OpenAsync(TestSite site, bool script = true, int width = 1280, bool dark = false)
    {
        Skip.IfNot(File.Exists(Chromium), $"needs {Chromium}");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        var page = await browser.NewPageAsync(new()
        {
            JavaScriptEnabled = script,
            BaseURL = site.Browser.BaseAddress!.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        page.SetDefaultTimeout(60_000);
        return new(playwright, browser, page);
    }

    /// <summary>Keeps what the page looks like beside the tests' own output.</summary>
    public async Task KeepAsync(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "screenshots");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"inbox-{name}.png")),
            FullPage = true,
        });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
