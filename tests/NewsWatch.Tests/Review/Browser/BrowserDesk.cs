using Microsoft.Playwright;

namespace NewsWatch.Tests.Review.Browser;

/// <summary>The review site over a seeded store, and a browser to look at it.</summary>
public sealed class BrowserDesk : IAsyncLifetime
{
    private TestSite? site;

    /// <summary>The site.</summary>
    internal TestSite Site => site!;

    /// <summary>What is stored in it.</summary>
    internal SeededStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (!Chromium.IsHere)
            return;
        site = await TestSite.StartAsync(
            ("NewsWatch:Fetching:AllowedNetworks:0", "127.0.0.0/8"), ("NewsWatch:Fetching:PerHostSpacing", "00:00:00"));
        Store = await SeededStore.FillAsync(site);
    }

    public async Task DisposeAsync()
    {
        if (site is not null)
            await site.DisposeAsync();
    }

    /// <summary>Opens a page of the site.</summary>
    internal Task<DeskPage> OpenAsync(string address, int width, bool script = true, ColorScheme scheme = ColorScheme.Light)
        => DeskPage.OpenAsync(Site.Browser.BaseAddress!, address, width, script, scheme);
}

/// <summary>Tests that share a site, and change it.</summary>
[CollectionDefinition(nameof(BrowserDesk))]
public sealed class BrowserCollection : ICollectionFixture<BrowserDesk>;
