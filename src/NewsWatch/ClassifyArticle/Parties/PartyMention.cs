namespace NewsWatch.ClassifyArticle.Parties;

/// <summary>A place where the text names a state or organisation.</summary>
/// <param name="Code">ISO 3166 alpha-2, or NATO, EU, ASEAN, UN.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Role">What it is there for.</param>
/// <param name="Rule">The rule that read it.</param>
internal sealed record PartyMention(string Code, int Sentence, int First, int End, PartyRole Role, string Rule)
{
    /// <summary>True where "with" stands before it.</summary>
    public bool Partner { get; init; }

    /// <summary>True where "between" stands before it.</summary>
    public bool Between { get; init; }

    /// <summary>True where words that begin a list stand before it: "following", "such as".</summary>
    public bool Listed { get; init; }

    /// <summary>True where only a comma joins it to the name before, not "and".</summary>
    public bool AfterComma { get; init; }

    /// <summary>Number of the group of names it is joined with by commas, hyphens and "and".</summary>
    public int Group { get; init; }
}

/// <summary>What a state is named for.</summary>
internal enum PartyRole
{
    /// <summary>It acts, or its adjective stands before someone who does.</summary>
    Actor,

    /// <summary>It is only where something happens.</summary>
    Place,

    /// <summary>It is what the parties are wary of.</summary>
    Outsider,
}
