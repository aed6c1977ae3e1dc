using NewsWatch.Fuzz;
using NewsWatch.Fuzz.Mutating;

namespace NewsWatch.Tests.Fuzz;

/// <summary>
/// The quick form of fuzzing: every input kept, those that once broke something among them, and mutations of them that are the same at every
/// run. The long form is <c>tests/fuzz.sh</c>.
/// </summary>
public sealed class HostileInputTests
{
    private const int Seed = 2026;
    private const int SlackBesideOtherTests = 3;
    private const int MostMutations = 2_000;

    // Of processor time, so that a slow machine tries fewer and not for longer.
    private static readonly TimeSpan EnoughMutations = TimeSpan.FromSeconds(2.5);

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_input_kept_is_read_as_promised(string name)
    {
        var files = Corpus.FilesOf(FolderOf(name)).ToList();
        Assert.NotEmpty(files);
        var probe = new Probe(FuzzTargets.Find(name)!, SlackBesideOtherTests);
        Assert.All(files, file => probe.Read(File.ReadAllBytes(file)));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Mutations_of_them_are_read_as_promised(string name)
    {
        var target = FuzzTargets.Find(name)!;
        var probe = new Probe(target, SlackBesideOtherTests);
        var mutator = new Mutator(Seed, Corpus.Of(FolderOf(name)), Words.Of(target.Dictionary), target.Longest);
        var start = ThreadTime.Now;
        var number = 0;
        for (; number < MostMutations && ThreadTime.Now - start < EnoughMutations; number++)
        {
            var input = mutator.Next();
            var broken = Record.Exception(() => probe.Read(input));
            Assert.True(broken is null, $"Mutation {number} of {Seed}, {input.Length} bytes: {broken}\n{Convert.ToBase64String(input.AsSpan(0, Math.Min(input.Length, 4096)))}");
        }
        Assert.True(number > 0);
    }

    [Fact]
    public void The_corpora_are_small_and_every_one_has_a_target()
    {
        var root = Path.Combine(RepositoryFolder.Path, "tests", "NewsWatch.Fuzz", "Corpora");
        Assert.Equal(
            FuzzTargets.All.Select(target => target.Name).Order(StringComparer.Ordinal),
            Directory.GetDirectories(root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.InRange(Directory.GetFiles(root, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, 1024 * 1024);
    }

    private static string FolderOf(string target) => Path.Combine(RepositoryFolder.Path, "tests", "NewsWatch.Fuzz", "Corpora", target);
}
