namespace NewsWatch.Articles;

/// <summary>A stretch of the classified text and the rule that read it.</summary>
/// <param name="Start">First UTF-16 code unit, counted from the start of the text.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="Rule">Name of the rule that fired.</param>
public sealed record Evidence(int Start, int End, string Rule)
{
    /// <summary>
    /// True where the offsets count in the article's title instead of its text. An article keeps its title apart from its text; where a
    /// text repeats the title at its start, evidence in it is given in the text.
    /// </summary>
    public bool InTitle { get; init; }
}
