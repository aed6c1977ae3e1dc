using CsCheck;
using NewsWatch.Review.Search;

namespace NewsWatch.Tests.Review.Search;

public sealed class RowOrderTests
{
    private static readonly Gen<List<(long Time, int Group)>> Rows =
        Gen.Select(Gen.Long[-100, 100], Gen.Int[1, 100_000]).HashSet[0, 2000].Select(rows => rows.ToList());

    [Fact]
    public void However_far_one_looks_rows_stand_as_if_all_were_sorted() => Gen.Select(Rows, Gen.Bool, Gen.Int[0, 2000]).Sample((rows, oldestFirst, far) =>
    {
        var order = new RowOrder([.. rows.Select(row => RowKey.Pack(row.Time, row.Group))], oldestFirst);
        var sorted = oldestFirst ? rows.Order() : rows.OrderDescending();
        foreach (var count in new[] { Math.Min(far, rows.Count), rows.Count })
            Assert.Equal(sorted.Take(count), Enumerable.Range(0, count).Select(at => (order[at].Time, order[at].Group)));
    });
}
