using NewsWatch.Text.Tables;

namespace NewsWatch.Tests.Text.Tables;

public sealed class DataTableTests
{
    private static readonly DataRow Row = new("NewsWatch.Example.tsv", 7, ["a b", "12", "Monday", "x"]);

    [Fact]
    public void A_column_is_read_as_what_it_is()
    {
        Assert.Equal(["a", "b"], Row.Words(0));
        Assert.Equal(12, Row.Number32(1));
        Assert.Equal(DayOfWeek.Monday, Row.Name<DayOfWeek>(2));
    }

    [Fact]
    public void A_mistake_names_its_line()
    {
        Assert.Equal("Line 7 of NewsWatch.Example.tsv has 'x' where a number belongs.", Assert.Throws<FormatException>(() => Row.Number32(3)).Message);
        Assert.Equal("Line 7 of NewsWatch.Example.tsv has 'x', which is no DayOfWeek.", Assert.Throws<FormatException>(() => Row.Name<DayOfWeek>(3)).Message);
        Assert.Equal("Line 7 of NewsWatch.Example.tsv has 4 columns and needs 6.", Assert.Throws<FormatException>(() => Row[5]).Message);
    }

    [Fact]
    public void A_table_leaves_out_comments_and_keeps_count_of_lines()
    {
        var first = DataTable.Read("NewsWatch.Text.Dates.zones.tsv").First();
        Assert.Equal(("UT", "0"), (first[0], first[1]));
        Assert.Equal(3, first.Number);
    }

    [Fact]
    public void A_row_with_another_number_of_columns_names_its_line()
        => Assert.Equal(
            "Line 3 of NewsWatch.Text.Dates.zones.tsv has 2 columns and not 4.",
            Assert.Throws<FormatException>(() => DataTable.Read("NewsWatch.Text.Dates.zones.tsv", 4).ToList()).Message);

    [Fact]
    public void A_name_of_messages_and_files_is_read()
    {
        Assert.Equal(AgreementStage.InForce, new DataRow("t", 1, ["in-force"]).WireName<AgreementStage>(0));
        Assert.Equal(
            "Line 1 of t has 'in-farce', which is no AgreementStage.",
            Assert.Throws<FormatException>(() => new DataRow("t", 1, ["in-farce"]).WireName<AgreementStage>(0)).Message);
    }

    [Fact]
    public void A_table_that_is_not_there_is_named()
        => Assert.Contains("NewsWatch.none.tsv", Assert.Throws<InvalidOperationException>(() => DataTable.Read("NewsWatch.none.tsv").ToList()).Message, StringComparison.Ordinal);
}
