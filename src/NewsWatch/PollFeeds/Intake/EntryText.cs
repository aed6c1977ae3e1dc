using NewsWatch.PollFeeds.Parsing;
using NewsWatch.Text;
using NewsWatch.Text.Html;

namespace NewsWatch.PollFeeds.Intake;

/// <summary>What an entry says, as text.</summary>
internal static class EntryText
{
    /// <summary>Most characters kept of one entry's text: more than the longest article, less than a book.</summary>
    public const int MaxLength = 100_000;

    // Markup is read from tag to tag and never as a tree, so that its time grows with its length alone; this bounds the length.
    private const int MaxMarkup = 2_000_000;

    /// <summary>The longer of summary and content as plain text, one block a line.</summary>
    public static string Of(FeedEntry entry)
    {
        var content = entry.Content is not { } written ? "" : PlainText.Body(Bound.Cut(written, MaxMarkup), entry.ContentIsHtml);
        var text = content.Length > entry.Summary.Length ? content : entry.Summary;
        return Bound.Cut(text, MaxLength);
    }
}
