using System.Text;
using NewsWatch.Fuzz.Mutating;

namespace NewsWatch.Tests.Fuzz;

public sealed class MutatorTests
{
    private static readonly byte[][] Corpus = [[.. "<p>one</p>"u8], [.. "two & three"u8]];

    [Fact]
    public void One_seed_gives_one_row_of_inputs_and_another_another()
    {
        Assert.Equal(Row(1), Row(1));
        Assert.NotEqual(Row(1), Row(2));
    }

    [Fact]
    public void Inputs_are_various_and_no_longer_than_they_may_be()
    {
        var row = Row(3);
        Assert.True(row.Distinct().Count() > row.Count * 9 / 10);
        Assert.All(row, input => Assert.InRange(input.Length, 0, 2_000));
        Assert.Contains(row, input => input.Length > 1_500);
        Assert.Contains(row, input => input.Contains("<b>", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_of_every_dictionary_can_be_read()
    {
        Assert.All(
            NewsWatch.Fuzz.FuzzTargets.All.Select(target => target.Dictionary).OfType<string>().Distinct(),
            name => Assert.True(Words.Of(name).Count > 10));
        Assert.Contains("User-agent: *\n", Words.Of("robots").Select(Encoding.UTF8.GetString));
    }

    private static List<string> Row(int seed)
    {
        var mutator = new Mutator(seed, Corpus, [[.. "<b>"u8]], longest: 2_000);
        return [.. Enumerable.Range(0, 500).Select(_ => Encoding.Latin1.GetString(mutator.Next()))];
    }
}
