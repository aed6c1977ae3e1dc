namespace NewsWatch.PollFeeds.Parsing.Repair;

/// <summary>A start tag as it was meant.</summary>
/// <param name="Name">A name XML allows.</param>
/// <param name="Attributes">Names XML allows, each once; values as written, references and all.</param>
/// <param name="IsEmpty">Whether it closes itself.</param>
/// <param name="Malformed">Whether anything had to be mended.</param>
internal readonly record struct MendedTag(string Name, List<KeyValuePair<string, string>> Attributes, bool IsEmpty, bool Malformed);
