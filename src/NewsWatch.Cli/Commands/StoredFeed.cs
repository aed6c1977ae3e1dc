namespace NewsWatch.Cli.Commands;

/// <summary>A feed kept as a file, with what its server said.</summary>
/// <param name="Id">Its name in the index, and its path below <c>feeds</c>.</param>
/// <param name="File">Full path.</param>
/// <param name="ContentType">Null where it is not known.</param>
/// <param name="Address">What its links are relative to; null where that is not known.</param>
internal sealed record StoredFeed(string Id, string File, string? ContentType, Uri? Address);
