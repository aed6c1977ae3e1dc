using NewsWatch.ClassifyArticle.Terms;

namespace NewsWatch.ClassifyArticle.Instruments;

/// <summary>A place where the text speaks of an agreement.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Naming">How plainly it says which type.</param>
/// <param name="Type">The type it says; for <see cref="Naming.Bare"/> nothing is said and this is <see cref="AgreementType.Other"/>.</param>
/// <param name="Rule">The rule that read it.</param>
internal sealed record Mention(int Sentence, int First, int End, Naming Naming, AgreementType Type, string Rule)
{
    /// <summary>Its parties where the name itself tells them; empty otherwise.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>Index of the first token of the noun or name itself, without its topic.</summary>
    public int Head { get; init; } = First;

    /// <summary>Index after the last token of the noun or name itself.</summary>
    public int HeadEnd { get; init; } = End;

    /// <summary>Tokens between it and a hit; 0 where they touch or overlap.</summary>
    public int DistanceTo(Hit hit) => hit.End <= First ? First - hit.End : hit.First >= End ? hit.First - End : 0;
}

/// <summary>How plainly a mention says which type of agreement it is.</summary>
internal enum Naming
{
    /// <summary>Only "the pact".</summary>
    Bare,

    /// <summary>"a defence pact".</summary>
    Domain,

    /// <summary>"a deal on sharing supplies".</summary>
    Topic,

    /// <summary>"a defence cooperation agreement": a type's usual words, written as a description.</summary>
    Described,

    /// <summary>Its name, written as one, or its acronym.</summary>
    Named,
}
