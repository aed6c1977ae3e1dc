using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Poison;
using NewsWatch.SendAlerts;
using NewsWatch.Storage;
using NewsWatch.Tests.Notices;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.SendAlerts.Week;

/// <summary>
/// A week in the life of a newsroom, with everything that goes wrong in one: 40 articles of 12 outlets, reprints, edits, a denial, a late
/// source, messages that come twice, two workers killed in the middle of sending, a mail server that is out for three tries, and a mailbox
/// that is gone.
/// </summary>
public sealed class NewsroomWeekTests : IAsyncLifetime
{
    /// <summary>
    /// Listed before anything is sent: each development, and how it comes to desk, chief, a dead mailbox, a daily digest, a webhook and
    /// a chat.
    /// </summary>
    private const string Expected = """
        France–Japan ACSA: talks opened | digest | digest | - | digest | digest | digest
        Poland–Sweden defence cooperation agreement: signed | digest | digest | - | digest | digest | -
        Australia–Philippines visiting forces agreement: ratified | digest | digest | - | digest | digest | digest
        Learned late: Germany–Netherlands logistics support agreement: signed, 3 Jun 2015 | digest | digest | - | digest | digest | -
        France–Japan ACSA: signed | alone | alone | - | digest | alone | alone
        Canada–Ukraine information security agreement: agreed in principle | alone | alone | - | digest | alone | -
        United Kingdom–India military training agreement: signed | alone | alone | - | digest | alone | alone
        Norway–United States basing and access agreement: amended or renewed | alone | alone | - | digest | alone | alone
        Correction: United Kingdom–India military training agreement: not signed | alone | alone | - | alone | alone | alone
        Learned late: Spain–Morocco status of forces agreement: in force, 1 Jul 2012 | alone | alone | - | alone | alone | -
        France–Japan ACSA: ratified | alone | alone | - | alone | alone | alone
        Correction: France–Japan ACSA: not ratified, stands at signed | alone | alone | - | alone | alone | alone
        Japan–United States ACSA: suspended | alone | alone | - | alone | alone | alone
        Japan–United States ACSA: back in force | alone | alone | - | alone | alone | alone
        Estonia–Latvia joint production agreement: signed | alone | alone | - | - | alone | -
        Correction: Estonia–Latvia joint production agreement: not signed | alone | alone | - | - | alone | -

        """;

    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newswatch-week-");
    private LoopbackSmtp mail = null!;
    private LoopbackHook hook = null!;
    private LoopbackHook chat = null!;
    private ServiceProvider services = null!;
    private Process worker = null!;

