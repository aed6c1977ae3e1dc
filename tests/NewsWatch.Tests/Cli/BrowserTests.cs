using System.Net;
using System.Net.Sockets;
using NewsWatch.Cli;
using NewsWatch.Cli.Hosting;
using NewsWatch.Cli.Output;
using NewsWatch.Tests.Review.Browser;

namespace NewsWatch.Tests.Cli;

/// <summary>The review site over the demo's store, in a browser without script: what an analyst sees and does.</summary>
[Collection(nameof(ConsoleCollection))]
public sealed class BrowserTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newswatch-");

    [SkippableFact]
    public async Task An_analyst_reads_the_evidence_and_dismisses_an_article_with_a_reason()
    {
        Chromium.SkipWithout();
        Assert.Equal(0, await CommandLine.RunAsync(["demo", "--once", "--json", "--data", folder.FullName]));
        var listen = $"127.0.0.1:{FreePort()}";
        var given = new Dictionary<string, string?> { [Settings.LocalStorage] = "true", [PollSchedule.Key] = "0 0 0 1 1 *" };
        await using var app = EmbeddedHost.Build(
            Settings.Read(folder.FullName, given), folder.FullName, listen, Screen.ForMachines(), isVerbose: false);
        await app.StartAsync();

        await using (var page = await DeskPage.OpenAsync(new($"http://{listen}"), "/?tab=all&q=%22Paris+and+Tokyo%22", 375, script: false))
        {
            await page.FollowAsync(page.Page.Locator("a.claim").First);
            Assert.Contains("acquisition and cross-servicing agreement", await page.Page.Locator("mark").AllTextContentsAsync());
            await page.Summary("None of it…").ClickAsync();
            await page.Page.GetByLabel("Why does the article report no agreement?").FillAsync("Kept for the archive only");
            await page.FollowAsync(page.Button("Dismiss all of it"));
            await page.SeesAsync("Kept for the archive only");
            await page.AssertQuietAsync("dismissed");
        }
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
