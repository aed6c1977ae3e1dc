using System.CommandLine;
using NewsWatch.Cli.Output;
using NewsWatch.VerifyStore;

namespace NewsWatch.Cli.Commands;

/// <summary><c>newswatch verify</c>: whether anything in the stores is lost, damaged or miscounted.</summary>
internal static class VerifyCommand
{
    private static readonly Option<bool> Repair = new("--repair") { Description = "Mend what can be mended safely; run it while nothing else works on the data." };

    public static Command Build()
    {
        var command = new Command("verify", "Check that no article is lost, damaged or counted wrongly.") { Repair };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        await using var workspace = Workspace.Open(parse);
        var (screen, repair) = (workspace.Screen, parse.GetValue(Repair));
        var faults = await Meter.ShowAsync(screen, "Checking stored articles", async meter =>
        {
            var found = new List<StoreFault>();
            await foreach (var fault in workspace.Get<StoreVerifier>().VerifyAsync(repair, (done, total) =>
            {
                meter.Expect(total);
                meter.At(done);
            }, cancellation))
                found.Add(fault);
            return found;
        });
        Print(faults, screen);
        var left = faults.Count(fault => !fault.IsRepaired);
        screen.Note(faults.Count == 0
            ? workspace.Empty("Nothing is lost, damaged or counted wrongly.", "There is nothing to mend.")
            : Summary(faults, left));
        return left == 0 ? 0 : 1;
    }

    private static string Summary(List<StoreFault> faults, int left)
    {
        var mendable = faults.Count(fault => fault is { Repair: not null, IsRepaired: false });
        return $"{faults.Count} {(faults.Count == 1 ? "fault" : "faults")}, {faults.Count - left} mended."
            + (mendable > 0 ? $" newswatch verify --repair mends {mendable}." : "");
    }

    private static void Print(List<StoreFault> faults, Screen screen)
    {
        if (screen.Json)
        {
            JsonOutput.Write(json =>
            {
                json.WriteStartArray("faults");
                foreach (var fault in faults)
                {
                    json.WriteStartObject();
                    json.WriteString("record", fault.Record);
                    json.WriteString("what", fault.What);
                    json.WriteString("repair", fault.Repair);
                    json.WriteBoolean("repaired", fault.IsRepaired);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            });
            return;
        }
        var list = new Listing(new("Record"), new("What is wrong") { Gives = true }, new("Repair") { Gives = true });
        foreach (var fault in faults)
            list.Add(fault.Record, fault.What, fault.IsRepaired ? $"done: {fault.Repair}" : fault.Repair ?? "");
        list.Print(screen);
    }
}
