using NewsWatch.Text.Dates;

namespace NewsWatch.Tests.Text.Dates;

public sealed class DayOrdersTests
{
    public static TheoryData<string?, string?, string, string> Sources => new()
    {
        { "en-US", null, "3/4/2026", "MonthFirst" },
        { "en-GB", null, "3/4/2026", "DayFirst" },
        { "en-in", null, "12/11/2026 11/11/2026 10/11/2026", "DayFirst" },
        { "de", null, "3/4/2026", "DayFirst" },
        { "en", null, "3/4/2026", "Unknown" },
        { null, null, "", "Unknown" },
        { "en", "www.defense.example.gov", "", "MonthFirst" },
        { "en-US", "www.example.de", "", "DayFirst" },
        { "en-US", "www.example.io", "", "MonthFirst" },
        { "en-GB", null, "updated 11/25/2026, posted 11/4/2026", "MonthFirst" },
        { "en-US", null, "25/11/2026", "DayFirst" },
        { "en", null, "25/11/2026 and 11/25/2026", "Unknown" },
        { "en-CA", null, "3/4/2026", "Unknown" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Other_dates_decide_and_then_the_place(string? language, string? host, string text, string order)
        => Assert.Equal(order, DayOrders.Of(language, host, [text]).ToString());

    [Fact]
    public void A_number_that_is_no_date_decides_nothing() => Assert.Equal(DayOrder.Unknown, DayOrders.Of("en", null, ["192.168.25.11", "1/25", "25/11/20266"]));
}
