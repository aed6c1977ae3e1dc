using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using NewsWatch.Cli;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;

namespace NewsWatch.Tests.Cli;

/// <summary>The review site over the demo's store, in a browser without script: what an analyst sees and does.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class BrowserTests : IDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newswatch-");

    [SkippableFact]
    public async Task An_analyst_reads_the_evidence_and_dismisses_an_article_with_a_reason()
    {
        Skip.IfNot(File.Exists(Chromium), $"needs {Chromium}");
        Assert.Equal(0, await CommandLine.RunAsync(["demo", "--once", "--json", "--data", folder.FullName]));
        var listen = $"127.0.0.1:{FreePort()}";
        var given = new Dictionary<string, string?> { [Settings.LocalStorage] = "true", [PollSchedule.Key] = "0 0 0 1 1 *" };
        await using var app = EmbeddedHost.Build(
            Settings.Read(folder.FullName, given), folder.FullName, listen, Screen.ForMachines(), isVerbose: false);
        await app.StartAsync();

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        var page = await browser.NewPageAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 375, Height = 740 } });
        await page.GotoAsync($"http://{listen}/?tab=all&q=%22Paris+and+Tokyo%22");
        await page.Locator("a.claim").First.ClickAsync();
        Assert.Contains("acquisition and cross-servicing agreement", await page.Locator("mark").AllTextContentsAsync());

        await page.Locator("summary", new() { HasText = "None of it…" }).ClickAsync();
        await page.GetByLabel("Why does the article report no agreement?").FillAsync("Kept for the archive only");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dismiss all of it" }).ClickAsync();
        Assert.Contains("Kept for the archive only", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await app.StopAsync();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
