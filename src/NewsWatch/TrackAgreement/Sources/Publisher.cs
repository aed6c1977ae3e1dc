namespace NewsWatch.TrackAgreement.Sources;

/// <summary>A row of <c>publishers.tsv</c>.</summary>
/// <param name="Host">Host name, or the end of one after a dot.</param>
/// <param name="Rank">What it publishes as.</param>
/// <param name="Party">Code of the party it speaks for; null for none.</param>
/// <param name="Path">Beginning of the path, where one host serves several offices; empty for all of it.</param>
internal sealed record Publisher(string Host, SourceRank Rank, string? Party, string Path);
