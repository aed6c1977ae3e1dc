using System.Diagnostics;
using System.Globalization;
using NewsWatch.Tests.Cli;

namespace NewsWatch.Tests.Faults;

/// <summary>
/// The built program on a disk that is full, and on one that cannot be written: it says so in a line, and once there is room it goes on where
/// it was. The disk is a file system in memory, mounted where only the program sees it.
/// </summary>
public sealed class RealDiskTests
{
    private const string Mounts = "/usr/bin/unshare";

    /// <remarks>
    /// The pass writes some 550 KiB at its height, more or less as its steps fall. Near that it may be the index alone that finds no room:
    /// that is told and built again, and the pass is sound. So the sizes keep well below.
    /// </remarks>
    [SkippableTheory]
    [InlineData(64)]
    [InlineData(200)]
    [InlineData(300)]
    public async Task A_disk_that_fills_up_and_is_emptied_loses_nothing(int kibibytes)
    {
        var told = await RunAsync($"""
            mount -t tmpfs -o size={kibibytes}k none "$DISK"
            poll
            mount -o remount,size=100m "$DISK"
            sleep 3
            poll
            sleep 3
            poll
            """);
        Assert.Equal(("1", "0", "0"), (told.Codes[0], told.Codes[1], told.Codes[2]));
        Assert.Matches("newswatch: .*(full|space)", told.Errors);
        Assert.DoesNotContain("This should not have happened", told.Errors, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_disk_that_cannot_be_written_for_a_while_loses_nothing()
    {
        var told = await RunAsync("""
            mount -t tmpfs -o size=100m none "$DISK"
            poll
            mount -o remount,ro "$DISK"
            sleep 3
            poll
            mount -o remount,rw "$DISK"
            poll
            """);
        Assert.Equal(("0", "1", "0"), (told.Codes[0], told.Codes[1], told.Codes[2]));
        Assert.Contains("newswatch: ", told.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("This should not have happened", told.Errors, StringComparison.Ordinal);
    }

    /// <summary>Runs a script of disk and program, and sees that in the end all that the feeds have is stored and sound.</summary>
    private static async Task<(string[] Codes, string Errors)> RunAsync(string script)
    {
        Skip.IfNot(File.Exists(Mounts), "Mounts are made with unshare, of util-linux.");
        using var folder = new TemporaryFolder();
        await using var newsroom = await ScriptedNewsroom.StartAsync();
        await File.WriteAllTextAsync(
            folder.Combine("list.opml"),
            $"""<opml version="2.0"><body>{string.Concat(newsroom.Feeds.Select(feed => $"""<outline type="rss" text="{feed.AbsolutePath}" xmlUrl="{feed}" />"""))}</body></opml>""");
        var start = new ProcessStartInfo(Mounts, ["--map-root-user", "--mount", "bash", "-uc", $"""
            poll() {"{"} {BuiltProgram.ShellWords} poll --data "$DISK/data" --feeds "$LIST" --wait 5 > /dev/null 2>> "$ERRORS"; echo "code $?"; {"}"}
            mkdir -p "$DISK" && mount -t tmpfs none "$DISK" && umount "$DISK" || exit 77
            {script}
            {BuiltProgram.ShellWords} status --data "$DISK/data" --json
            {BuiltProgram.ShellWords} verify --data "$DISK/data" --json
            """])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DISK"] = folder.Combine("disk"),
                ["LIST"] = folder.Combine("list.opml"),
                ["ERRORS"] = folder.Combine("errors"),
                ["NewsWatch__Fetching__AllowedNetworks__0"] = "127.0.0.0/8",
                ["NewsWatch__Fetching__PerHostSpacing"] = "00:00:00",
                ["NewsWatch__PollFeeds__MinInterval"] = "00:00:01",
                ["NewsWatch__PollFeeds__DefaultInterval"] = "00:00:01",
                ["NewsWatch__PollFeeds__MaxInterval"] = "00:00:01",
                ["NewsWatch__PollFeeds__FirstBackoff"] = "00:00:01",
                ["NewsWatch__PollFeeds__MaxBackoff"] = "00:00:02",
            },
        };
        using var run = Process.Start(start)!;
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        Skip.If(run.ExitCode == 77, "This user may not mount.");
        var told = await output;
        Assert.True(told.Contains("\"faults\": []", StringComparison.Ordinal) || told.Contains("\"faults\":[]", StringComparison.Ordinal), told + await errors);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"\"found\": {ScriptedNewsroom.EntriesAtFirst}"), told, StringComparison.Ordinal);
        Assert.Contains("\"pending\": 0", told, StringComparison.Ordinal);
        return (
            [.. told.Split('\n').Where(line => line.StartsWith("code ", StringComparison.Ordinal)).Select(line => line["code ".Length..])],
            File.Exists(folder.Combine("errors")) ? await File.ReadAllTextAsync(folder.Combine("errors")) : "");
    }
}
