using System.Text;
using NewsWatch.ClassifyArticle;
using NewsWatch.Cli.Input;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.Fetching;

namespace NewsWatch.Cli.Classify;

/// <summary>An article named on the command line, as the classifier reads it.</summary>
internal static class ArticleSource
{
    private static readonly string[] PageEndings = [".html", ".htm", ".xhtml", ".pdf"];

    /// <summary>Reads a text, a page, an address or standard input.</summary>
    /// <exception cref="FailureException">It is none of these, or holds no article.</exception>
    public static async Task<ClassifierInput> ReadAsync(string source, Workspace workspace, CancellationToken cancellation)
        => IsAddress(source, out var address)
            ? Of(source, await FetchAsync(source, address, workspace, cancellation))
            : Read(source, await InputFile.ReadAsync(source, cancellation), cancellation);

    /// <summary>Reads the bytes of a file: a page by its ending or beginning, else a text with its title on the first line.</summary>
    /// <exception cref="FailureException">It holds no article.</exception>
    public static ClassifierInput Read(string source, byte[] content, CancellationToken cancellation)
    {
        if (PageEndings.Contains(Path.GetExtension(source), StringComparer.OrdinalIgnoreCase) || IsPage(content))
            return Of(source, PageReader.Read(content, null, null, cancellation));
        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        return OfLines(reader.ReadToEnd());
    }

    /// <summary>True for an http or https address.</summary>
    public static bool IsAddress(string source, out Uri address)
        => Uri.TryCreate(source, UriKind.Absolute, out address!) && address.Scheme is "http" or "https";

    private static bool IsPage(ReadOnlySpan<byte> content)
        => content.StartsWith("%PDF-"u8) || content.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("<"u8);

    private static ClassifierInput OfLines(string text)
        => text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? new(text[..end], text[end..].TrimStart()) : new("", text);

    private static async Task<PageReading> FetchAsync(string source, Uri address, Workspace workspace, CancellationToken cancellation)
        => await workspace.Get<IFetcher>().FetchAsync(new(address), cancellation) switch
        {
            FetchResult.Fetched got => PageReader.Read(got.Body, got.Headers.GetValueOrDefault("content-type"), got.Address, cancellation),
            FetchResult.Refused refused => throw new FailureException($"{source} was refused: {refused.Detail}"),
            FetchResult.Failed failed => throw new FailureException($"{source} could not be fetched: {failed.Detail}"),
            _ => throw new FailureException($"{source} gave nothing to read."),
        };

    private static ClassifierInput Of(string source, PageReading page)
        => page.Text.Length == 0
            ? throw new FailureException($"{InputFile.NameOf(source)} has no article text: {page.Reason ?? "the page is empty"}")
            : new(page.Title ?? "", page.Text) { Language = page.Language, Published = page.Published };
}
