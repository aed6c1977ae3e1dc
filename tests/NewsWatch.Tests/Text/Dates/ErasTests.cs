using NewsWatch.Text.Dates;

namespace NewsWatch.Tests.Text.Dates;

public sealed class ErasTests
{
    [Theory]
    [InlineData("令和8年11月20日", "2026年11月20日")]
    [InlineData("令和元年5月1日", "2019年5月1日")]
    [InlineData("平成30年1月2日", "2018年1月2日")]
    [InlineData("民國115年11月20日", "2026年11月20日")]
    [InlineData("115-11-20", "2026-11-20")]
    [InlineData("令和八年十一月二十日", "2026年11月20日")]
    [InlineData("中華民國一百一十五年十一月二十日", "2026年11月20日")]
    [InlineData("二〇二六年十一月三日", "2026年11月3日")]
    [InlineData("20/11/2569", "20/11/2026")]
    [InlineData("20 พ.ย. 69", "20 พ.ย. 2026")]
    [InlineData("20 تشرين الثاني 2026", "2026-11-20")]
    [InlineData("H31.4.30", "2019.4.30")]
    [InlineData("พ.ศ. 2569", "พ.ศ. 2026")]
    [InlineData("1405/08/29", "2026-11-20")]
    [InlineData("1448/06/10", "2026-11-20")]
    [InlineData("٢٠٢٦/١١/٢٠", "2026/11/20")]
    public void Years_of_another_count_become_common_ones(string text, string expected) => Assert.Equal(expected, Eras.ToCommonEra(text));

    [Theory]
    [InlineData("2026-11-20T09:00:00Z")]
    [InlineData("Fri, 20 Nov 2026 09:00:00 +0100")]
    [InlineData("15.10.2026 14:30")]
    [InlineData("1405/13/40")]
    [InlineData("ordinance 1405/08")]
    [InlineData("2569 readers")]
    [InlineData("97年入社")]
    [InlineData("20 พ.ย. 14:30")]
    [InlineData("十分な協議を経て")]
    [InlineData("a ratio of 1/2569")]
    [InlineData("10 رجب 2026")]
    public void What_is_of_no_other_count_stays(string text) => Assert.Equal(text, Eras.ToCommonEra(text));
}
