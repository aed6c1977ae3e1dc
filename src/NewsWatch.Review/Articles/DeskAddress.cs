using NewsWatch.Review.Layout;
using NewsWatch.Review.Search;

namespace NewsWatch.Review.Articles;

/// <summary>Where an article lies on the desk, with the list it was opened from: its forms and what follows it lead back there.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="From">Address of the list; null for the plain inbox.</param>
public sealed record DeskAddress(string Article, string? From)
{
    private const int Longest = 2000;

    /// <summary>The article's page.</summary>
    public string Page => $"/articles/{Article}{(From is null ? "" : $"?from={Uri.EscapeDataString(From)}")}";

    /// <summary>Where decisions on it go.</summary>
    public string Decisions => Below("decisions");

    /// <summary>Where notes on it go.</summary>
    public string Notes => Below("notes");

    /// <summary>The list.</summary>
    public string Back => From ?? "/";

    /// <summary>The address of an article out of a list's address, which may come from anywhere.</summary>
    public static DeskAddress Of(string article, string? from)
        => new(article, LocalAddress.Of(from) is { Length: > 1 and < Longest } list ? list : null);

    /// <summary>The address of an article in the inbox.</summary>
    public static DeskAddress Of(string article, SearchQuery list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Of(article, list.Address);
    }

    /// <summary>The page, once something was done there.</summary>
    internal string After(DecisionStep step) => $"{Page}{(From is null ? '?' : '&')}saved={WireName.Of(step)}#saved";

    /// <summary>The page of another article out of the same list.</summary>
    internal string Other(string article) => (this with { Article = article }).Page;

    private string Below(string what) => $"/articles/{Article}/{what}{Page[$"/articles/{Article}".Length..]}";
}
