using System.Diagnostics.CodeAnalysis;

namespace NewsWatch.Text;

/// <summary>
/// How much of anything from outside is taken: the one place that says so, with the unit and the reason. What an operator may set is a
/// setting, whose default stands here where it is such a bound. Longer than these is cut where the beginning is worth having, and refused
/// where it is not; nothing that is read, stored, shown or compared can be as long, as deep or as slow as a sender likes.
/// </summary>
internal static class Bound
{
    /// <summary>Characters of one line that stands for something: a title, a name, a date as written. No newspaper's is a quarter as long.</summary>
    public const int Line = 1_000;

    /// <summary>Characters of markup that is read to get such a line.</summary>
    public const int LineMarkup = 20_000;

    /// <summary>Characters of an address: what RFC 9110, 4.1, asks every server to take.</summary>
    public const int Address = 8_000;

    /// <summary>A text that is not longer; null where it is, or there is none.</summary>
    public static string? Whole(string? text, int most) => text?.Length <= most ? text : null;

    /// <summary>The beginning of a text that is longer, never half of a character; the text itself where it is not.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int most)
        => text is null || text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>Characters kept of an article's text, from its page, a document, or all parts together: three novels' worth.</summary>
    public const int ArticleText = 1_000_000;

    /// <summary>Markup, of a page or of anything that holds some; see <see cref="Html.BoundedHtml"/>.</summary>
    internal static class Markup
    {
        /// <summary>Characters of a page: the largest real news pages, scripts and all, have about a third.</summary>
        public const int Characters = 16 * 1024 * 1024;

        /// <summary>Elements of a page; markup that opens formatting and never closes it can make the parser create them without end.</summary>
        public const int Elements = 250_000;

        /// <summary>
        /// Elements nested before the page is refused: for every start tag the parser looks through all open elements. Real pages nest some
        /// dozens deep; unclosed elements of broken ones add some hundreds.
        /// </summary>
        public const int Nesting = 2_000;

        /// <summary>Elements nested deeper become siblings: trees that deep come from broken or hostile markup only.</summary>
        public const int Depth = 400;

        /// <summary>Attributes of one element that are read: the parser compares each with all before it. Real ones have a dozen.</summary>
        public const int Attributes = 2_000;

        /// <summary>Time to read one page into text and metadata. The slowest real page takes half a second.</summary>
        public static readonly TimeSpan Time = TimeSpan.FromSeconds(20);
    }

    /// <summary>Data in JSON: of a page's scripts (JSON-LD and what frameworks ship), and feeds.</summary>
    internal static class Json
    {
        /// <summary>Levels that are parsed; deeper is no JSON to us.</summary>
        public const int Depth = 128;

        /// <summary>Levels of JSON-LD that are looked through for an article: <c>@graph</c>, pages, lists, items.</summary>
        public const int LinkedDepth = 24;

        /// <summary>Levels of a JSON Feed; the format has four.</summary>
        public const int FeedDepth = 64;
    }

    /// <summary>A feed. Bytes and entries taken are settings; these bound what reading it costs.</summary>
    internal static class Feed
    {
        /// <summary>Bytes read of a feed whose reader sets no bound; the setting <c>MaxFeedBytes</c> goes before it.</summary>
        public const int Bytes = 2 * 1024 * 1024;

        /// <summary>Entries read, from the top, where the reader sets no bound.</summary>
        public const int Entries = 2_000;

        /// <summary>Elements and attributes, each counted as one: the tree of a document takes several times its text.</summary>
        public const int Nodes = 100_000;

        /// <summary>Elements inside one another; deeper ones lose their tags and keep their text. Adding to a tree takes as long as it is deep.</summary>
        public const int Depth = 256;

        /// <summary>Attributes of one element.</summary>
        public const int Attributes = 64;

        /// <summary>Namespace prefixes of a document.</summary>
        public const int Prefixes = 256;

        /// <summary>Entities that a document type declares, and characters of one's value; none is expanded within another.</summary>
        public const int EntityCount = 1_000, EntityValue = 1_000;

        /// <summary>Characters kept of one entry's text: more than the longest article, less than a book.</summary>
        public const int EntryText = 100_000;

        /// <summary>Characters of markup read for it, from tag to tag and never as a tree.</summary>
        public const int EntryMarkup = 2_000_000;

        /// <summary>Time to read one feed, page of links or sitemap. The slowest real one takes a tenth of a second.</summary>
        public static readonly TimeSpan Time = TimeSpan.FromSeconds(20);
    }

    /// <summary>A page that lists articles.</summary>
    internal static class Page
    {
        /// <summary>Links that are looked at, from the top: what stands around each is compared with all others.</summary>
        public const int Links = 5_000;
    }

    /// <summary>A sitemap (sitemaps.org 0.9).</summary>
    internal static class Sitemap
    {
        /// <summary>Addresses: what the protocol allows.</summary>
        public const int Entries = 50_000;

        /// <summary>Characters: as many as the bytes that the protocol allows.</summary>
        public const long Characters = 52_428_800;

        /// <summary>Sitemaps of one index that are read at one poll.</summary>
        public const int Sitemaps = 3;
    }

    /// <summary>A watch list (OPML), given by the operator or uploaded to the desk.</summary>
    internal static class WatchList
    {
        /// <summary>Bytes: a hundred thousand sources.</summary>
        public const int Bytes = 64 * 1024 * 1024;

        /// <summary>Elements and attributes.</summary>
        public const int Nodes = 2_000_000;

        /// <summary>Folders in folders whose names become tags, and elements inside one another.</summary>
        public const int Folders = 32, Depth = 64;
    }

    /// <summary>A robots.txt (RFC 9309).</summary>
    internal static class Robots
    {
        /// <summary>Bytes read: RFC 9309, 2.5, asks for 500 KiB at least. That bounds the rules too: each takes a dozen.</summary>
        public const int Bytes = 500 * 1024;

        /// <summary>Characters of one rule: longer than any address we would ask for.</summary>
        public const int Pattern = 4_096;

        /// <summary>Longest pause that a site may ask for between two requests.</summary>
        public static readonly TimeSpan CrawlDelay = TimeSpan.FromDays(1);
    }

    /// <summary>A PDF. Pages and time are settings.</summary>
    internal static class Pdf
    {
        /// <summary>Bytes of one stream after unpacking: a page of drawings has some megabytes.</summary>
        public const int StreamBytes = 64 * 1024 * 1024;

        /// <summary>Bytes of all streams together, each counted as often as it is unpacked.</summary>
        public const long Bytes = 256L * 1024 * 1024;

        /// <summary>Letters of one page: a broadsheet set in small type has thirty thousand. Layout compares each with those around it.</summary>
        public const int PageLetters = 40_000;

        /// <summary>Drawing operations of a document: maps have some hundred thousand a page.</summary>
        public const int Operations = 2_000_000;

        /// <summary>Letters that begin in one square of <see cref="PlaceSide"/> points: a heading drawn bold by drawing it again has four.</summary>
        public const int PlaceLetters = 16;

        /// <summary>Side of such a square, in points.</summary>
        public const double PlaceSide = 2;

        /// <summary>States of drawing kept at once: ISO 32000-1, annex C, asks for 28.</summary>
        public const int States = 512;

        /// <summary>Numbers in one row of a stream that was predicted before it was packed: as many as the widest scan has.</summary>
        public const int Columns = 100_000;

        /// <summary>Forms drawn within forms; one that holds itself through another would go on until the stack is full.</summary>
        public const int FormDepth = 24;

        /// <summary>Objects within objects while parsing.</summary>
        public const int Depth = 256;
    }
}
