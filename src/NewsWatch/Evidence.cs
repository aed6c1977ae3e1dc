namespace NewsWatch;

/// <summary>A stretch of the classified text and the rule that read it.</summary>
/// <param name="Start">First UTF-16 code unit, counted from the start of the text.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="Rule">Name of the rule that fired.</param>
public sealed record Evidence(int Start, int End, string Rule);
