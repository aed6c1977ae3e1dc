using Microsoft.Playwright;

namespace NewsWatch.Tests.Review.Browser;

/// <summary>Debian's Chromium, started once for the whole run: each page has a context of its own, which shares nothing with another's.</summary>
internal static class Chromium
{
    private const string Program = "/usr/bin/chromium";

    // As long as a machine that is busy with other tests may take over what an idle one does at once.
    private const int Patience = 60_000;

    private static readonly Lazy<Task<IBrowser>> Browser = new(StartAsync);

    /// <summary>Whether there is one.</summary>
    public static bool IsHere => File.Exists(Program);

    /// <summary>Leaves a test out where there is none.</summary>
    public static void SkipWithout() => Skip.IfNot(IsHere, $"needs {Program}");

    /// <summary>Opens an empty page in a context of its own.</summary>
    public static async Task<IPage> OpenAsync(BrowserNewContextOptions options)
    {
        var context = await (await Browser.Value).NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    private static async Task<IBrowser> StartAsync()
    {
        // It ends with the process: the driver closes it when nobody holds the other end of its pipe.
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            Timeout = Patience,
        });
    }
}
