namespace NewsWatch.Articles;

/// <summary>The second reader does not find in the article what was to be told on its word: an analyst is to decide.</summary>
/// <param name="Development">Id of the development; see <c>TrackAgreement</c>.</param>
/// <param name="Reading">What the reader finds, with its quotes; no agreement, or another.</param>
public sealed record DevelopmentDoubt(string Development, SecondReading Reading);
