using NewsWatch.PollFeeds.Parsing;
using NewsWatch.Text;
using NewsWatch.Text.Html;

namespace NewsWatch.PollFeeds.Intake;

/// <summary>What an entry says, as text.</summary>
internal static class EntryText
{
    /// <summary>The longer of summary and content as plain text, one block a line.</summary>
    public static string Of(FeedEntry entry)
    {
        var content = entry.Content is not { } written ? "" : PlainText.Body(Bound.Cut(written, Bound.Feed.EntryMarkup), entry.ContentIsHtml);
        var text = content.Length > entry.Summary.Length ? content : entry.Summary;
        return Bound.Cut(text, Bound.Feed.EntryText);
    }
}
