using System.ComponentModel.DataAnnotations;

namespace NewsWatch.ExtractArticle;

/// <summary>Section <c>NewsWatch:ExtractArticle</c>.</summary>
public sealed class ExtractArticleOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "NewsWatch:ExtractArticle";

    /// <summary>Most days back.</summary>
    internal const int MaxStoryDays = 60;

    private const string OutOfRange = Section + ":{0} must be from {1} to {2}.";

    /// <summary>Most bytes of one page or document after decompression; 64 KiB to 256 MiB.</summary>
    [Range(64 * 1024, 256 * 1024 * 1024, ErrorMessage = OutOfRange)]
    public int MaxPageBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>Longest one page or document may take to come, with all redirects and its robots.txt; 1 second to 4 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:04:00", ErrorMessage = OutOfRange)]
    public TimeSpan PageTimeout { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>
    /// Longest all pages of one article may take together: its links, their redirects, its further parts; 1 second to 4 minutes, a
    /// message is hidden for five.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:04:00", ErrorMessage = OutOfRange)]
    public TimeSpan MaxVisitTime { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>
    /// Longest a page is put off because its server asked for it; 1 second to 6 days, a storage queue hides a message for 7 at most. A
    /// server that asks for longer is asked again then.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "6.00:00:00", ErrorMessage = OutOfRange)]
    public TimeSpan MaxDeferral { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often one message is put off at its server's wish before the ordinary redelivery takes over; 0 to 20.</summary>
    [Range(0, 20, ErrorMessage = OutOfRange)]
    public int MaxDeferrals { get; set; } = 4;

    /// <summary>Earlier texts kept of an article that is edited again and again: the first, and the latest; 1 to 1,000.</summary>
    [Range(1, 1000, ErrorMessage = OutOfRange)]
    public int MaxRevisions { get; set; } = 20;

    /// <summary>Days back in which near-identical articles are one story; 1 to 60.</summary>
    [Range(1, MaxStoryDays, ErrorMessage = OutOfRange)]
    public int StoryDays { get; set; } = 7;

    /// <summary>Most pages read of a PDF; 1 to 2,000.</summary>
    [Range(1, 2000, ErrorMessage = OutOfRange)]
    public int MaxPdfPages { get; set; } = 60;

    /// <summary>Longest time spent on a PDF; 1 second to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = OutOfRange)]
    public TimeSpan MaxPdfTime { get; set; } = TimeSpan.FromSeconds(20);
}
