using System.Text;
using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using NewsWatch.ExtractArticle.Reading;
using NewsWatch.ExtractArticle.Stories;
using SmartReader;

namespace NewsWatch.Benchmarks.HotPaths;

/// <summary>The newsroom's thirteen pages, from bytes to text: the parse alone, NewsWatch, SmartReader; and the signature that a text is compared by.</summary>
[MemoryDiagnoser]
public class PageBenchmark
{
    private readonly List<string> texts = [.. Newsroom.Pages.Select(page => PageReader.Read(page, null, Newsroom.Address).Text)];

    /// <summary>AngleSharp, without reading anything from its tree.</summary>
    [Benchmark(Baseline = true)]
    public int ParseAlone()
    {
        var nodes = 0;
        foreach (var page in Newsroom.Pages)
        {
            using var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page));
            nodes += document.ChildNodes.Length;
        }
        return nodes;
    }

    /// <summary>Text, title, authors, dates and kind of every page.</summary>
    [Benchmark]
    public int NewsWatch()
    {
        var letters = 0;
        foreach (var page in Newsroom.Pages)
            letters += PageReader.Read(page, null, Newsroom.Address).Text.Length;
        return letters;
    }

    /// <summary>The same of the port of Readability.</summary>
    [Benchmark]
    public int SmartReader()
    {
        var letters = 0;
        foreach (var page in Newsroom.Pages)
        {
            using var reader = new Reader(Newsroom.Address.AbsoluteUri, Encoding.UTF8.GetString(page));
            letters += reader.GetArticle().TextContent?.Length ?? 0;
        }
        return letters;
    }

    /// <summary>What a text is told from others by.</summary>
    [Benchmark]
    public int Signatures()
    {
        var shingles = 0;
        foreach (var text in texts)
            shingles += MinHash.Of(text)?.ShingleCount ?? 0;
        return shingles;
    }
}
