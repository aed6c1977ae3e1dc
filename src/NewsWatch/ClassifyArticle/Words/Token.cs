using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.ClassifyArticle.Words;

/// <summary>One word of the text.</summary>
/// <param name="Start">First UTF-16 code unit, counted over title and text together.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="Word">What the lexicon knows of it.</param>
/// <param name="Case">How it is written.</param>
/// <param name="Before">The mark that parts it from the word before: a comma, hyphen, dash …; a space where there is none.</param>
internal readonly record struct Token(int Start, int End, KnownWord Word, WordCase Case, char Before)
{
    /// <summary>True where a comma of any script parts it from the word before.</summary>
    public bool AfterComma => Before is ',' or '、' or '،';

    /// <summary>True where a semicolon or colon does.</summary>
    public bool AfterStop => Before is ';' or ':';
}

/// <summary>How a word is written; each also satisfies the ones before it.</summary>
internal enum WordCase
{
    /// <summary>Small letters, or a script without case.</summary>
    Lower,

    /// <summary>A capital first.</summary>
    Capitalised,

    /// <summary>Capitals throughout, two letters or more.</summary>
    Capitals,
}
