using System.Text;
using NewsWatch.ExtractArticle.Documents;
using NewsWatch.Fetching.Hops;
using NewsWatch.PollFeeds.Parsing;
using NewsWatch.Text.Dates;

namespace NewsWatch.Fuzz.Targets;

/// <summary>A date as feeds, pages, documents and addresses write it.</summary>
internal sealed class DateTarget : IFuzzTarget
{
    public string Name => "date";

    public string Dictionary => "date";

    public void Read(byte[] input)
    {
        var written = Encoding.UTF8.GetString(input);
        foreach (var order in Enum.GetValues<DayOrder>())
        {
            CheckOfPage(DateText.Parse(written, () => order));
            CheckOfFeed(new FeedDates(FixedClock.Now, order).Read(written));
        }
        CheckOfPage(DateText.FromAddress(TypedAddress.Resolve(new("https://news.example/"), written)));
        var first = PdfDates.First(written);
        Promise.That(first is null or { Offset.Ticks: 0, TimeOfDay.Ticks: 0 }, $"a document's date is midnight in UTC: {first:O}");
    }

    private static void CheckOfPage(DateText? date)
    {
        Promise.That(date is null or { Instant.Year: >= 1990 and < 2100 } or { Precision: DatePrecision.Day }, $"a page's date is from 1990 to 2099: {date}");
        Promise.That(date is not { Precision: DatePrecision.Day } || date.Instant.TimeOfDay == TimeSpan.Zero, $"a day is its midnight: {date}");
    }

    private static void CheckOfFeed(FeedDate? date)
        => Promise.That(date is null or { Value.Offset.Ticks: 0 } && date?.IsTrusted != true || date?.Value.Year >= 1990, $"a feed's date is in UTC, and in order where it is trusted: {date}");
}
