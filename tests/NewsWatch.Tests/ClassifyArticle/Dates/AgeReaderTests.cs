using NewsWatch.ClassifyArticle.Dates;

namespace NewsWatch.Tests.ClassifyArticle.Dates;

/// <summary>How long ago a signing was, as articles of Tuesday, 10 January 2017 tell it.</summary>
public sealed class AgeReaderTests
{
    private static readonly DateTimeOffset Published = new(2017, 1, 10, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("The pact was signed on Monday.", "Fresh", "a weekday alone")]
    [InlineData("The pact was signed yesterday.", "Fresh", "a day from today")]
    [InlineData("The pact was signed on 8 January.", "Fresh", "a day without a year, just past")]
    [InlineData("The pact was signed on 8 January 2017.", "Fresh", "a day of the calendar")]
    [InlineData("The pact was signed on 20 December 2016.", "Recent", "three weeks ago")]
    [InlineData("The pact was signed in December.", "Recent", "the month before")]
    [InlineData("The pact was signed last month.", "Recent", "a month from today")]
    [InlineData("The pact was signed on 3 May 2016.", "Year", "eight months ago")]
    [InlineData("The pact was signed last year.", "Year", "a year from today")]
    [InlineData("The pact was signed in 2009.", "Old", "a far year")]
    [InlineData("The pact signed in 2009 is under review, they said on Monday in a long joint statement.", "Old", "the nearer of two dates")]
    [InlineData("The pact will be signed on 3 February 2017.", "Ahead", "a day to come")]
    [InlineData("The pact will be signed next month.", "Ahead", "a month to come")]
    [InlineData("The pact was signed.", "Untold", "no date")]
    [InlineData("The pact was signed. The visit began on Monday.", "Untold", "a date of another sentence")]
    public void Told_by_the_nearest_date(string text, string age, string why)
        => Assert.Equal((why, age), (why, Of(text, Published)));

    [Theory]
    [InlineData("The pact was signed in 2009. A review followed in 2015.", "Old")]
    [InlineData("The pact was signed in 2015. Talks began in 2009.", "Year")]
    [InlineData("The pact was signed on 8 January.", "Recent")]
    [InlineData("The pact was signed on 8 January 2017.", "Fresh")]
    [InlineData("The pact was signed on 8 January 2017. A review followed on 3 May 2018.", "Old")]
    public void Without_a_day_of_its_own_the_latest_that_is_told_stands_for_the_articles(string text, string age)
        => Assert.Equal(age, Of(text, null));

    private static string Of(string words, DateTimeOffset? published)
    {
        var text = ReadTexts.Of(words, "en", published: published);
        var at = Enumerable.Range(0, text.Sentences[0].End).Single(token => text.Words(token, token + 1) == "signed");
        return $"{new AgeReader(text, new(text)).Of(0, at, at + 1)}";
    }
}
