namespace NewsWatch.Text.Decoding;

/// <summary>A body as text.</summary>
/// <param name="Text">Without byte order mark.</param>
/// <param name="Doubtful">Whether the named encoding did not fit, or there was none and the bytes were no UTF-8.</param>
internal readonly record struct DecodedBody(string Text, bool Doubtful);
