namespace NewsWatch.ExtractArticle.Archive;

/// <summary>Where in a WARC file a page is.</summary>
/// <param name="File">The file's blob.</param>
/// <param name="Start">The byte at which its record begins, a gzip member of its own.</param>
/// <param name="Length">Bytes of that member.</param>
/// <param name="Head">Bytes of the record, unpacked, before the page's body: the record's header and the response's.</param>
public sealed record PagePlace(string File, int Start, int Length, int Head);
