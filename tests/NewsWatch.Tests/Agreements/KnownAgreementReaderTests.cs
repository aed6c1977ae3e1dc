namespace NewsWatch.Tests.Agreements;

public sealed class KnownAgreementReaderTests
{
    private const string Header = "name,type,parties,signed,in_force,ended,names,source\n";

    [Fact]
    public void A_row_is_read_with_its_days_as_exactly_as_they_are_told()
    {
        using var text = new StringReader(Header + "\"Harbour Pact, the\",basing-access,pt FR,2018-09,2020-01-31,,Pacte du Port | Porto; Hafenpakt,gazette\n");
        var known = Assert.Single(KnownAgreementReader.ReadCsv(text).Agreements);
        Assert.Equal(("Harbour Pact, the", AgreementType.BasingAccess, "FR-PT"), (known.Name, known.Type, string.Join('-', known.Parties)));
        Assert.Equal(("2018-09", "2020-01-31", null), (known.Signed?.ToString(), known.InForce?.ToString(), known.Ended?.ToString()));
        Assert.Equal(["Pacte du Port", "Porto", "Hafenpakt"], known.Names);
    }

    [Theory]
    [InlineData("Pact,pakt,FR PT,,,,,", "'pakt' is no type")]
    [InlineData("Pact,acsa,FR,,,,,", "two different parties")]
    [InlineData("Pact,acsa,FR QQ,,,,,", "'QQ' is no party")]
    [InlineData("Pact,acsa,FR PT,9/6/2018,,,,", "signed '9/6/2018'")]
    [InlineData("Pact,acsa,FR PT,2020,2018,,,", "before it is signed")]
    [InlineData(",acsa,FR PT,,,,,", "needs a name")]
    public void A_fault_is_told_with_its_line(string row, string what)
    {
        using var text = new StringReader(Header + "Good,acsa,FR PT,,,,,\n" + row + "\n");
        var fault = Assert.Single(KnownAgreementReader.ReadCsv(text).Faults);
        Assert.Equal(3, fault.Line);
        Assert.Contains(what, fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_missing_or_unknown_is_named()
    {
        using var text = new StringReader("name,kind,parties\nPact,acsa,FR PT\n");
        Assert.Equal(2, KnownAgreementReader.ReadCsv(text).Faults.Count);
    }

    [Fact]
    public void Every_row_of_the_table_holds_and_none_stands_twice()
    {
        var all = KnownAgreements.Table.All;
        Assert.True(all.Count >= 400, $"{all.Count} agreements");
        var twice = all.GroupBy(known => (KnownAgreements.Folded(known.Name), string.Join('-', known.Parties))).Where(same => same.Count() > 1);
        Assert.Empty(twice.Select(same => same.Key));
        Assert.All(all, known => Assert.True(known.Ended is not { } end || known.Signed is not { } signed || signed.First <= end.Last, known.Name));
    }
}
