using Microsoft.Extensions.Options;
using NewsWatch.ExtractArticle.Agencies;
using NewsWatch.ExtractArticle.Archive;
using NewsWatch.ExtractArticle.Documents;
using NewsWatch.ExtractArticle.Identity;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.ExtractArticle.Stories;
using NewsWatch.Fetching;
using NewsWatch.Fetching.Hops;
using NewsWatch.Text;

namespace NewsWatch.ExtractArticle;

/// <summary>Reads markup; see <see cref="PageReader.Read(ReadOnlyMemory{byte}, string?, Uri?, CancellationToken)"/>.</summary>
internal delegate PageReading ReadPage(ReadOnlyMemory<byte> body, string? contentType, Uri? address, CancellationToken cancellation);

/// <summary>Fetches an article's page, keeps it, and makes content of it: HTML or PDF.</summary>
internal sealed class PageVisitor(
    IFetcher fetcher,
    PageArchive archive,
    ReadPage readPage,
    ReadingThreads threads,
    PdfReader pdfs,
    IOptions<ExtractArticleOptions> options,
    TimeProvider clock)
{
    /// <summary>An article in many feeds has mostly one link; more than this are not worth a request each.</summary>
    private const int MaxOwnLinks = 2;

    private const string Accept = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5";

    /// <summary>Parts of an article that are read after its first; what is cut into more is cut for clicks.</summary>
    private const int MaxFurtherParts = 4;

    /// <summary>
    /// Visits the article's address, and the further parts of an article that is cut into several pages. That may be a guess at the
    /// canonical one, made from the entry's link: where it can't be had, the links that feeds gave are tried, and what the last of them
    /// leads to is the answer.
    /// </summary>
    public async Task<PageVisit> VisitAsync(Article article, HostLine line, CancellationToken cancellation)
    {
        using var bound = new CancellationTokenSource(options.Value.MaxVisitTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellation);
        try
        {
            var visit = await VisitLinksAsync(article, line, either.Token);
            return visit is PageVisit.Read { NextPart: not null } first ? await ReadOnAsync(article, first, line, either.Token) : visit;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new PageVisit.Unavailable($"its pages took longer than {options.Value.MaxVisitTime.TotalSeconds:0} s", null);
        }
    }

    private async Task<PageVisit> VisitLinksAsync(Article article, HostLine line, CancellationToken cancellation)
    {
        var visit = await VisitAsync(article, article.Address, line, cancellation);
        foreach (var link in OwnLinks(article))
        {
            if (visit is PageVisit.Read or PageVisit.Barred { Problem: { Page: not null, Kind: not PageProblemKind.Gone } })
                break;
            visit = await VisitAsync(article, link, line, cancellation);
        }
        return visit;
    }

    /// <summary>
    /// The article with what its further parts say and the parts before do not. A part that can't be had ends it where it is.
    /// </summary>
    private async Task<PageVisit> ReadOnAsync(Article article, PageVisit.Read first, HostLine line, CancellationToken cancellation)
    {
        var lines = first.Content.Text.Split('\n').ToList();
        var said = lines.ToHashSet(StringComparer.Ordinal);
        var next = first.NextPart;
        for (var part = 0; part < MaxFurtherParts && next is not null; part++)
        {
            if (await VisitAsync(article, next, line, cancellation) is not PageVisit.Read read)
                break;
            lines.AddRange(read.Content.Text.Split('\n').Where(said.Add));
            next = read.NextPart;
        }
        var text = Bound.Cut(string.Join('\n', lines), Bound.ArticleText);
        var hash = ContentHash.Of(first.Content.Title, text);
        return Read(first.Content with { Text = text, Hash = hash, Signature = MinHash.Of(text)?.ToString() }, first.Address);
    }

    /// <summary>Links that differ from the address by more than a query, and so may lead elsewhere.</summary>
    private static IEnumerable<Uri> OwnLinks(Article article)
        => article.Mentions.Select(mention => mention.Link)
            .DistinctBy(Place)
            .Where(link => Place(link) != Place(article.Address))
            .Take(MaxOwnLinks);

    private static (string Host, string Path) Place(Uri address) => (HostName.Of(address), address.AbsolutePath);

    /// <summary>Visits one address for the article.</summary>
    public async Task<PageVisit> VisitAsync(Article article, Uri address, HostLine line, CancellationToken cancellation)
    {
        var request = new FetchRequest(address)
        {
            Accept = Accept,
            MaxBytes = options.Value.MaxPageBytes,
            TimeLimit = options.Value.PageTimeout,
            Line = line,
        };
        switch (await fetcher.FetchAsync(request, cancellation))
        {
            case FetchResult.Fetched fetched:
                var kept = await archive.KeepAsync(article.Id, address, fetched, cancellation);
                return MediaType.IsPdf(fetched)
                    ? await ReadPdfAsync(article, fetched, kept, cancellation)
                    : await ReadMarkupAsync(article, address, fetched, kept, cancellation) with { Document = SoleDocument.Of(fetched) };
            case FetchResult.Refused refused:
                return FetchOutcome.Of(refused);
            case FetchResult.Failed failed:
                return FetchOutcome.Of(failed);
            default:
                return new PageVisit.Unavailable("the server answered a question that was not asked: HTTP 304", null);
        }
    }

    private async Task<PageVisit> ReadMarkupAsync(Article article, Uri requested, FetchResult.Fetched page, KeptPage kept, CancellationToken cancellation)
    {
        if (!MediaType.MayBeMarkup(page))
            return Barred(PageProblems.Of(PageProblemKind.Unreadable, $"{MediaType.Label(page)} is no page"), kept);
        var reading = await threads.RunAsync(
            () => TimeBound.Read(
                Bound.Markup.Time,
                clock,
                stop => readPage(page.Body, page.Headers.GetValueOrDefault("content-type"), page.Address, stop),
                why => new PageReading { Kind = PageKind.Unreadable, Reason = why },
                cancellation),
            cancellation);
        if (PageProblems.Of(reading, requested, page.Address) is { } problem)
            return Barred(problem, kept);
        var content = Content(article, kept, reading.Title, reading.Text) with
        {
            Language = reading.Language,
            Authors = reading.Authors,
            Published = Published(reading, FeedText.Published(article)),
            Modified = reading.Modified,
            Site = reading.Site ?? article.Mentions[0].FeedTitle,
            Section = reading.Section,
        };
        return Read(content, PageAddress.Of(page.Address, reading.Canonical), reading.NextPart);
    }

    private async Task<PageVisit> ReadPdfAsync(Article article, FetchResult.Fetched page, KeptPage kept, CancellationToken cancellation)
    {
        var reading = await pdfs.ReadAsync(page.Body, cancellation);
        if (reading is PdfReading.Unreadable { Reason: var reason })
            return Barred(PageProblems.Of(PageProblemKind.Unreadable, reason), kept);
        var document = (PdfReading.Document)reading;
        var content = Content(article, kept, document.Title, document.Text) with
        {
            Authors = document.Author is { } author ? [author] : [],
            Published = document.Published ?? FeedText.Published(article),
            Site = article.Mentions[0].FeedTitle,
        };
        return Read(content, PageAddress.Of(page.Address, null));
    }

    /// <summary>
    /// What a page states goes over the feed's date, which often is the day it was last changed; what is only guessed does not.
    /// </summary>
    private static DateTimeOffset? Published(PageReading page, DateTimeOffset? feed)
        => page.PublishedIsGuess ? feed ?? page.Published : page.Published ?? feed;

    private ArticleContent Content(Article article, KeptPage kept, string? title, string text)
    {
        var known = string.IsNullOrWhiteSpace(title) ? article.Mentions[0].Title : title;
        text = Bound.Cut(text, Bound.ArticleText);
        return new()
        {
            Hash = ContentHash.Of(known, text),
            Title = known,
            Text = text,
            ReadAt = clock.GetUtcNow(),
            Origin = TextOrigin.Page,
            Signature = MinHash.Of(text)?.ToString(),
            Page = kept.Blob,
        };
    }

    private static PageVisit.Read Read(ArticleContent content, Uri address, Uri? next = null)
        => new(content with { Agency = AgencyCredit.Of(address.Host, content.Authors, content.Text) }, address) { NextPart = next };

    private static PageVisit.Barred Barred(PageProblem problem, KeptPage kept) => new(problem with { Page = kept.Blob });
}
