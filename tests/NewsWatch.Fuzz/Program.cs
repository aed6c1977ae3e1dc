using System.Diagnostics;
using System.Runtime.InteropServices;
using NewsWatch.Fuzz.Mutating;
using SharpFuzz;

namespace NewsWatch.Fuzz;

/// <summary>
/// Reads hostile inputs: one on standard input for <c>afl-fuzz</c>, those of files, or mutations of a corpus without end. <c>tests/fuzz.sh</c>
/// is how it is started.
/// </summary>
internal static class Program
{
    private const string Usage = """
        targets                                  names every target
        dictionary TARGET                        the file of its words, for afl-fuzz -x
        fuzz TARGET                              reads what afl-fuzz gives
        read TARGET FILE...                      reads files, and says of each how long it took or what it broke
        mutate TARGET SECONDS SEED CORPUS OUT    reads mutations of a corpus; what breaks a promise is written to the folder OUT
        """;

    // As many as AFL counts.
    private const int BranchesCounted = 1 << 16;

    public static int Main(string[] arguments)
    {
        CountNowhere();
        if (arguments is ["targets"])
        {
            foreach (var one in FuzzTargets.All)
                Console.WriteLine(one.Name);
            return 0;
        }
        if (arguments is not [var verb, var name, ..] || FuzzTargets.Find(name) is not { } target)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        switch (verb)
        {
            case "dictionary":
                Console.WriteLine(target.Dictionary is null ? "" : Words.FileOf(target.Dictionary));
                return 0;
            case "fuzz":
                Fuzz(target);
                return 0;
            case "read":
                return ReadFiles(target, arguments[2..]);
            case "mutate" when arguments is [_, _, var seconds, var seed, var corpus, var found]:
                return Mutate(target, int.Parse(seconds, null), int.Parse(seed, null), corpus, found);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }

    /// <summary>Instrumented code counts its branches in memory that <c>afl-fuzz</c> gives; until then, and without it, in some that nobody reads.</summary>
    private static unsafe void CountNowhere() => SharpFuzz.Common.Trace.SharedMem = (byte*)NativeMemory.AllocZeroed(BranchesCounted);

    /// <summary>In a process of its own, so that one that dies of an input, by a full stack say, is a finding and not the end.</summary>
    private static void Fuzz(IFuzzTarget target)
    {
        var probe = new Probe(target);
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var input = new MemoryStream();
            stream.CopyTo(input);
            probe.Read(input.ToArray());
        });
    }

    private static int ReadFiles(IFuzzTarget target, IEnumerable<string> files)
    {
        var broken = 0;
        foreach (var file in files)
        {
            var probe = new Probe(target);
            try
            {
                probe.Read(File.ReadAllBytes(file));
                Console.WriteLine($"{file}: {probe.Slowest.Took.TotalMilliseconds:0.0} ms");
            }
            catch (Exception finding)
            {
                broken++;
                Console.WriteLine($"{file}: {finding}");
            }
        }
        return broken == 0 ? 0 : 1;
    }

    private static int Mutate(IFuzzTarget target, int seconds, int seed, string corpus, string found)
    {
        var probe = new Probe(target);
        var mutator = new Mutator(seed, Corpus.Of(corpus), Words.Of(target.Dictionary), target.Longest);
        var findings = new HashSet<string>(StringComparer.Ordinal);
        var (started, inputs) = (Stopwatch.StartNew(), 0);
        for (; started.Elapsed.TotalSeconds < seconds; inputs++)
        {
            var input = mutator.Next();
            try
            {
                probe.Read(input);
            }
            catch (Exception finding) when (findings.Add(Kind(finding)))
            {
                Keep(found, $"{target.Name}-{seed}-{inputs}", input);
                Console.WriteLine($"{target.Name}-{seed}-{inputs}: {finding}");
            }
            catch (Exception)
            {
                // Of the same kind as one that was kept.
            }
        }
        Keep(found, $"{target.Name}-{seed}-slowest", probe.Slowest.Input);
        Console.WriteLine($"{target.Name}: {inputs} inputs in {started.Elapsed.TotalSeconds:0} s, {findings.Count} kinds of findings, "
            + $"the slowest {probe.Slowest.Took.TotalMilliseconds:0} ms");
        return findings.Count == 0 ? 0 : 1;
    }

    /// <summary>What makes two findings one: the exception and the line that threw it, or the promise without its figures.</summary>
    private static string Kind(Exception finding) => finding is BrokenPromiseException
        ? string.Concat(finding.Message.TakeWhile(letter => letter != ':').Where(letter => !char.IsDigit(letter)))
        : $"{finding.GetType()} {finding.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("NewsWatch", StringComparison.Ordinal))}";

    private static void Keep(string folder, string name, byte[] input)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name), input);
    }
}
