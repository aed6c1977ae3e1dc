using Microsoft.Playwright;

namespace NewsWatch.Tests.Review.Browser;

/// <summary>The review site over a seeded store, and a browser to look at it; one for all tests of this folder.</summary>
public sealed class BrowserDesk : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;
    private TestSite? site;

    /// <summary>The site.</summary>
    internal TestSite Site => site!;

    /// <summary>What is stored in it.</summary>
    internal SeededStore Store { get; private set; } = null!;

    /// <summary>Leaves a test out where there is no browser.</summary>
    public static void SkipWithoutBrowser() => Skip.IfNot(File.Exists(Chromium), $"needs {Chromium}");

    public async Task InitializeAsync()
    {
        if (!File.Exists(Chromium))
            return;
        site = await TestSite.StartAsync(
            ("NewsWatch:Fetching:AllowedNetworks:0", "127.0.0.0/8"), ("NewsWatch:Fetching:PerHostSpacing", "00:00:00"));
        Store = await SeededStore.FillAsync(site);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (site is not null)
            await site.DisposeAsync();
    }

    /// <summary>Opens a page of the site.</summary>
    internal async Task<DeskPage> OpenAsync(string address, int width, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Site.Browser.BaseAddress!.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            TimezoneId = "Asia/Tokyo",
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = new DeskPage(context, await context.NewPageAsync());
        await page.GotoAsync(address);
        return page;
    }
}

/// <summary>Tests that share the browser.</summary>
[CollectionDefinition(nameof(BrowserDesk))]
public sealed class BrowserCollection : ICollectionFixture<BrowserDesk>;
