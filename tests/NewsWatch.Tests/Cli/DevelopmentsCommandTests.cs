using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Cli;
using NewsWatch.SendAlerts.Confirming;
using NewsWatch.Storage;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.Cli;

[Collection(nameof(ConsoleCollection))]
public sealed class DevelopmentsCommandTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2017, 1, 8, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newswatch-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_waits_for_an_analyst_is_listed_with_the_rest_and_says_so()
    {
        await StoreAsync();
        var listed = JsonNode.Parse(await RunAsync("developments", "--json"))!.AsArray();
        Assert.Equal(["acsa-fr-jp_negotiating", "acsa-fr-jp_signed"], listed.Select(one => (string?)one!["id"]));
        Assert.Equal([null, true], listed.Select(one => (bool?)one!["held"]));

        var lines = (await RunAsync("developments")).ReplaceLineEndings("\n").Split('\n');
        Assert.EndsWith("negotiating since 2017-01-08", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("signed since 2017-01-08, held for an analyst", lines[1], StringComparison.Ordinal);
    }

    private async Task StoreAsync()
    {
        await using var services = new ServiceCollection().AddLocalStorage(folder.FullName)
            .AddSingleton<LedgerJournal>().AddSingleton<DossierStore>().AddLogging().AddSingleton<DamagedRecords>().AddSingleton<DoubtedStore>().BuildServiceProvider();
        NoticedDevelopment[] noticed = [Noticed(AgreementStage.Negotiating), Noticed(AgreementStage.Signed)];
        await services.GetRequiredService<DossierStore>().UpdateAsync(
            "acsa-fr-jp",
            _ => new() { Id = "acsa-fr-jp", Type = AgreementType.Acsa, Parties = ["FR", "JP"], OpenedAt = At, Developments = noticed },
            default);
        await services.GetRequiredService<DoubtedStore>().AddAsync(noticed[1].Development, default);
    }

    private static NoticedDevelopment Noticed(AgreementStage stage)
    {
        var id = AgreementId.OfDevelopment("acsa-fr-jp", stage, 1);
        return new(new(id, "acsa-fr-jp", stage, null, "a", At), DateOnly.FromDateTime(At.UtcDateTime), "a", At) { Entry = "e" };
    }

    private async Task<string> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var console = Console.Out;
        Console.SetOut(output);
        try
        {
            Assert.Equal(0, await CommandLine.RunAsync([.. args, "--data", folder.FullName]));
            return output.ToString().Trim();
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}
