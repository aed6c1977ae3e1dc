namespace NewsWatch.Tests.Articles;

public sealed class ArticleMapTests
{
    [Theory]
    [InlineData("00000000000000000000")]
    [InlineData("ffffffffffffffffffff")]
    [InlineData("0123456789abcdef0123")]
    [InlineData("0123456789ABCDEF0123")]
    [InlineData("0123456789abcdef012")]
    [InlineData("an-id-of-other-hands")]
    [InlineData("")]
    public void An_id_comes_back_as_it_was(string id)
    {
        var map = new ArticleMap<int>();
        map.At(id) = 7;
        Assert.Equal([KeyValuePair.Create(id, 7)], map.All);
        Assert.Equal(7, map[id]);
        Assert.Equal([7], map.Values);
    }

    [Fact]
    public void What_was_not_set_is_the_default_and_ids_that_differ_in_one_digit_are_two()
    {
        var map = new ArticleMap<int?>();
        map.At("0123456789abcdef0123") = 1;
        map.At("0123456789abcdef0124") = 2;
        map.At("1123456789abcdef0123") = 3;
        Assert.Equal([1, 2, 3], map.Values.Order());
        Assert.Null(map["0123456789abcdef0125"]);
        Assert.Null(map["another"]);
        Assert.Equal(1, map["0123456789abcdef0123"]);
    }
}
