using NewsWatch.ClassifyArticle;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Fetching;

namespace NewsWatch.Cli.Classify;

/// <summary>An article named on the command line, as the classifier reads it.</summary>
internal static class ArticleSource
{
    /// <summary>Stands for a text on standard input, the title on its first line.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads a text file, a page file, an address or standard input.</summary>
    /// <exception cref="UsageException">It is none of these, or holds no article.</exception>
    public static async Task<ClassifierInput> ReadAsync(string source, Workspace workspace, CancellationToken cancellation)
    {
        if (source == StandardInput)
            return OfLines(await Console.In.ReadToEndAsync(cancellation));
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return Of(source, await FetchAsync(source, address!, workspace, cancellation));
        if (!File.Exists(source))
            throw new UsageException($"{source} is neither a file nor an http address.");
        if (!source.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            return Of(source, PageReader.Read(await File.ReadAllBytesAsync(source, cancellation), null, null, cancellation));
        return OfLines(await File.ReadAllTextAsync(source, cancellation));
    }

    private static ClassifierInput OfLines(string text)
        => text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? new(text[..end], text[end..].TrimStart()) : new("", text);

    private static async Task<PageReading> FetchAsync(string source, Uri address, Workspace workspace, CancellationToken cancellation)
        => await workspace.Get<IFetcher>().FetchAsync(new(address), cancellation) switch
        {
            FetchResult.Fetched got => PageReader.Read(got.Body, got.Headers.GetValueOrDefault("content-type"), got.Address, cancellation),
            FetchResult.Refused refused => throw new UsageException($"{source} was refused: {refused.Detail}"),
            FetchResult.Failed failed => throw new UsageException($"{source} could not be fetched: {failed.Detail}"),
            _ => throw new UsageException($"{source} gave nothing to read."),
        };

    private static ClassifierInput Of(string source, PageReading page)
        => page.Text.Length == 0
            ? throw new UsageException($"{source} has no article text: {page.Reason ?? "the page is empty"}")
            : new(page.Title ?? "", page.Text) { Language = page.Language, Published = page.Published };
}
