using System.Globalization;
using NewsWatch.Cli.Hosting;
using NewsWatch.Poison;
using NewsWatch.Storage;

namespace NewsWatch.Cli.Doctor;

/// <summary>The store and the data folder: there, readable, writable, with room, and what was given up.</summary>
internal static class StorageChecks
{
    private const long Little = 200L << 20;

    private static readonly string[] Secrets = ["Password", "Secret", "Token", "\"Key\"", "AccountKey", "SharedAccessSignature"];

    /// <summary>Looks without making anything.</summary>
    public static async Task<IReadOnlyList<Finding>> RunAsync(Workspace workspace, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        if (Settings.IsAzure(workspace.Get<Microsoft.Extensions.Configuration.IConfiguration>()))
            findings.Add(new("storage", FindingResult.Ok, "Azure, as NewsWatchStorage says"));
        else if (workspace.IsEmptyHanded)
            findings.Add(new(
                "storage",
                FindingResult.Ok,
                $"nothing is stored in {workspace.Folder} yet",
                "newswatch demo tries it out, newswatch run begins."));
        else
            findings.AddRange(Folder(workspace.Folder));
        findings.Add(Permissions(workspace.Folder));
        findings.Add(await ContentsAsync(workspace, cancellation));
        findings.Add(await QueuesAsync(workspace, cancellation));
        return findings;
    }

    private static IEnumerable<Finding> Folder(string folder)
    {
        yield return new("storage", FindingResult.Ok, $"{folder}{(PipelineLock.IsHeld(folder) ? ", in use by a running newswatch" : "")}");
        if (Room(folder) is { } free)
            yield return free < Little
                ? new("room", FindingResult.Warning, $"{Mebibytes(free)} MiB free", "Make room, or move the folder and name it with --data.")
                : new("room", FindingResult.Ok, $"{Mebibytes(free)} MiB free");
    }

    private static long? Room(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A share that tells no size is no fault.
            return null;
        }
    }

    /// <summary>A settings file with secrets that others on the machine can read.</summary>
    private static Finding Permissions(string folder)
    {
        var file = Path.Combine(folder, Settings.FileName);
        if (!File.Exists(file))
            return new("permissions", FindingResult.Ok, $"no {Settings.FileName} in {folder}");
        try
        {
            var text = File.ReadAllText(file);
            var others = !OperatingSystem.IsWindows()
                && (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0;
            return others && Array.Exists(Secrets, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
                ? new("permissions", FindingResult.Warning, $"{file} holds secrets and others can read it", $"chmod 600 {file}")
                : new("permissions", FindingResult.Ok, file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var says = $"{file} cannot be read ({failure.Message.TrimEnd('.')})";
            return new("permissions", FindingResult.Fault, says, "Let the user that runs newswatch read it.");
        }
    }

    private static async Task<Finding> ContentsAsync(Workspace workspace, CancellationToken cancellation)
    {
        try
        {
            var counts = await workspace.CountAsync(cancellation);
            return new("contents", FindingResult.Ok, $"{counts.Found.ToString(CultureInfo.InvariantCulture)} entries found");
        }
        catch (Exception failure) when (failure is StorageUnavailableException or System.Text.Json.JsonException)
        {
            var says = $"the store cannot be read: {failure.Message.TrimEnd('.')}";
            return new("contents", FindingResult.Fault, says, "See that this user can write the data folder.");
        }
    }

    private static async Task<Finding> QueuesAsync(Workspace workspace, CancellationToken cancellation)
    {
        try
        {
            var waiting = 0;
            foreach (var queue in Pipeline.Queues)
                waiting += await workspace.Get<IQueues>().CountAsync(queue, cancellation);
            var givenUp = (await workspace.Get<PoisonDesk>().CountAsync(cancellation)).Values.Sum();
            var says = string.Create(CultureInfo.InvariantCulture, $"{waiting} messages wait, {givenUp} were given up");
            return givenUp > 0
                ? new("queues", FindingResult.Warning, says, "newswatch replay --list shows them, newswatch replay tries again.")
                : new("queues", FindingResult.Ok, says);
        }
        catch (StorageUnavailableException failure)
        {
            return new("queues", FindingResult.Fault, failure.Message.TrimEnd('.'));
        }
    }

    private static string Mebibytes(long bytes) => (bytes >> 20).ToString(CultureInfo.InvariantCulture);
}
