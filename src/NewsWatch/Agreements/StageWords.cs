namespace NewsWatch.Agreements;

/// <summary>A stage in words; a row of <c>stages.tsv</c>.</summary>
/// <param name="State">What it is: <c>negotiating</c>.</param>
/// <param name="Event">What has happened: <c>talks opened</c>.</param>
/// <param name="Again">The same where the agreement had come as far before: <c>talks reopened</c>.</param>
/// <param name="Sentence">A sentence with <c>{a}</c> or <c>{the}</c> for the agreement.</param>
/// <param name="Before">How it was before: <c>was being negotiated</c>.</param>
/// <param name="Denial">That it is not so: <c>no talks under way</c>.</param>
/// <param name="Claim">A line with <c>{p}</c> for the parties, <c>{n}</c> for the agreement, <c>{k}</c> for its kind; empty where the sentence does.</param>
internal sealed record StageWords(string State, string Event, string Again, string Sentence, string Before, string Denial, string Claim);