    public async Task InitializeAsync()
    {
        mail = LoopbackSmtp.Start();
        mail.Mailboxes["left@desk.example"] = "550 5.1.1 no such mailbox here";
        hook = await LoopbackHook.StartAsync();
        chat = await LoopbackHook.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, AlertWorker.SettingsFile), Settings().ToJsonString());
        Clock.Set(Monday);
        services = AlertWorker.Services(folder.FullName);
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await KillAsync();
        await services.DisposeAsync();
        await chat.DisposeAsync();
        await hook.DisposeAsync();
        await mail.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Each_channel_is_told_exactly_what_was_listed_beforehand_each_once()
    {
        var ledger = new ScriptedLedger(services);
        await MondayAsync(ledger);
        await TuesdayAsync(ledger);
        await WednesdayAsync(ledger);
        await ThursdayAsync(ledger);
        await FridayAsync(ledger);
        await WeekendAsync(ledger);
        Clock.Set(Monday.AddDays(8));
        await SettleAsync();

        Assert.Equal((40, 12), (ledger.Articles, ledger.Outlets));
        var arrivals = new Arrivals();
        arrivals.AddMails(mail, "desk@desk.example", "desk");
        arrivals.AddMails(mail, "chief@desk.example", "chief");
        arrivals.AddMails(mail, "left@desk.example", "left");
        arrivals.AddMails(mail, "daily@desk.example", "daily");
        arrivals.AddWebhooks(hook, "hook");
        arrivals.AddChats(chat, "chat");
        var listed = Expected.ReplaceLineEndings("\n");
        var order = listed.Split('\n').Select(line => line.Split(" |")[0]).Where(subject => subject.Length > 0);
        Assert.Equal(listed, arrivals.Table(order).Replace(" \n", "\n", StringComparison.Ordinal));
        Assert.Equal(0, await services.GetRequiredService<PoisonDesk>().CountAsync(Pipeline.SendAlerts, default));
        Corrections();
    }

    /// <summary>The first look at the feeds finds four things at once, one of them of years ago.</summary>
    private async Task MondayAsync(ScriptedLedger ledger)
    {
        await ledger.NewsAsync("acsa-fr-jp", AgreementStage.Negotiating, null, "ministry-fr", "wire", "daily-one");
        await ledger.NewsAsync("defence-cooperation-pl-se", AgreementStage.Signed, null, "ministry-pl", "daily-two", "wire");
        await ledger.NewsAsync("visiting-forces-au-ph", AgreementStage.Ratified, "signed", "gazette-ph", "pacific-post");
        await ledger.LateAsync("logistics-support-de-nl", AgreementStage.Signed, new(2015, 6, 3), "archive");
        await SettleAsync();
        Assert.Empty(hook.Posts);
        Clock.Set(Monday.AddMinutes(12));
        await SettleAsync();
    }

    /// <summary>The mail server is out for three tries.</summary>
    private async Task TuesdayAsync(ScriptedLedger ledger)
    {
        Clock.Set(Monday.AddDays(1));
        await SettleAsync();
        mail.Outages = mail.Tries + 3;
        await ledger.NewsAsync("acsa-fr-jp", AgreementStage.Signed, "negotiating", "ministry-fr", "wire", "daily-one", "daily-two");
        await SettleAsync();
        await ledger.NewsAsync("information-security-ca-ua", AgreementStage.AgreedInPrinciple, "negotiating", "wire", "trade-weekly");
        await ledger.AgainAsync("acsa-fr-jp", AgreementStage.Signed);
        await SettleAsync();
    }

    /// <summary>A worker is killed while a webhook waits for its answer.</summary>
    private async Task WednesdayAsync(ScriptedLedger ledger)
    {
        Clock.Set(Monday.AddDays(2));
        await SettleAsync();
        await ledger.MoreAsync("acsa-fr-jp", AgreementStage.Signed, "trade-weekly", "daily-three");
        await ledger.NewsAsync("training-gb-in", AgreementStage.Signed, null, "daily-two", "wire", "daily-three");
        await KillWhileSendingAsync(()
            => ledger.NewsAsync("basing-access-no-us", AgreementStage.AmendedOrRenewed, "in-force", "ministry-no", "trade-weekly"));
        await SettleAsync();
    }

    /// <summary>A ministry denies; an edit changes nothing; a source comes years late.</summary>
    private async Task ThursdayAsync(ScriptedLedger ledger)
    {
        Clock.Set(Monday.AddDays(3));
        await SettleAsync();
        await ledger.TakeBackAsync("training-gb-in", AgreementStage.Signed, EntryStanding.Dismissed, "ministry-in");
        await ledger.MoreAsync("information-security-ca-ua", AgreementStage.AgreedInPrinciple, "daily-one", "daily-three");
        await ledger.MoreAsync("basing-access-no-us", AgreementStage.AmendedOrRenewed, "wire", "daily-two");
        await ledger.MoreAsync("defence-cooperation-pl-se", AgreementStage.Signed, "daily-one");
        await ledger.LateAsync("status-of-forces-es-ma", AgreementStage.InForce, new(2012, 7, 1), "archive");
        await SettleAsync();
    }

    /// <summary>Something is read wrongly, and the second worker is killed while it is told.</summary>
    private async Task FridayAsync(ScriptedLedger ledger)
    {
        Clock.Set(Monday.AddDays(4));
        await SettleAsync();
        await KillWhileSendingAsync(() => ledger.NewsAsync("acsa-fr-jp", AgreementStage.Ratified, "signed", "daily-three", "wire"));
        await SettleAsync();
        Clock.Set(Monday.AddDays(5));
        await SettleAsync();
        await ledger.TakeBackAsync("acsa-fr-jp", AgreementStage.Ratified, EntryStanding.Withdrawn, null);
        await SettleAsync();
    }

    private async Task WeekendAsync(ScriptedLedger ledger)
    {
        await ledger.NewsAsync("acsa-jp-us", AgreementStage.Suspended, "in-force", "wire", "pacific-post", "daily-one", "daily-two");
        await SettleAsync();
        Clock.Set(Monday.AddDays(6));
        await SettleAsync();
        await ledger.NewsAsync("acsa-jp-us", AgreementStage.InForce, "suspended", "wire", "pacific-post", "trade-weekly");
        await SettleAsync();
        Clock.Set(Monday.AddDays(7));
        await SettleAsync();
        // Taken back before the daily digest goes out: who was not told yet hears of neither.
        await ledger.NewsAsync("joint-production-ee-lv", AgreementStage.Signed, null, "daily-three", "wire");
        await SettleAsync();
        await ledger.TakeBackAsync("joint-production-ee-lv", AgreementStage.Signed, EntryStanding.Withdrawn, null);
        await SettleAsync();
    }

    /// <summary>Every correction stands on the thread of what it takes back.</summary>
    private void Corrections()
    {
        var mails = mail.Messages.DistinctBy(one => (one.MessageId, one.To.ToString())).ToList();
        var corrections = mails.Where(one => one.Subject!.StartsWith("Correction: ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(corrections);
        Assert.All(corrections, correction => Assert.Contains(
            mails, one => one.To.ToString() == correction.To.ToString() && correction.References.Contains(one.MessageId!)));
    }

    private ScriptedClock Clock => new(folder.FullName);

    /// <summary>Waits until the worker has nothing left to do at this hour.</summary>
    private async Task SettleAsync()
    {
        var queues = services.GetRequiredService<IQueues>();
        var boxes = services.GetRequiredService<OutboxStore>();
        var began = Stopwatch.StartNew();
        for (var quiet = 0; quiet < 4; quiet++)
        {
            Assert.True(began.Elapsed < Patience, "the worker does not come to rest");
            Assert.False(worker.HasExited, "the worker ended by itself");
            await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System, default);
            if (await queues.CountAsync(Pipeline.SendAlerts, default) > 0)
                quiet = -1;
            foreach (var channel in new[] { "desk", "daily", "hook", "chat" })
                if (await boxes.ReadAsync(channel, default) is var box
                    && (box.Sending is not null || box.Held.Any(held => held.Due <= Clock.GetUtcNow())))
                    quiet = -1;
        }
    }

    private async Task KillWhileSendingAsync(Func<Task> send)
    {
        hook.Hangs = true;
        var seen = hook.Seen;
        await send();
        var began = Stopwatch.StartNew();
        while (hook.Seen == seen && began.Elapsed < Patience)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, default);
        await KillAsync();
        hook.Hangs = false;
        await StartAsync();
    }

    private async Task StartAsync()
    {
        worker = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(AlertWorker).Assembly.Location, AlertWorker.Verb, folder.FullName },
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("working", await worker.StandardOutput.ReadLineAsync());
    }

    private async Task KillAsync()
    {
        worker.Kill();
        await worker.WaitForExitAsync();
        worker.Dispose();
    }

    private JsonObject Settings()
    {
        JsonObject Mailbox(params string[] to)
            => new() { ["Kind"] = "Email", ["To"] = new JsonArray([.. to.Select(one => (JsonNode)one)]) };
        var daily = Mailbox("daily@desk.example");
        daily["Rhythm"] = "Daily";
        return new()
        {
            ["NewsWatch"] = new JsonObject
            {
                ["Fetching"] = new JsonObject { ["AllowedNetworks"] = new JsonArray("127.0.0.0/8") },
                ["SendAlerts"] = new JsonObject
                {
                    ["Timeout"] = "00:00:02",
                    ["FirstRetry"] = "00:00:01",
                    ["Email"] = new JsonObject
                    {
                        ["Host"] = "127.0.0.1",
                        ["Port"] = mail.Port,
                        ["Security"] = "None",
                        ["From"] = "NewsWatch <alerts@desk.example>",
                    },
                    ["Channels"] = new JsonObject
                    {
                        ["desk"] = Mailbox("desk@desk.example", "left@desk.example", "chief@desk.example"),
                        ["daily"] = daily,
                        ["hook"] = new JsonObject
                        {
                            ["Kind"] = "Webhook",
                            ["Address"] = hook.Address.AbsoluteUri,
                            ["Secret"] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        },
                        ["chat"] = new JsonObject
                        {
                            ["Kind"] = "Slack",
                            ["Address"] = chat.Address.AbsoluteUri,
                            ["Regions"] = new JsonArray("indo-pacific"),
                        },
                    },
                },
            },
        };
    }
}
