namespace NewsWatch.Articles;

/// <summary>What the classifier made of one article.</summary>
/// <param name="Flagged">The article reports an agreement between states.</param>
/// <param name="Score">How sure that is, 0 to 1.</param>
/// <param name="Agreements">What was found, the newsworthy one first; empty unless something has evidence.</param>
/// <param name="RuleSet">Version of the terms and rules that decided.</param>
public sealed record Classification(bool Flagged, double Score, IReadOnlyList<FoundAgreement> Agreements, string RuleSet)
{
    /// <summary>True where a real agreement stands in the text, be it only as background, history or explanation; always true where <see cref="Flagged"/>.</summary>
    public bool Mentions { get; init; }

    /// <summary>True where only the feed's own text could be read.</summary>
    public bool OnSummaryOnly { get; init; }

    /// <summary>True where a person should look although the verdict is not sure.</summary>
    public bool Borderline { get; init; }

    /// <summary>Hash of the content that was classified; null where it is not a stored article's.</summary>
    public string? Revision { get; init; }

    /// <summary>What spoke against, each a rule's name and the stretch of text it read.</summary>
    public IReadOnlyList<Evidence> Against { get; init; } = [];

    /// <summary>What the second reader made of it; null where none was asked.</summary>
    public SecondReading? Second { get; init; }

    /// <summary>The verdict as the rules alone gave it.</summary>
    public Classification WithoutSecond() => Second?.Instead is { } own
        ? this with { Flagged = own.Flagged, Mentions = own.Mentions, Agreements = own.Agreements, Against = own.Against, Second = null }
        : this with { Second = null };
}
