using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SharpFuzz;
using SharpFuzz.Common;

namespace NewsWatch.Tests.Speed;

/// <summary>
/// The program and its parsers once more, beside those that the other tests run: copies that count each basic block they enter (a run of instructions
/// that nothing branches into or out of), as fuzzing counts them.
/// </summary>
internal sealed unsafe class CountedCode : AssemblyLoadContext, IDisposable
{
    /// <summary>What an instrumented assembly writes to: the map of AFL, 64 KiB.</summary>
    private const int MapSize = 1 << 16;

    /// <summary>How the library that instruments is told to count, before it is first used.</summary>
    private const string Callback = "SHARPFUZZ_ENABLE_ON_BRANCH_CALLBACK";

    private static readonly string[] Counted = ["NewsWatch", "AngleSharp", "CodeHollow.FeedReader"];

    private readonly TemporaryFolder folder = new();
    private readonly void* map = NativeMemory.AllocZeroed(MapSize);
    private long blocks;

    /// <summary>Makes the copies.</summary>
    public CountedCode()
        : base(nameof(CountedCode))
    {
        Environment.SetEnvironmentVariable(Callback, "1");
        foreach (var name in Counted)
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, name + ".dll"), folder.Combine(name + ".dll"));
            _ = Fuzzer.Instrument(folder.Combine(name + ".dll"), _ => true, Options.Value).Count();
        }
        Trace.SharedMem = (byte*)map;
        Trace.OnBranch = (_, _) => blocks++;
    }

    /// <summary>The stages' work, done by the copies.</summary>
    public IReadOnlyList<KeyValuePair<string, Action>> Work()
        => (IReadOnlyList<KeyValuePair<string, Action>>)LoadFromAssemblyPath(typeof(StageWork).Assembly.Location)
            .GetType(typeof(StageWork).FullName!, throwOnError: true)!
            .GetMethod(nameof(StageWork.All))!
            .Invoke(null, null)!;

    /// <summary>Blocks that an action of theirs enters, on whatever thread.</summary>
    public long In(Action action)
    {
        var before = blocks;
        action();
        return blocks - before;
    }

    public void Dispose()
    {
        // The map is not given back: a thread of theirs may still be writing to it.
        Trace.OnBranch = null;
        folder.Dispose();
    }

    protected override Assembly? Load(AssemblyName assemblyName)
        => Counted.Contains(assemblyName.Name) ? LoadFromAssemblyPath(folder.Combine(assemblyName.Name + ".dll")) : null;
}
